/**
 * `node page_scores.js CHROMIUM` with addresses as a JSON list on standard input: Lighthouse's scores of each, as a
 * visitor with a phone sees it the first time, as a JSON list of `{ address, scores, failures }`.
 */
"use strict";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** What kept a page from full marks, and how much of them it got: `[["target-size", 0.5]]`. */
function failures(report) {
  const weighed = CATEGORIES.flatMap((name) => report.categories[name].auditRefs).filter((one) => one.weight > 0);
  return weighed
    .map((one) => report.audits[one.id])
    .filter((audit) => audit.score !== null && audit.score < 0.9)
    .map((audit) => [audit.id, audit.score]);
}

async function main() {
  const { default: lighthouse } = await import("lighthouse");
  const launcher = await import("chrome-launcher");
  const addresses = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
  const chrome = await launcher.launch({
    chromePath: process.argv[2],
    chromeFlags: ["--headless=new", "--no-sandbox", "--lang=zh-CN"],
  });
  const found = [];
  try {
    for (const address of addresses) {
      const settings = { port: chrome.port, onlyCategories: CATEGORIES, output: "json", logLevel: "error" };
      const { lhr } = await lighthouse(address, settings);
      const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
      found.push({ address, scores, failures: failures(lhr) });
    }
  } finally {
    chrome.kill();
  }
  process.stdout.write(JSON.stringify(found));
}

main();
