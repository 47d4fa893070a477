/**
 * What a reader asks: runs of units that must all be found. Blanks (also U+3000) part them, except between double
 * quotes, so `红帆驿站 “骆 青”` is two. A stop inside a run is a wall that print must have there too, whichever stop it is.
 *
 * @typedef {string[]} Run units, walls as ""; never empty, no wall first or last, never two walls together
 * @typedef {{term: string, isPrefix: boolean}} Clause a term that the index must hold; a prefix stands for all it begins
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.query = (function () {
  "use strict";

  const QUOTED = /["“”＂„‟]([^"“”＂„‟]*)["“”＂„‟]/gu;
  const BLANKS = /\s+/u;
  const KEPT_BLANK = "\u2060";

  /**
   * @param {string} text as typed
   * @returns {Run[]}
   */
  function parse(text) {
    const joined = text.replace(QUOTED, (_, inside) => inside.replace(/\s/gu, KEPT_BLANK));
    return joined.split(BLANKS).map(toRun).filter((run) => run.length > 0);
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
   * The terms that every article with this run holds: its pairs, and each unit that has no neighbour.
   *
   * @param {Run} run
   * @returns {Clause[]}
   */
  function clauses(run) {
    const { WALL, isRun, pair } = NewspaperArchive.units;
    const found = [];
    for (let i = 0; i < run.length; i++) {
      const before = i > 0 ? run[i - 1] : WALL;
      const after = i + 1 < run.length ? run[i + 1] : WALL;
      if (run[i] === WALL || (before === WALL && after !== WALL)) continue;
      const term = before === WALL ? run[i] : pair(before, run[i]);
      found.push({ term, isPrefix: i === run.length - 1 && isRun(run[i]) });
    }
    return found;
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

  return { parse, clauses, matches };
})();
