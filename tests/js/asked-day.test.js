/** What is a day or a month, and which issues are of it or nearest to it. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { siteScripts } = require("./site_scripts.js");

const { askedDay, issueDays } = siteScripts();

const MONTH = { year: "2023", month: "06", day: "" };
const DAY = { year: "2023", month: "06", day: "09" };
const TYPED = [
  [MONTH, ["2023年6月", "2023 年 6 月", "２０２３年６月", "2023年06月", "2023-06", "2023.6", "2023/6", "2023.6.", "二〇二三年六月", "二零二三年六月", "2023年6月份", "2023年6月的报纸"]],
  [DAY, ["2023年6月9日", "2023.6.9", "2023-06-09", "2023－06－09", "2023/6/9", "20230609", "2023年6月9号", "二○二三年六月九日", "2023年6月9日 星期五", "2023年6月9日报纸", "2023年6.9"]],
  [{ year: "", month: "06", day: "09" }, ["6月9日", "６月９日", "六月九日", "6月9号"]],
  [{ year: "", month: "06", day: "" }, ["6月", "六月份"]],
  [{ year: "", month: "12", day: "21" }, ["十二月二十一日", "十二月廿一日"]],
  [{ year: "2024", month: "02", day: "29" }, ["2024年2月29日"]],
  [{ year: "", month: "02", day: "29" }, ["2月29日"]],
  [null, ["2023年", "2023", "6.9", "2023年13月", "2023年0月", "2023年2月29日", "6月31日", "6月0日", "23年6月", "2023-06.09", "20231309",
    "2023年6月河堤", "河堤6月9日", "6月9日电", "报纸", "", "“2023年6月”", "3023年6月", "13800138000", "六月雪"]],
];
for (const [day, all] of TYPED) {
  for (const text of all) test(`“${text}” is ${day ? JSON.stringify(day) : "no day"}`, () => assert.deepEqual(askedDay.of(text), day));
}

const rows = issueDays.rowsOf([
  [["柳渡周报", "liudu", ""]],
  ["2022-05-30", "2022-06-09", "2023-06-08", "2024-03~", "XXXX-06-09~", "2023-12-30"].map((date) => ["柳渡周报", date, `${date}/index.html`, date]),
]);
const FOUND = [
  ["2022-06", false, ["2022-06-09"]],
  ["2022-06-09", false, ["2022-06-09"]],
  ["-06-09", false, ["2022-06-09", "XXXX-06-09~"]],
  ["2024-03", false, ["2024-03~"]],
  ["2024-03-05", true, ["2024-03~"]],
  ["2022-07", true, ["2022-06-09", "2023-06-08"]],
  ["2019-01-01", true, ["2022-05-30"]],
  ["2030-01-01", true, ["2024-03~"]],
  ["-06-01", true, ["2022-05-30", "2023-06-08"]],
  ["-01-02", true, ["2023-12-30", "2024-03~"]],
];
for (const [asked, isNear, dates] of FOUND) {
  test(`${asked} brings ${isNear ? "the nearest" : "its own"}: ${dates.join(", ")}`, () => {
    const [year, month, day = ""] = asked.startsWith("-") ? ["", ...asked.slice(1).split("-")] : asked.split("-");
    const found = issueDays.chosen(rows, { year, month, day });
    assert.deepEqual([found.isNear, found.issues.map(({ date }) => date)], [isNear, dates]);
  });
}

test("no issue is nearest where there is none", () => assert.deepEqual(issueDays.chosen([], DAY), { issues: [], isNear: true }));
