/**
 * The lists of a shard's terms, read from bits: search/lists.py says how they are written. Six bits a character, high ones first.
 *
 * @typedef {Map<string, number[]>} Lists by field: number of an article in its segment, count, number, count, …
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.postings = (function () {
  "use strict";

  const BODY = 0;
  const PER_CHARACTER = 6;
  const FIELD_BITS = 4;
  const MOST_PLAIN = 3;

  /** @param {string} text */
  function bitsOf(text) {
    const { digitAt } = NewspaperArchive.printable;
    let place = 0;
    let left = 0;
    let held = 0;

    function bit() {
      if (left === 0) {
        held = digitAt(text, place);
        place += 1;
        left = PER_CHARACTER;
      }
      left -= 1;
      return (held >> left) & 1;
    }

    /** @param {number} length */
    function number(length) {
      let value = 0;
      for (let i = 0; i < length; i++) value = (value << 1) | bit();
      return value;
    }

    /** How many times the other bit comes before this one. @param {number} end */
    function before(end) {
      let times = 0;
      while (bit() !== end) times += 1;
      return times;
    }

    function gamma() {
      const length = before(1);
      return (1 << length) | number(length);
    }

    function count() {
      let ones = 0;
      while (ones < MOST_PLAIN && bit()) ones += 1;
      return ones < MOST_PLAIN ? ones + 1 : MOST_PLAIN + gamma();
    }

    return { bit, number, before, gamma, count };
  }

  /**
   * @param {string} text
   * @param {string[]} terms
   * @param {string[]} fields
   * @param {number} articles of the segment
   * @returns {Map<string, Lists>} by term
   */
  function postings(text, terms, fields, articles) {
    const bits = bitsOf(text);
    return new Map(terms.map((term) => [term, listsOf(bits, fields, articles)]));
  }

  /** @param {ReturnType<typeof bitsOf>} bits @param {string[]} fields @param {number} articles @returns {Lists} */
  function listsOf(bits, fields, articles) {
    /** @type {Lists} */
    const found = new Map();
    const inBody = bits.gamma() - 1;
    if (inBody) found.set(fields[BODY], listOf(bits, inBody, articles));
    while (bits.bit()) {
      const field = fields[bits.number(FIELD_BITS)];
      found.set(field, listOf(bits, bits.gamma(), articles));
    }
    return found;
  }

  /** @param {ReturnType<typeof bitsOf>} bits @param {number} length @param {number} articles */
  function listOf(bits, length, articles) {
    const lowBits = lowBitsOf(length, articles);
    const hasCounts = bits.bit() === 1;
    const list = [];
    let number = -1;
    for (let i = 0; i < length; i++) {
      const steps = bits.before(1);
      number += ((steps << lowBits) | bits.number(lowBits)) + 1;
      list.push(number, hasCounts ? bits.count() : 1);
    }
    return list;
  }

  /** The logarithm of 0.69 times the mean gap, as lists.py has it. @param {number} length @param {number} articles */
  function lowBitsOf(length, articles) {
    const gap = Math.floor((11 * (articles - length)) / (16 * length));
    return Math.max(0, 31 - Math.clz32(gap));
  }

  return postings;
})();
