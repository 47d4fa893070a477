/** The site's classic scripts in this process, as a page has them; for tests. */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const ROOT = path.join(__dirname, "..", "..");
const SCRIPTS = path.join(ROOT, "theme", "static", "js");
const PURE = ["fold", "units", "query", "hits", "snippet", "search-index"];

function load(file) {
  vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file });
}

/** @returns {any} NewspaperArchive with everything that needs no page */
function rooms() {
  for (const name of PURE) load(path.join(SCRIPTS, `${name}.js`));
  return globalThis.NewspaperArchive;
}

function vectors() {
  return JSON.parse(fs.readFileSync(path.join(ROOT, "tests", "vectors", "tokenise.json"), "utf8"));
}

module.exports = { ROOT, load, rooms, vectors };
