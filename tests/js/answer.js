/**
 * Answers the queries of DIR/queries.json from DIR/search as the search page would, with the real lunr.js: for each, the
 * addresses in order and every stretch of print that was marked. `node answer.js DIR` prints JSON.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { ROOT, load, rooms } = require("./rooms.js");

const directory = process.argv[2];
const { hits, query, search } = rooms();
globalThis.window = globalThis;
globalThis.lunr = require(process.env.LUNR || path.join(ROOT, "node_modules", "lunr", "lunr.js"));
load(path.join(directory, "search", "records.js"));
load(path.join(directory, "search", "index.js"));

function answer(text) {
  const runs = query.parse(text);
  const found = [];
  let vain = 0;
  for (const record of search.candidates(runs)) {
    const marks = hits(record, runs);
    if (marks) found.push([record.address, marks.map(({ field, part, start, end }) => record.text[field][part].slice(start, end))]);
    else vain += 1;
  }
  return { found, vain };
}

async function main() {
  const queries = JSON.parse(fs.readFileSync(path.join(directory, "queries.json"), "utf8"));
  await search.load();
  process.stdout.write(JSON.stringify(queries.map(answer)));
}

main();
