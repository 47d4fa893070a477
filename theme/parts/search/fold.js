/**
 * What a reader's run of characters is compared by: text folded code point by code point (NFKC, lower case, simplified),
 * with the way back to print. The same as fold() in search/tokenise.py; tests/vectors/tokenise.json holds both to one rule.
 * Which characters are searched as simplified ones says the build product search/fold.js, which must be learnt first.
 *
 * @typedef {{text: string, offsets: number[]}} Folded `offsets[i]` is where the i-th character stands in print, and one
 *   entry more for the end; both count UTF-16 units
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.fold = (function () {
  "use strict";

  /* Printed variants that NFKC would take for something else: ︰ becomes "..", an ellipsis three full points; 零 is 〇. */
  const PRINTED = new Map([
    ["︰", ":"], ["∶", ":"], ["…", "…"], ["⋯", "…"], ["‥", "…"], ["︙", "…"], ["零", "〇"],
  ]);

  /* What print sets for 〇 beside a Chinese figure, as folded; see ZERO_SIGNS in search/tokenise.py. */
  const ZEROS = /[○◯〇oо0]+/g;
  const FIGURE = /[一二三四五六七八九]/;
  const BESIDE = /[a-z0-9а-яё]/;

  /** @type {Map<string, string>} */
  let known = new Map(PRINTED);
  /** @type {Map<string, string>} */
  let simplified = new Map();

  /**
   * @param {string} gaps between the characters' code points, and three texts of digits for what they are searched as
   * @param {string[]} digits
   */
  function learn(gaps, ...digits) {
    const [high, middle, low] = digits;
    const ends = NewspaperArchive.printable.codePoints(high, middle, low);
    let code = 0;
    simplified = new Map(
      NewspaperArchive.printable.numbers(gaps).map((gap, i) => [String.fromCodePoint((code += gap)), ends[i]]),
    );
    known = new Map(PRINTED);
  }

  /** @param {string} character one code point */
  function foldCharacter(character) {
    let folded = known.get(character);
    if (folded === undefined) {
      const lowered = Array.from(character.normalize("NFKC"), (part) => part.toLowerCase()).join("");
      folded = Array.from(lowered, (part) => simplified.get(part) || part).join("");
      known.set(character, folded);
    }
    return folded;
  }

  /** @param {string} folded */
  function withZeros(folded) {
    return folded.replace(ZEROS, (zeros, /** @type {number} */ at) => {
      const around = folded.charAt(at - 1) + folded.charAt(at + zeros.length);
      return FIGURE.test(around) && !BESIDE.test(around) ? "〇".repeat(zeros.length) : zeros;
    });
  }

  /**
   * @param {string} text as printed
   * @returns {Folded}
   */
  function fold(text) {
    const offsets = [];
    let folded = "";
    let offset = 0;
    for (const character of text) {
      const replacement = foldCharacter(character);
      for (let i = 0; i < replacement.length; i++) offsets.push(offset);
      folded += replacement;
      offset += character.length;
    }
    offsets.push(text.length);
    return { text: withZeros(folded), offsets };
  }

  return Object.assign(fold, { learn });
})();
