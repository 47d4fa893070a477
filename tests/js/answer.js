/**
 * Answers the queries of DIR/queries.json (`[["河堤", {"sort": "newest"}], …]`) from the search data in DIR with the page's own
 * archiveSearch and the real lunr.js. `node answer.js DIR` prints JSON: for each query total, exact, ids and, for the first
 * results, every stretch of print that would be marked; or the error.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { openPage, siteScripts } = require("./site_scripts.js");

const directory = process.argv[2];
openPage(directory);
const { archiveSearch } = siteScripts();

async function answer(text, options) {
  let marks = [];
  const onFirst = (results) => {
    marks = results.map(({ record, hits }) => hits.map(({ field, part, start, end }) => record.text[field][part].slice(start, end)));
  };
  try {
    const { total, exact, ids } = await archiveSearch(text, { ...options, onFirst });
    return { total, exact, ids, marks };
  } catch (error) {
    return { error: error.message };
  }
}

async function main() {
  const answers = [];
  for (const [text, options] of JSON.parse(fs.readFileSync(path.join(directory, "queries.json"), "utf8"))) {
    answers.push(await answer(text, options));
  }
  process.stdout.write(JSON.stringify(answers));
}

main();
