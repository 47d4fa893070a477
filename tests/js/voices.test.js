/** Which voice reads a text. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { siteScripts } = require("./site_scripts.js");

const { voices } = siteScripts();

const voice = (lang, localService = true) => ({ lang, localService });

for (const [language, offered, best] of [
  ["zh-CN", ["en-US", "zh-HK", "zh-TW", "zh-CN"], "zh-CN"],
  ["zh-CN", ["zh-TW", "en-US"], "zh-TW"],
  ["zh-CN", ["zh_CN"], "zh_CN"],
  ["zh-CN", ["zh-HK", "en-US"], undefined],
  ["zh-Hant", ["zh-CN", "zh-HK", "zh-TW"], "zh-TW"],
  ["zh-Hant", ["zh-CN", "zh-HK"], "zh-HK"],
  ["zh-TW", ["zh-CN", "ja-JP"], "zh-CN"],
  ["", ["en-US", "zh-CN"], "zh-CN"],
]) {
  test(`of ${offered.join(", ")} ${best || "none"} reads ${language || "a text of no known language"}`, () => {
    const found = voices.fitting(offered.map((lang) => voice(lang)), language);
    assert.equal(found && found.lang, best);
  });
}

test("a voice that sends the text elsewhere is never taken", () => {
  assert.equal(voices.fitting([voice("zh-CN", false)], "zh-CN"), undefined);
  assert.equal(voices.fitting([voice("zh-CN", false), voice("zh-TW")], "zh-CN").lang, "zh-TW");
});

for (const [text, place] of [["0", 0], ["4", 4], ["", 2], ["5", 2], ["1.5", 2]]) {
  test(`a speed kept as “${text}” is step ${place}`, () => assert.equal(voices.speed(text), place));
}
