/**
 * A page that was open while the site was built anew: asks DIR/queries.json of the search data in DIR/before, whose place is then
 * taken by those in DIR/after. `node updated.js DIR` prints the answers as JSON: the first query before, the others after.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { openPage, siteScripts } = require("./site_scripts.js");

const directory = process.argv[2];
openPage(path.join(directory, "before"));
const { archiveSearch } = siteScripts();

async function main() {
  const [first, ...others] = JSON.parse(fs.readFileSync(path.join(directory, "queries.json"), "utf8"));
  const answers = [await archiveSearch(first)];
  const { lunr } = globalThis;
  openPage(path.join(directory, "after"));
  globalThis.lunr = lunr;
  for (const query of others) answers.push(await archiveSearch(query));
  process.stdout.write(JSON.stringify(answers.map(({ total, ids }) => [total, ids])));
}

main();
