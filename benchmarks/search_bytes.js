/**
 * What each query of DIR/queries.json loads from the search data in DIR, as a static host sends it (gzip -6), and what it
 * finds. `node search_bytes.js DIR` prints JSON, a line a query: index bytes, bytes of the first ten texts, ids.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const { openPage, rooms } = require("../tests/js/rooms.js");

const directory = process.argv[2];
let loaded = [];
openPage(directory);
const { append } = document.head;
document.head.append = (script) => {
  loaded.push(script.src.replace(/\?.*$/u, ""));
  append(script);
};
const { archiveSearch, store } = rooms();

function bytes(names) {
  return names.reduce((sum, name) => sum + zlib.gzipSync(fs.readFileSync(path.join(directory, name)), { level: 6 }).length, 0);
}

async function main() {
  await archiveSearch("一");
  for (const query of JSON.parse(fs.readFileSync(path.join(directory, "queries.json"), "utf8"))) {
    store.again();
    loaded = [];
    let atFirst = [];
    const { ids, exact } = await archiveSearch(query, { confirm: "all", onFirst: () => (atFirst = loaded.slice()) });
    const index = bytes(atFirst.filter((name) => name.includes("/i/")));
    const texts = atFirst.filter((name) => name.includes("/t/")).length;
    process.stdout.write(`${JSON.stringify([index, bytes(atFirst.filter((name) => name.includes("/t/"))), texts, exact, ids])}\n`);
  }
}

main();
