/** Dates that are not fully known, against a range of days. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { siteScripts } = require("./site_scripts.js");

const { days } = siteScripts();

const CASES = [
  ["2022-06-01", "2022-06-01", "2022-06-01", true, true],
  ["2022-06-01", "2022-06-02", "", true, false],
  ["2022-06-01", "", "2022-05-31", true, false],
  ["", "2022-06-01", "2022-06-30", true, true],
  ["", "2022-06-01", "2022-06-30", false, false],
  ["XXXX-06-01~", "2022-05-01", "2022-06-30", true, true],
  ["XXXX-06-01~", "2022-07-01", "2022-12-31", true, false],
  ["XXXX-06-01~", "2022-05-01", "2022-06-30", false, false],
  ["XXXX-06-01", "2022-07-01", "", true, true],
  ["202X", "2030-01-01", "", true, false],
  ["2022-06", "2022-06-30", "2022-07-30", true, true],
  ["2022-06", "2022-06-30", "2022-07-30", false, false],
  ["[2016..2025]", "2030-01-01", "", true, true],
  ["[2016..2025]", "2016-01-01", "", false, false],
  ["2022-06-01~", "2022-06-01", "2022-06-01", false, false],
];

for (const [date, from, to, takesUnknown, expected] of CASES) {
  test(`${date || "no date"} from ${from} to ${to}${takesUnknown ? "" : ", known dates only"}`, () => {
    assert.equal(days.isBetween(date, from, to, takesUnknown), expected);
  });
}

const PLACES = [
  ["2022-06-01", "2022", "2022-06-01"],
  ["2022-06-01~", "2022", "2022-06-01"],
  ["2024-03~", "2024", "2024-03-"],
  ["2024", "2024", "2024--"],
  ["202X", "", "2020--"],
  ["[2016..2025]", "", "2016--"],
  ["[..2025]", "", ""],
  ["XXXX-06-01~", "", ""],
  ["", "", ""],
];

for (const [date, year, earliest] of PLACES) {
  test(`${date || "no date"} is ${year ? `of ${year}` : "of no single year"} and sorted as ${earliest || "unknown"}`, () => {
    assert.deepEqual([days.year(date), days.earliest(date)], [year, earliest]);
  });
}
