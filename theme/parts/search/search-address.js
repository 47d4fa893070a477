/**
 * A search as the address bar keeps it: `?q=河堤&from=2022-06-01&year=2022&sort=newest`.
 *
 * @typedef {"relevance" | "newest" | "oldest"} Sort
 * @typedef {{q: string, from: string, to: string, unknown: boolean, sort: Sort, only: Object<string, string[]>}} Asking
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.address = (function () {
  "use strict";

  const FACETS = ["year", "edition", "section", "kind", "author"];
  /** @type {Sort[]} */
  const SORTS = ["relevance", "newest", "oldest"];
  const DAY = /^\d{4}-\d{2}-\d{2}$/u;
  const YEAR = /^(?:\d{4})?$/u;
  const MOST = 50; /* values of a facet that an address may say */

  /** @param {string} query the part from the question mark on @returns {Asking} */
  function read(query) {
    const said = new URLSearchParams(query);
    return {
      q: (said.get("q") || "").trim(),
      from: day(said.get("from")),
      to: day(said.get("to")),
      unknown: said.get("unknown") !== "0",
      sort: SORTS.find((sort) => sort === said.get("sort")) || SORTS[0],
      only: Object.fromEntries(FACETS.map((facet) => [facet, values(facet, said.getAll(facet))])),
    };
  }

  /** @param {Asking} asking @returns {string} with its question mark; never empty, for an empty link leads nowhere */
  function write(asking) {
    const said = new URLSearchParams();
    if (asking.q) said.set("q", asking.q);
    if (asking.from) said.set("from", asking.from);
    if (asking.to) said.set("to", asking.to);
    if (!asking.unknown) said.set("unknown", "0");
    if (asking.sort !== SORTS[0]) said.set("sort", asking.sort);
    for (const facet of FACETS) for (const value of asking.only[facet] || []) said.append(facet, value);
    return `?${said}`;
  }

  /**
   * The same search with one more condition, or without it where it has it.
   *
   * @param {Asking} asking
   * @param {string} facet
   * @param {string} value
   * @returns {Asking}
   */
  function toggled(asking, facet, value) {
    const values = asking.only[facet] || [];
    const changed = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
    return { ...asking, only: { ...asking.only, [facet]: changed } };
  }

  /** @param {string} facet @param {string[]} said @returns {string[]} each once, and no year that is none */
  function values(facet, said) {
    const known = facet === "year" ? said.filter((year) => YEAR.test(year)) : said;
    return Array.from(new Set(known)).slice(0, MOST);
  }

  /** @param {unknown} text @returns {string} "" where the calendar has no such day */
  function day(text) {
    if (typeof text !== "string" || !DAY.test(text)) return "";
    const date = new Date(text);
    return !isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : "";
  }

  return { FACETS, SORTS, read, write, toggled, day };
})();
