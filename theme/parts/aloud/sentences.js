/**
 * A text cut into what is said in one breath: sentences, and long ones at their commas. Chromium falls silent in an
 * utterance of more than some fifteen seconds, and a reader who stops goes on from where the sentence began.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.sentences = (function () {
  "use strict";

  /* Characters: at the slowest speed that is offered they take ten seconds or so. */
  const MOST = 40;
  const SENTENCE = /[^。！？!?；;…]*[。！？!?；;…]+[”’」』）)】》]*|[^。！？!?；;…]+$/gu;
  const CLAUSE = /[^，、,：:\s]*[，、,：:\s]+[”’」』）)】》]*|[^，、,：:\s]+$/gu;
  const SPOKEN = /[\p{L}\p{N}]/u;

  /** @param {string} text @returns {string[]} pieces that make up the whole text */
  function cut(text) {
    return voiced((text.match(SENTENCE) || []).flatMap((sentence) => (sentence.length > MOST ? clauses(sentence) : [sentence])));
  }

  /** @param {string} sentence @returns {string[]} as many of its clauses together as are said in one breath */
  function clauses(sentence) {
    /** @type {string[]} */
    const pieces = [];
    for (const clause of sentence.match(CLAUSE) || []) {
      const last = pieces[pieces.length - 1];
      if (last && last.length + clause.length <= MOST) pieces[pieces.length - 1] = last + clause;
      else pieces.push(...slices(clause));
    }
    return pieces;
  }

  /** @param {string} clause without a comma to cut it at @returns {string[]} */
  function slices(clause) {
    const letters = Array.from(clause);
    const count = Math.ceil(letters.length / MOST);
    return Array.from({ length: count }, (_, i) => letters.slice(i * MOST, (i + 1) * MOST).join(""));
  }

  /** @param {string[]} pieces @returns {string[]} a piece of stops alone joined to the one before it */
  function voiced(pieces) {
    /** @type {string[]} */
    const found = [];
    for (const piece of pieces) {
      if (found.length && !SPOKEN.test(piece)) found[found.length - 1] += piece;
      else found.push(piece);
    }
    return found;
  }

  return { MOST, cut };
})();
