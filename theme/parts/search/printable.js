/**
 * Numbers and terms as the index writes them: printable.py and shards.py say how. `0/` is 1 and 0, `A河B堤` is 河 and 河堤.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.printable = (function () {
  "use strict";

  const FIRST_DIGIT = 0x2f; /* what comes before are marks */
  const ENDS = 54;
  const MIDDLES = 24;
  const FIRST_CAPITAL = 0x41;
  const CODED = /([A-Z])([^A-Z]*)/gu;

  /* The place of each character among the digits; `<` and `\` are left out of them. */
  const DIGITS = new Int8Array(128).fill(-1);
  for (let code = FIRST_DIGIT, digit = 0; code < 0x7f; code++) {
    if (code !== 0x3c && code !== 0x5c) DIGITS[code] = digit++;
  }

  /**
   * @param {string} text nothing but numbers
   * @returns {number[]}
   */
  function numbers(text) {
    /** @type {number[]} */
    const found = [];
    for (let place = 0; place < text.length; ) {
      const [number, next] = numberAt(text, place);
      found.push(number);
      place = next;
    }
    return found;
  }

  /**
   * @param {string} text
   * @param {number} place where a number begins
   * @returns {[number, number]} it, and the place after it
   */
  function numberAt(text, place) {
    let high = 0;
    let digit = digitAt(text, place);
    while (digit >= ENDS) {
      high = high * MIDDLES + (digit - ENDS) + 1;
      digit = digitAt(text, ++place);
    }
    return [high * ENDS + digit, place + 1];
  }

  /**
   * @param {string} text
   * @returns {string[]} each string whole again
   */
  function strings(text) {
    /** @type {string[]} */
    const found = [];
    let before = "";
    for (const [, shared, rest] of text.matchAll(CODED)) {
      before = before.slice(0, shared.charCodeAt(0) - FIRST_CAPITAL) + rest;
      found.push(before);
    }
    return found;
  }

  /**
   * Where shards begin, as beginnings.py writes it: each by what it has of the one before, the gap to its next unit, the rest.
   *
   * @param {[string, string, string]} rows
   * @returns {string[]}
   */
  function beginnings([shared, gaps, rests]) {
    const tails = rests.split(",");
    let before = "";
    return numbers(gaps).map((gap, i) => {
      const kept = shared.charCodeAt(i) - FIRST_CAPITAL;
      before = before.slice(0, kept) + String.fromCharCode((before.charCodeAt(kept) || 0) + gap) + tails[i];
      return before;
    });
  }

  /** @param {string} text of three digits each @param {string} middle @param {string} low */
  function codePoints(text, middle, low) {
    const base = ENDS + MIDDLES;
    return Array.from(text, (_, i) => {
      const high = DIGITS[text.charCodeAt(i)] * base + DIGITS[middle.charCodeAt(i)];
      return String.fromCodePoint(high * base + DIGITS[low.charCodeAt(i)]);
    });
  }

  /** @param {string} text @param {number} place */
  function digitAt(text, place) {
    const digit = DIGITS[text.charCodeAt(place)];
    if (!(digit >= 0)) throw new Error(NewspaperArchive.words.say("检索数据不完整。"));
    return digit;
  }

  return { numbers, strings, beginnings, codePoints, digitAt };
})();
