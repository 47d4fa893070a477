/**
 * What a reader asks: runs of units, most of which must be found and some must not. Blanks (also U+3000) part them, except
 * between double quotes, so `红帆驿站 “骆 青”` is two. `-旧桥` must not be found; `标题:古桥` only in headlines, `作者:`, `栏目:` and
 * `版次:` likewise, and so do `title:`, `author:`, `section:` and `page:`. A stop inside a run is a wall that print must have there too, whichever stop it is.
 *
 * @typedef {string[]} Run units, walls as ""; never empty, no wall first or last, never two walls together
 * @typedef {{run: Run, fields: string[] | null, isUnwanted: boolean}} Wish `fields` is null for all that are searched
 * @typedef {{term: string, isPrefix: boolean}} Clause a term that the index must hold; a prefix stands for all it begins
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.query = (function () {
  "use strict";

  const QUOTED = /["“”＂„‟「」『』]([^"“”＂„‟「」『』]*)["“”＂„‟「」『』]/gu;
  const BLANKS = /\s+/u;
  const KEPT_BLANK = "\u2060";
  const UNWANTED = /^[-－](?=.)/u;
  const NAMED = /^([标標][题題]|作者|[栏欄]目|版次|title|author|section|page)[:：]/iu;
  const LONE_NAME = /(^|\s)([-－]?(?:[标標][题題]|作者|[栏欄]目|版次|title|author|section|page)[:：])\s+/giu;

  /** @type {Map<string, string[]>} fields by the first letter of the name that asks for them, simplified */
  const FIELDS = new Map([
    ["标", ["kicker", "headline", "subhead"]], ["標", ["kicker", "headline", "subhead"]], ["作", ["byline"]],
    ["栏", ["section"]], ["欄", ["section"]], ["版", ["folio"]], ["t", ["kicker", "headline", "subhead"]], ["a", ["byline"]],
    ["s", ["section"]], ["p", ["folio"]],
  ]);
  const SHORT = 5; /* units up to which every pair of a run is asked for; of a longer one every other */

  /**
   * @param {string} text as typed
   * @returns {Wish[]}
   */
  function parse(text) {
    const joined = text
      .replace(QUOTED, (whole, inside) => whole[0] + inside.replace(/\s/gu, KEPT_BLANK) + whole[whole.length - 1])
      .replace(LONE_NAME, "$1$2");
    return joined.split(BLANKS).map(toWish).filter(({ run }) => run.length > 0);
  }

  /** @param {string} word @returns {Wish} */
  function toWish(word) {
    const isUnwanted = UNWANTED.test(word);
    const said = isUnwanted ? word.slice(1) : word;
    const name = NAMED.exec(said);
    const run = toRun(name ? said.slice(name[0].length) : said);
    return { run, fields: name ? FIELDS.get(name[0][0].toLowerCase()) || null : null, isUnwanted };
  }

  /** @param {string} word @returns {Run} */
  function toRun(word) {
    const { WALL } = NewspaperArchive.units;
    const texts = NewspaperArchive.units(word).map((unit) => unit.text);
    const single = texts.filter((text, i) => text !== WALL || (i > 0 && texts[i - 1] !== WALL));
    if (single[single.length - 1] === WALL) single.pop();
    return single;
  }

  /**
   * The terms by which the index names the articles that may hold this run: each unit that has no neighbour, and pairs that
   * together hold every other unit.
   *
   * @param {Run} run
   * @returns {Clause[]}
   */
  function clauses(run) {
    const { WALL, isRun, pair } = NewspaperArchive.units;
    /** @type {Clause[]} */
    const found = [];
    for (let first = 0; first < run.length; ) {
      const wall = run.indexOf(WALL, first);
      const end = wall < 0 ? run.length : wall;
      const mayGoOn = end === run.length && isRun(run[end - 1]);
      for (const at of pairPlaces(end - first)) {
        const isPrefix = mayGoOn && first + at + 2 === end;
        found.push({ term: pair(run[first + at], run[first + at + 1]), isPrefix });
      }
      if (end - first === 1) found.push({ term: run[first], isPrefix: mayGoOn });
      first = end + 1;
    }
    return found;
  }

  /** @param {number} length of a run without walls */
  function pairPlaces(length) {
    const places = [];
    for (let at = 0; at < length - 1; at += length > SHORT ? 2 : 1) places.push(at);
    if (length > SHORT && length % 2) places.push(length - 2);
    return places;
  }

  /**
   * Whether the index alone can tell who holds the run: it is one term.
   *
   * @param {Run} run
   */
  function isTerm(run) {
    return run.length <= 2 && !run.includes(NewspaperArchive.units.WALL);
  }

  /**
   * Every place where the run stands in the units of a text; the last unit, where it is a run of [a-z0-9], may be the
   * beginning of a longer one.
   *
   * @param {Run} run
   * @param {Unit[]} units
   * @returns {{first: number, last: number}[]} indexes into `units`
   */
  function matches(run, units) {
    const found = [];
    for (let first = 0; first < units.length; first++) {
      const last = endOfMatch(run, units, first);
      if (last >= 0) found.push({ first, last });
    }
    return found;
  }

  /**
   * @param {Run} run
   * @param {Unit[]} units
   * @param {number} first
   * @returns {number} the index of the last unit matched, -1 for none
   */
  function endOfMatch(run, units, first) {
    const { WALL, isRun } = NewspaperArchive.units;
    let place = first;
    for (let i = 0; i < run.length; i++, place++) {
      if (place >= units.length) return -1;
      const { text } = units[place];
      const isEqual = text === run[i];
      if (!isEqual && !(i === run.length - 1 && isRun(run[i]) && text.startsWith(run[i]))) return -1;
      if (text === WALL) while (place + 1 < units.length && units[place + 1].text === WALL) place++;
    }
    return place - 1;
  }

  return { parse, clauses, isTerm, matches };
})();
