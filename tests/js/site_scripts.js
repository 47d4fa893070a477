/** The site's classic scripts in this process, as a page has them; for tests. */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const ROOT = path.join(__dirname, "..", "..");
const PARTS = path.join(ROOT, "theme", "parts");
const LUNR = process.env.LUNR || path.join(ROOT, "node_modules", "lunr", "lunr.js");
const PURE = [
  "words/words", "search/store", "search/printable", "search/fold", "search/units", "search/query", "search/hits",
  "search/postings", "search/search-index", "search/ranking", "search/columns", "search/days", "search/asked-day",
  "search/issue-days", "search/archive-search", "search/snippet", "search/search-address", "facets/year-chart", "turning/turning",
  "mode/keeping", "mode/mode", "aloud/sentences", "aloud/voices",
];

function load(file) {
  vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file });
}

/**
 * A page of a site laid out in `folder`: a script that is appended to its head runs, or fails, a little later.
 *
 * @param {string} folder
 */
function openPage(folder) {
  globalThis.window = globalThis;
  globalThis.lunr = undefined;
  globalThis.document = {
    currentScript: null,
    documentElement: { lang: "zh-CN" },
    createElement: () => ({ remove() {} }),
    head: { append: (script) => setImmediate(() => run(script, folder)) },
  };
}

function run(script, folder) {
  const address = script.src.replace(/\?.*$/u, "");
  try {
    if (address === "theme/js/lunr.js") globalThis.lunr = require(LUNR);
    else load(path.join(folder, address));
  } catch (error) {
    if (error.code === "ENOENT") return script.onerror();
    if (!(error instanceof SyntaxError)) throw error;
  }
  return script.onload();
}

/** @returns {any} NewspaperArchive with everything that needs no page, and the whole table of folding */
function siteScripts() {
  if (!globalThis.document) globalThis.document = { currentScript: null, documentElement: { lang: "zh-CN" } };
  for (const name of PURE) load(path.join(PARTS, `${name}.js`));
  const archive = globalThis.NewspaperArchive;
  archive.fold.learn(...vectors("fold").digits);
  return archive;
}

function vectors(name = "tokenise") {
  return JSON.parse(fs.readFileSync(path.join(ROOT, "tests", "vectors", `${name}.json`), "utf8"));
}

module.exports = { LUNR, ROOT, openPage, siteScripts, vectors };
