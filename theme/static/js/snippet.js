/**
 * The hit in its sentence: a stretch of print cut into pieces, some of which are to be marked.
 *
 * @typedef {{text: string, isHit: boolean}} Piece
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.snippet = (function () {
  "use strict";

  const LENGTH = 96;
  const BEFORE = 28;
  const ENDS_OF_SENTENCE = "。！？!?；;";
  const CUT = "……";

  /* Where a hit is shown from, the plainest reading first. */
  const ORDER = ["body", "captions", "subhead", "kicker", "byline"];

  /**
   * A whole text with its hits.
   *
   * @param {string} text
   * @param {Hit[]} hits of this text
   * @returns {Piece[]}
   */
  function marked(text, hits) {
    return cut(text, hits, 0, text.length);
  }

  /**
   * @param {SearchRecord} record
   * @param {Hit[]} hits
   * @returns {{field: string, pieces: Piece[]} | null} null where the record has nothing but its headline
   */
  function snippet(record, hits) {
    const { field, part } = bestPart(hits) || { field: ORDER.find((name) => record.text[name]), part: 0 };
    if (!field) return null;
    const text = record.text[field][part];
    const here = hits.filter((hit) => hit.field === field && hit.part === part);
    const first = here.length ? Math.min(...here.map((hit) => hit.start)) : 0;
    const start = beginning(text, first);
    const end = wholeCharacter(text, Math.min(text.length, start + LENGTH));
    const pieces = cut(text, here, start, end);
    if (start > 0 && !isSentenceEnd(text, start)) pieces.unshift({ text: CUT, isHit: false });
    if (end < text.length) pieces.push({ text: CUT, isHit: false });
    return { field, pieces };
  }

  /**
   * The part with hits of the most runs; the first of those in the order of fields.
   *
   * @param {Hit[]} hits
   */
  function bestPart(hits) {
    /** @type {Map<string, {field: string, part: number, runs: Set<number>}>} */
    const parts = new Map();
    for (const { field, part, run } of hits) {
      if (!ORDER.includes(field)) continue;
      const key = `${field} ${part}`;
      const known = parts.get(key) || { field, part, runs: new Set() };
      known.runs.add(run);
      parts.set(key, known);
    }
    const ordered = Array.from(parts.values()).sort(
      (a, b) => b.runs.size - a.runs.size || ORDER.indexOf(a.field) - ORDER.indexOf(b.field) || a.part - b.part,
    );
    return ordered[0];
  }

  /**
   * The start of the sentence the hit is in; where that is far, a place shortly before the hit.
   *
   * @param {string} text
   * @param {number} hit
   */
  function beginning(text, hit) {
    let start = hit;
    while (start > 0 && !isSentenceEnd(text, start)) {
      start -= 1;
      if (hit - start > BEFORE) return wholeCharacter(text, hit - BEFORE / 2);
    }
    return start;
  }

  /** @param {string} text @param {number} place */
  function isSentenceEnd(text, place) {
    return ENDS_OF_SENTENCE.includes(text[place - 1]);
  }

  /**
   * Never between the halves of a character.
   *
   * @param {string} text
   * @param {number} place
   */
  function wholeCharacter(text, place) {
    return (text.codePointAt(place - 1) || 0) > 0xffff ? place - 1 : place;
  }

  /**
   * @param {string} text
   * @param {Hit[]} hits may touch or overlap
   * @param {number} start
   * @param {number} end
   * @returns {Piece[]}
   */
  function cut(text, hits, start, end) {
    const pieces = [];
    let place = start;
    for (const hit of hits.slice().sort((a, b) => a.start - b.start || b.end - a.end)) {
      const from = Math.max(place, hit.start);
      const to = Math.min(end, hit.end);
      if (from >= to) continue;
      if (from > place) pieces.push({ text: text.slice(place, from), isHit: false });
      pieces.push({ text: text.slice(from, to), isHit: true });
      place = to;
    }
    if (place < end) pieces.push({ text: text.slice(place, end), isHit: false });
    return pieces;
  }

  return Object.assign(snippet, { marked });
})();
