/** What stands under a headline in the list of results. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { siteScripts } = require("./site_scripts.js");

const { hits, query, snippet } = siteScripts();

/** The snippet as a reader sees it, hits in [brackets]. */
function shown(text, asked) {
  const record = { text };
  const found = hits(record, query.parse(asked));
  assert.ok(found, `${asked} is in the text`);
  const { field, pieces } = snippet(record, found);
  return `${field}: ${pieces.map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text)).join("")}`;
}

const SHORT = "堤上种柳，村民骆青浇水。孩子们在桥头看船。";
const LONG = "桥头的人越聚越多，".repeat(12);

const CASES = [
  ["a hit in its sentence", { body: [SHORT] }, "骆青", "body: 堤上种柳，村民[骆青]浇水。孩子们在桥头看船。"],
  ["a later sentence alone", { body: [SHORT] }, "看船", "body: 孩子们在桥头[看船]。"],
  ["every hit of the stretch", { body: ["柳渡人说柳渡。"] }, "柳渡", "body: [柳渡]人说[柳渡]。"],
  ["hits that overlap are one mark after another", { body: ["人人人"] }, "人人", "body: [人人][人]"],
  ["two words near each other", { body: [SHORT] }, "骆青 船", "body: 堤上种柳，村民[骆青]浇水。孩子们在桥头看[船]。"],
  [
    "two words far from each other",
    { body: [`骆青来了。${LONG}最后穆小满也来了。`] },
    "骆青 穆小满",
    "body: [骆青]来了。桥头的人越聚越多，桥头的人越聚越多，桥头的人越聚越多，桥头的人越聚越多，桥头的人越聚越……桥头的人越聚越多，桥头的人越聚越多，最后[穆小满]也来了。",
  ],
  [
    "a long sentence from a clause on",
    { body: [`${LONG}骆青赶来。完。`] },
    "骆青",
    "body: ……桥头的人越聚越多，桥头的人越聚越多，桥头的人越聚越多，[骆青]赶来。完。",
  ],
  ["the body before the caption", { body: ["有船。"], captions: ["船影。"] }, "船", "body: 有[船]。"],
  ["the part with more of the words", { body: ["有船。", "骆青有船。"] }, "船 骆青", "body: [骆青]有[船]。"],
  ["a caption", { body: ["有船。"], captions: ["桥影。"] }, "桥", "captions: [桥]影。"],
  ["a headline's hit shows the opening", { headline: ["柳渡"], body: ["有船。", "有桥。"] }, "柳渡", "body: 有船。"],
  ["print is not folded", { body: ["Ｃ０２版的《“十三五”》规划"] }, "十三五规划", "body: Ｃ０２版的《“[十三五”》规划]"],
];

for (const [title, text, asked, expected] of CASES) {
  test(title, () => assert.equal(shown(text, asked), expected));
}

test("a record with nothing but its headline has no snippet", () => {
  const record = { text: { headline: ["柳渡"] } };
  assert.equal(snippet(record, hits(record, query.parse("柳渡"))), null);
});

test("a record without a hit for every word is no result", () => {
  assert.equal(hits({ text: { body: ["有船。"] } }, query.parse("船 桥")), null);
});

test("a record with an unwanted word is no result, and has no hit of it", () => {
  assert.equal(hits({ text: { body: ["有船有桥。"] } }, query.parse("船 -桥")), null);
  assert.equal(hits({ text: { body: ["有船。"] } }, query.parse("船 -桥")).length, 1);
});

test("a column is found only where it is asked for", () => {
  const record = { text: { body: ["有船。"], section: ["看河"] } };
  assert.equal(hits(record, query.parse("看河")), null);
  assert.equal(shown(record.text, "栏目:看河"), "section: [看河]");
});

test("no character is cut in half", () => {
  for (let before = 0; before < 40; before++) {
    const text = `${"𠮷".repeat(before)}柳渡${"野𠮷".repeat(80)}`;
    assert.doesNotMatch(shown({ body: [text] }, "柳渡"), /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  }
});
