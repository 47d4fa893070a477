/** What a reader chose under 显示, as it is kept and read back. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { siteScripts } = require("./site_scripts.js");

const { keeping, mode } = siteScripts();

const PLAIN = { scheme: "system", isElder: false, size: 0 };

for (const [text, kept] of [
  ["dark.elder.2", { scheme: "dark", isElder: true, size: 2 }],
  ["light.plain.4", { scheme: "light", isElder: false, size: 4 }],
  ["system.plain.0", PLAIN],
]) {
  test(`${text} is read as it was written`, () => {
    assert.deepEqual(mode.parse(text), kept);
    assert.equal(mode.spell(kept), text);
  });
}

for (const text of ["", "dark", "dark.elder.5", "dark.elder.2 ", "sepia.plain.1", "dark.elder.2;light"]) {
  test(`“${text}” is nobody's choice, and the page stays as the screen would have it`, () => {
    assert.deepEqual(mode.parse(text), PLAIN);
  });
}

for (const [size, by, then] of [[0, 1, 1], [4, 1, 4], [0, -1, 0], [3, -1, 2]]) {
  test(`from size ${size} a step of ${by} leads to ${then}`, () => assert.equal(mode.stepped(size, by), then));
}

test("a cookie is for all pages of the site and lasts a year", () => {
  assert.equal(keeping.cookie("a", "dark.elder.2"), "a=dark.elder.2; max-age=31536000; path=/; samesite=lax");
});

for (const [cookies, found] of [
  ["a=1", "1"],
  ["b=2; a=1; c=3", "1"],
  ["ba=2", ""],
  ["b=a=1", ""],
  ["", ""],
]) {
  test(`among “${cookies}” a is “${found}”`, () => assert.equal(keeping.among(cookies, "a"), found));
}

function closed() {
  throw new Error("SecurityError");
}

test("where nothing can be kept nothing fails, and nothing is kept", () => {
  Object.defineProperty(document, "cookie", { get: closed, set: closed });
  keeping.keep("a", "1");
  assert.equal(keeping.kept("a"), "");
});
