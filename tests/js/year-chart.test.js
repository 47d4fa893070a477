/** Which years the chart of a search has, and in what order. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { siteScripts } = require("./site_scripts.js");

const { yearChart } = siteScripts();

const CASES = [
  ["years between that have none", ["2019", "2022"], ["2019", "2020", "2021", "2022"]],
  ["one year", ["2022"], ["2022"]],
  ["the unknown year last", ["", "2021", "2022"], ["2021", "2022", ""]],
  ["nothing but the unknown year", [""], [""]],
];

for (const [title, known, expected] of CASES) {
  test(title, () => {
    const bars = known.map((year) => ({ year, times: 3, said: year, href: "?q=x", isChosen: false }));
    const whole = yearChart.whole(bars);
    assert.deepEqual(whole.map(({ year }) => year), expected);
    for (const bar of whole) assert.equal(bar.times, known.includes(bar.year) ? 3 : 0);
  });
}
