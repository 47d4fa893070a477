/** Which way a key or a finger turns the page. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { siteScripts } = require("./site_scripts.js");

const { turning } = siteScripts();

for (const [key, way] of [["ArrowRight", "next"], ["ArrowLeft", "prev"], ["ArrowDown", ""], ["PageDown", ""], ["n", ""]]) {
  test(`${key} turns ${way || "nothing"}`, () => assert.equal(turning.wayOfKey(key), way));
}

const SWIPES = [
  [-200, 10, "next"],
  [200, -10, "prev"],
  [-60, 0, ""],
  [-200, 120, ""],
  [10, 300, ""],
];

for (const [across, down, way] of SWIPES) {
  test(`a finger ${across} across and ${down} down turns ${way || "nothing"}`, () => {
    assert.equal(turning.wayOfSwipe(across, down), way);
  });
}
