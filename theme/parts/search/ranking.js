/**
 * The ranking, by the genuine lunr.js over only the terms of a query.
 *
 * A score in lunr.js is dot(query, field of an article) / |query|, so terms that were not asked for play no part. With b = 0
 * (an article's length says nothing: a long report that names the village is no worse) a weight depends on nothing but how
 * often a term stands in a field and in how many articles, and is computed here; so a new article changes no other's postings.
 *
 * @typedef {{number: number, score: number}} Candidate
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.ranking = (function () {
  "use strict";

  const K1 = 1.2;

  /** @param {Head} head @param {Wish} wish */
  function fieldsOf(head, wish) {
    return wish.fields || head.searched;
  }

  /**
   * Which articles hold every term of every wanted run, and none of the unwanted runs that are one term.
   *
   * @param {Head} head
   * @param {Asked[]} asked
   * @returns {Uint8Array} 1 for each such article
   */
  function holders(head, asked) {
    const wanted = asked.filter(({ wish }) => !wish.isUnwanted);
    const times = new Uint32Array(head.articles); /* a pasted paragraph asks for more than 255 terms */
    wanted.forEach((one, turn) => {
      eachHolder(head, one, (number) => {
        if (times[number] === turn) times[number] = turn + 1;
      });
    });
    const all = Uint8Array.from(times, (count) => (count === wanted.length ? 1 : 0));
    for (const one of asked) {
      if (!one.wish.isUnwanted || !NewspaperArchive.query.isTerm(one.wish.run)) continue;
      eachHolder(head, one, (number) => {
        all[number] = 0;
      });
    }
    return all;
  }

  /** @param {Head} head @param {Asked} asked @param {(number: number) => void} tell */
  function eachHolder(head, { wish, terms: found }, tell) {
    for (const { lists } of found) {
      for (const field of fieldsOf(head, wish)) {
        const list = lists.get(field) || [];
        for (let i = 0; i < list.length; i += 2) tell(list[i]);
      }
    }
  }

  /**
   * The articles that may be results, the best first and the newer first among equals.
   *
   * @param {Head} head
   * @param {Asked[]} asked
   * @param {Uint8Array} chosen 1 for each article that is asked about
   * @returns {Candidate[]}
   */
  function rank(head, asked, chosen) {
    const { Query } = /** @type {any} */ (globalThis).lunr;
    const wanted = asked.filter(({ wish }) => !wish.isUnwanted);
    const results = toLunr(head, wanted, chosen).query((/** @type {any} */ query) => {
      for (const { wish, clause } of wanted) {
        query.term(clause.term, {
          fields: fieldsOf(head, wish),
          usePipeline: false,
          presence: Query.presence.REQUIRED,
          wildcard: clause.isPrefix ? Query.wildcard.TRAILING : Query.wildcard.NONE,
        });
      }
    });
    return results
      .map((/** @type {{ref: string, score: number}} */ { ref, score }) => ({ number: Number(ref), score }))
      .sort((/** @type {Candidate} */ a, /** @type {Candidate} */ b) => b.score - a.score || a.number - b.number);
  }

  /**
   * An index of only these terms and articles; counts of articles are of the whole archive.
   *
   * @param {Head} head
   * @param {Asked[]} asked
   * @param {Uint8Array} chosen
   */
  function toLunr(head, asked, chosen) {
    const { Index, Pipeline, TokenSet, Vector } = /** @type {any} */ (globalThis).lunr;
    const terms = new Map(asked.flatMap(({ terms: found }) => found.map((term) => [term.term, term])));
    const sorted = Array.from(terms.values()).sort((a, b) => (a.term < b.term ? -1 : 1));
    /** @type {Object<string, any>} */
    const invertedIndex = Object.create(null);
    /** @type {Map<string, number[]>} */
    const vectors = new Map();
    sorted.forEach((term, place) => {
      invertedIndex[term.term] = posting(head, term, place, chosen, vectors);
    });
    const fieldVectors = Object.create(null);
    for (const [name, elements] of vectors) fieldVectors[name] = new Vector(elements);
    const tokenSet = TokenSet.fromArray(sorted.map(({ term }) => term));
    return new Index({ invertedIndex, fieldVectors, tokenSet, fields: head.fields, pipeline: new Pipeline() });
  }

  /**
   * @param {Head} head
   * @param {Term} term
   * @param {number} place among the terms
   * @param {Uint8Array} chosen
   * @param {Map<string, number[]>} vectors to which each weight is added
   */
  function posting(head, term, place, chosen, vectors) {
    /** @type {Object<string, any>} */
    const made = { _index: place };
    const idf = inverseFrequency(head, term);
    head.fields.forEach((field, i) => {
      made[field] = Object.create(null);
      const list = term.lists.get(field) || [];
      for (let at = 0; at < list.length; at += 2) {
        if (!chosen[list[at]]) continue;
        made[field][list[at]] = {};
        const name = `${field}/${list[at]}`;
        const elements = vectors.get(name);
        const weight = weigh(idf, list[at + 1], head.weights[i]);
        if (elements) elements.push(place, weight);
        else vectors.set(name, [place, weight]);
      }
    });
    return made;
  }

  /** @param {Head} head @param {Term} term as lunr.idf() has it */
  function inverseFrequency(head, { lists }) {
    let holding = 0;
    for (const list of lists.values()) holding += list.length / 2;
    return Math.log(1 + Math.abs((head.articles - holding + 0.5) / (holding + 0.5)));
  }

  /** @param {number} idf @param {number} count @param {number} boost as lunr.Builder has it, with b = 0 */
  function weigh(idf, count, boost) {
    return Math.round(((idf * ((K1 + 1) * count)) / (K1 + count)) * boost * 1000) / 1000;
  }

  return { holders, rank };
})();
