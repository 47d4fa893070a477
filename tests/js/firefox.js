/**
 * Opens pages one after another in Firefox (WebDriver BiDi; nothing else drives Debian's) and prints as JSON what was asked of
 * each and what went wrong on the way. Standard input: `{"firefox": PATH, "steps": [{"address": URL, "wait": EXPRESSION, "tell": EXPRESSION}]}`.
 */
"use strict";

const fs = require("node:fs");
const puppeteer = require("puppeteer-core");

const PATIENCE = 120_000; /* ms for the start or for one page, on a busy machine */

async function main() {
  const { firefox, steps } = JSON.parse(fs.readFileSync(0, "utf8"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefox,
    headless: true,
    timeout: PATIENCE,
    /* As readers have it; puppeteer would let files read each other. */
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, "intl.accept_languages": "zh-CN" },
  });
  try {
    const page = await browser.newPage();
    const wrong = [];
    page.on("console", (message) => wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("requestfailed", (request) => wrong.push(`${request.url()} failed`));
    const told = [];
    for (const { address, wait, tell } of steps) {
      await page.goto(address, { timeout: PATIENCE });
      await page.waitForFunction(wait, { timeout: PATIENCE });
      told.push(await page.evaluate(tell));
    }
    process.stdout.write(JSON.stringify({ told, wrong }));
  } finally {
    await browser.close();
  }
}

main();
