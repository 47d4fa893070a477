/** The browser's tokeniser against the vectors that Python's is held to as well. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { siteScripts, vectors } = require("./site_scripts.js");

const { fold, units, query } = siteScripts();
const known = vectors();

for (const { title, text, folded } of known.fold) {
  test(`fold: ${title}`, () => assert.equal(fold(text).text, folded));
}

for (const { title, text, units: expected } of known.units) {
  test(`units: ${title}`, () => {
    const found = units(text).map((unit) => [unit.text, text.slice(unit.start, unit.end)]);
    assert.deepEqual(found, expected);
  });
}

for (const { first, second, pair } of known.pairs) {
  test(`pair: ${pair}`, () => assert.equal(units.pair(first, second), pair));
}

for (const { query: asked, text, found } of known.matches) {
  test(`match: ${asked} in ${text}`, () => {
    const [{ run }] = query.parse(asked);
    const printed = units(text);
    const matches = query.matches(run, printed);
    assert.deepEqual(matches.map(({ first, last }) => text.slice(printed[first].start, printed[last].end)), found);
  });
}

/** A wish in a line: `-headline:甲|乙`. */
function line({ run, fields, isUnwanted }) {
  return `${isUnwanted ? "-" : ""}${fields ? `${fields.join("/")}:` : ""}${run.map((unit) => unit || "|").join("")}`;
}

for (const { text, runs } of known.queries) {
  test(`query: ${text}`, () => assert.deepEqual(query.parse(text).map(line), runs));
}

for (const { run, clauses } of known.clauses) {
  test(`clauses: ${run}`, () => {
    assert.deepEqual(query.clauses(run).map(({ term, isPrefix }) => [term, isPrefix]), clauses);
  });
}

test("every code point is a unit, a wall or passed over as the vectors say", () => {
  const ranges = known.passed_over.map((range) => range.split("-").map((code) => parseInt(code, 16)));
  const isPassedOver = (code) => ranges.some(([first, last]) => code >= first && code <= last);
  const wrong = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (fold(character).text !== character) continue;
    const expected = known.walls.includes(character) ? [""] : isPassedOver(code) ? [] : [character];
    const found = units(character).map((unit) => unit.text);
    if (found.join() !== expected.join() || found.length !== expected.length) wrong.push(code.toString(16));
  }
  assert.deepEqual(wrong, []);
});

test("offsets lead back to print where characters fold into more than one", () => {
  assert.deepEqual(fold("㎏℃𠮷a"), { text: "kg°c𠮷a", offsets: [0, 0, 1, 1, 2, 2, 4, 5] });
});
