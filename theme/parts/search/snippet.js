/**
 * The hit in its sentence: stretches of print cut into pieces, some of which are to be marked.
 *
 * @typedef {{text: string, isHit: boolean}} Piece
 * @typedef {{start: number, end: number}} Stretch
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.snippet = (function () {
  "use strict";

  const LENGTH = 96; /* characters shown, shared among the runs of the query */
  const SHORTEST = 40;
  const BEFORE = 28; /* characters before a hit in which its sentence must begin */
  const NEAR = 4; /* a clause that begins nearer to the hit than this says too little */
  const END_OF_SENTENCE = /[。！？!?；;][”’」』）]?$/u;
  const END_OF_CLAUSE = /[，,、：:]$/u;
  const CUT = "……";

  /* Where a hit is shown from, the plainest reading first. */
  const ORDER = ["body", "briefs", "captions", "crossheads", "subhead", "kicker", "byline", "section", "folio"];
  /* What opens a result that was found by its headline alone. */
  const READ = ["body", "briefs", "captions", "subhead", "kicker", "byline"];

  /**
   * A whole text with its hits.
   *
   * @param {string} text
   * @param {Hit[]} hits of this text
   * @returns {Piece[]}
   */
  function marked(text, hits) {
    return cut(text, hits, { start: 0, end: text.length });
  }

  /**
   * @param {SearchRecord} record
   * @param {Hit[]} hits
   * @returns {{field: string, pieces: Piece[]} | null} null where the record has nothing but its headline
   */
  function snippet(record, hits) {
    const { field, part } = bestPart(hits) || { field: READ.find((name) => record.text[name]), part: 0 };
    if (!field) return null;
    const text = record.text[field][part];
    const here = hits.filter((hit) => hit.field === field && hit.part === part);
    const shown = stretches(text, here);
    const pieces = shown.flatMap((stretch) => [piece(CUT), ...cut(text, here, stretch)]);
    if (isSentenceEnd(text, shown[0].start)) pieces.shift();
    const { end } = shown[shown.length - 1];
    if (end < text.length && !isSentenceEnd(text, end)) pieces.push(piece(CUT));
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
   * What is shown of a text: a stretch about the first hit of each run, one where they meet; its opening without a hit.
   *
   * @param {string} text
   * @param {Hit[]} hits of this text
   * @returns {Stretch[]}
   */
  function stretches(text, hits) {
    /** @type {Map<number, Stretch>} */
    const firsts = new Map();
    for (const hit of hits) if (!firsts.has(hit.run)) firsts.set(hit.run, hit);
    const places = firsts.size ? Array.from(firsts.values()).sort((a, b) => a.start - b.start) : [{ start: 0, end: 0 }];
    const length = Math.max(SHORTEST, Math.floor(LENGTH / places.length));
    /** @type {Stretch[]} */
    const found = [];
    for (const place of places) {
      const start = beginning(text, place.start);
      const stretch = { start, end: ending(text, start, place.end, length) };
      const last = found[found.length - 1];
      if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
      else found.push(stretch);
    }
    if (found.length === 1) found[0].end = ending(text, found[0].start, found[0].end, LENGTH);
    return found;
  }

  /**
   * The start of the sentence the hit is in; where that is far, of the clause; else a place shortly before the hit.
   *
   * @param {string} text
   * @param {number} hit
   */
  function beginning(text, hit) {
    const earliest = Math.max(0, hit - BEFORE);
    for (let start = hit; start >= earliest; start--) if (isSentenceEnd(text, start)) return start;
    for (let start = earliest; start <= hit - NEAR; start++) if (END_OF_CLAUSE.test(text[start - 1])) return start;
    return wholeCharacter(text, hit - BEFORE / 2);
  }

  /**
   * The end of a sentence in the second half of the length, else where the length is full.
   *
   * @param {string} text
   * @param {number} start
   * @param {number} least what must be shown up to
   * @param {number} length
   */
  function ending(text, start, least, length) {
    const last = Math.min(text.length, Math.max(start + length, least));
    if (last === text.length) return last;
    const earliest = Math.max(least, start + length / 2);
    for (let end = last; end >= earliest; end--) if (isSentenceEnd(text, end)) return end;
    return wholeCharacter(text, last);
  }

  /** @param {string} text @param {number} place */
  function isSentenceEnd(text, place) {
    return place === 0 || END_OF_SENTENCE.test(text.slice(Math.max(0, place - 2), place));
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
   * @param {Stretch} stretch
   * @returns {Piece[]}
   */
  function cut(text, hits, { start, end }) {
    const pieces = [];
    let place = start;
    for (const hit of hits.slice().sort((a, b) => a.start - b.start || b.end - a.end)) {
      const from = Math.max(place, hit.start);
      const to = Math.min(end, hit.end);
      if (from >= to) continue;
      if (from > place) pieces.push(piece(text.slice(place, from)));
      pieces.push({ text: text.slice(from, to), isHit: true });
      place = to;
    }
    if (place < end) pieces.push(piece(text.slice(place, end)));
    return pieces;
  }

  /** @param {string} text @returns {Piece} */
  function piece(text) {
    return { text, isHit: false };
  }

  return Object.assign(snippet, { marked });
})();
