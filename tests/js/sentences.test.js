/** Where a text is cut to be read aloud. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { siteScripts } = require("./site_scripts.js");

const { sentences } = siteScripts();

for (const [text, pieces] of [
  ["麦子熟了。开镰！", ["麦子熟了。", "开镰！"]],
  ["“开镰！”他说，“走。”", ["“开镰！”", "他说，“走。”"]],
  ["桥通了吗？……通了。", ["桥通了吗？……", "通了。"]],
  ["18.6万亩小麦归仓", ["18.6万亩小麦归仓"]],
  ["……", ["……"]],
  ["", []],
]) {
  test(`“${text}” is said in ${pieces.length}`, () => assert.deepEqual(sentences.cut(text), pieces));
}

const CLAUSE = "从双槐桥到榆荫渡的河段";

test("a long sentence is cut at its commas, as few times as it can be", () => {
  const pieces = sentences.cut(`${[CLAUSE, CLAUSE, CLAUSE, CLAUSE, CLAUSE].join("，")}。`);
  assert.deepEqual(pieces, [`${CLAUSE}，${CLAUSE}，${CLAUSE}，`, `${CLAUSE}，${CLAUSE}。`]);
});

test("what has no comma is cut all the same, never through a character", () => {
  const text = "𠮷".repeat(sentences.MOST + 1);
  assert.deepEqual(sentences.cut(text), ["𠮷".repeat(sentences.MOST), "𠮷"]);
});

for (const text of ["甲（乙）。丙；丁", "，，，。", ` ${CLAUSE.repeat(9)} 、${CLAUSE}……`, "No. 5, 1999! 好"]) {
  test(`nothing of “${text.slice(0, 12)}” is lost`, () => {
    const pieces = sentences.cut(text);
    assert.equal(pieces.join(""), text);
    assert.ok(pieces.every((piece) => Array.from(piece).length <= sentences.MOST + 2));
  });
}
