/**
 * The units of a text: each letter outside [a-z0-9], each longest run of [a-z0-9], and walls that no pair crosses.
 * `“220兆瓦”，投产` is 220 兆 瓦, a wall, 投 产. The same as units() in search/tokenise.py.
 *
 * @typedef {{text: string, start: number, end: number}} Unit a wall's text is ""; start and end are its place in print
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.units = (function () {
  "use strict";

  const WALL = "";
  const WALLS = ",。;:!?、…█";
  const PIECE = /[a-z0-9]+|./gsu;
  const RUN = /^[a-z0-9]+$/;

  /* First and last code point of what is passed over, after folding; see PASSED_OVER in search/tokenise.py. */
  const PASSED_OVER = [
    [0x00, 0x2f], [0x3a, 0x60], [0x7b, 0xa9], [0xab, 0xb4], [0xb6, 0xb9], [0xbb, 0xbf], [0xd7, 0xd7],
    [0xf7, 0xf7], [0x2b9, 0x36f], [0x2000, 0x214f], [0x2190, 0x2bff], [0x2e00, 0x2e7f], [0x2ff0, 0x3004],
    [0x3008, 0x3020], [0x302a, 0x3030], [0x3036, 0x3037], [0x303d, 0x3040], [0x3099, 0x309c], [0x30a0, 0x30a0],
    [0x30fb, 0x30fb], [0x3190, 0x319f], [0x3200, 0x33ff], [0x4dc0, 0x4dff], [0xd800, 0xdfff], [0xfd3e, 0xfd3f],
    [0xfe00, 0xfe6f], [0xfeff, 0xfeff], [0xff00, 0xff0f], [0xffe0, 0xffff], [0x1f000, 0x1faff],
    [0xe0000, 0xe0fff],
  ];

  /** @param {string} piece a run, or one folded code point */
  function isPassedOver(piece) {
    const code = piece.codePointAt(0) || 0;
    if (code >= 0x4e00 && code <= 0x9fff) return false;
    return PASSED_OVER.some(([first, last]) => code >= first && code <= last);
  }

  /** @param {string} unit */
  function isRun(unit) {
    return RUN.test(unit);
  }

  /**
   * @param {string} text as printed
   * @returns {Unit[]}
   */
  function units(text) {
    const folded = NewspaperArchive.fold(text);
    const found = [];
    for (const piece of folded.text.matchAll(PIECE)) {
      const isWall = WALLS.includes(piece[0]);
      if (!isWall && isPassedOver(piece[0])) continue;
      const last = piece.index + piece[0].length;
      found.push({
        text: isWall ? WALL : piece[0],
        start: folded.offsets[piece.index],
        end: endInPrint(folded.offsets, last, text),
      });
    }
    return found;
  }

  /**
   * Where the printed character that made the folded one before `last` ends.
   *
   * @param {number[]} offsets
   * @param {number} last
   * @param {string} text
   */
  function endInPrint(offsets, last, text) {
    const start = offsets[last - 1];
    const code = text.codePointAt(start) || 0;
    return start + (code > 0xffff ? 2 : 1);
  }

  /**
   * Two neighbours as one term: 河堤, " 220 兆", " 5g a", 年2022. A pair that begins with a run begins with a blank, so
   * that what begins with 22 is a unit and never a pair.
   *
   * @param {string} first
   * @param {string} second
   */
  function pair(first, second) {
    return isRun(first) ? ` ${first} ${second}` : first + second;
  }

  return Object.assign(units, { WALL, isRun, pair });
})();
