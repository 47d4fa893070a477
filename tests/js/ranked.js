/**
 * For each query of DIR/asked.json, numbers and scores by the parted index in DIR and by the whole lunr.py index in
 * DIR/whole.json, loaded by lunr.js. `node ranked.js DIR` prints JSON.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { LUNR, openPage, siteScripts } = require("./site_scripts.js");

const directory = process.argv[2];
openPage(directory);
const { query, ranking, searchIndex } = siteScripts();
const lunr = require(LUNR);

function read(name) {
  return JSON.parse(fs.readFileSync(path.join(directory, name), "utf8"));
}

async function main() {
  const head = await searchIndex.open();
  const whole = lunr.Index.load({ ...read("whole.json"), version: lunr.version });
  const answers = [];
  for (const text of read("asked.json")) {
    const wishes = query.parse(text);
    const asked = await searchIndex.look(head, wishes);
    const parted = ranking.rank(head, asked, ranking.holders(head, asked));
    answers.push([parted.map(({ number, score }) => [number, score]), ofWhole(whole, head, wishes)]);
  }
  process.stdout.write(JSON.stringify(answers));
}

function ofWhole(whole, head, wishes) {
  const { presence, wildcard } = lunr.Query;
  const found = whole.query((asking) => {
    for (const { run, fields } of wishes) {
      for (const { term, isPrefix } of query.clauses(run)) {
        asking.term(term, {
          fields: fields || head.searched,
          usePipeline: false,
          presence: presence.REQUIRED,
          wildcard: isPrefix ? wildcard.TRAILING : wildcard.NONE,
        });
      }
    }
  });
  const pairs = found.map(({ ref, score }) => [Number(ref), score]);
  return pairs.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

main();
