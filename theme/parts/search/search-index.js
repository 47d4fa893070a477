/**
 * The index in the browser: loads the shards that hold a query's terms and the texts of its results. The only JavaScript that
 * knows the index's form; search/index.py writes it.
 *
 * @typedef {{number: number, id: string, address: string, title: string, issue: string, date: string, page: string,
 *   text: Object<string, string[]>}} SearchRecord `number` is the article's place, newest first; `text` is by field
 * @typedef {{form: string, fold: string, articles: number, fields: string[], searched: number, weights: number[],
 *   suggestions: string, segments: [string, number, Rows, Rows][]}} HeadData
 * @typedef {[string, string, string]} Rows
 * @typedef {{name: string, first: number, count: number, beginnings: string[], headlines: string[]}} Segment `first` is its
 *   first article's number; its shards of terms and of headlines begin where the lists say
 * @typedef {{stamp: string, fields: string[], searched: string[], weights: number[], articles: number, segments: Segment[],
 *   suggestions: {name: string}}} Head
 * @typedef {{term: string, lists: Lists}} Term the articles by their numbers in the archive
 * @typedef {{wish: Wish, clause: Clause, terms: Term[]}} Asked
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.searchIndex = (function () {
  "use strict";

  const FORM = "3";
  const LUNR = "theme/js/lunr.js";
  const AFTER_ALL = "\uffff";

  /** @type {Promise<Head> | null} */
  let opening = null;
  /** @type {WeakMap<any[], Map<string, Lists>>} */
  const read = new WeakMap();

  function lunr() {
    return /** @type {any} */ (globalThis).lunr;
  }

  /**
   * lunr.js, the head and the table of folding; nothing can be asked before.
   *
   * @returns {Promise<Head>}
   */
  function open() {
    if (!opening) {
      opening = openAll();
      opening.catch(() => {
        opening = null;
      });
    }
    return opening;
  }

  async function openAll() {
    const { store, fold } = NewspaperArchive;
    const [head, table] = await Promise.all([store.load("head"), store.load("fold"), loadLunr()]);
    const [stamp, data] = head;
    const [foldStamp, ...digits] = table;
    if (data.form !== FORM || data.fold !== foldStamp) throw new Error(NewspaperArchive.words.say("检索数据刚刚更新过，与网页对不上。请重新载入本页。"));
    fold.learn(.../** @type {[string, string, string, string]} */ (digits));
    return toHead(stamp, data);
  }

  async function loadLunr() {
    if (!lunr()) await NewspaperArchive.store.addScript(LUNR);
    if (!lunr()) throw new Error(NewspaperArchive.words.say("检索程序不完整，读不出来。"));
  }

  /** @param {string} stamp @param {HeadData} data @returns {Head} */
  function toHead(stamp, data) {
    const { beginnings } = NewspaperArchive.printable;
    let first = 0;
    const segments = data.segments.map(([name, count, ofTerms, ofHeadlines]) => {
      const segment = { name, first, count, beginnings: beginnings(ofTerms), headlines: beginnings(ofHeadlines) };
      first += count;
      return segment;
    });
    const searched = data.fields.slice(0, data.searched);
    const suggestions = { name: data.suggestions };
    return { stamp, suggestions, fields: data.fields, searched, weights: data.weights, articles: data.articles, segments };
  }

  /**
   * The head anew, past every cache: a site that was updated since has another.
   *
   * @returns {Promise<Head>}
   */
  function reopen() {
    NewspaperArchive.store.again();
    opening = null;
    return open();
  }

  /**
   * A file of a segment, a thousand of them to a folder.
   *
   * @param {{name: string}} segment
   * @param {string} kind
   * @param {number} number
   */
  function piece(segment, kind, number) {
    return NewspaperArchive.store.load(`${segment.name}/${kind}/${Math.floor(number / 1000)}/${number}`);
  }

  /**
   * The last shard that begins at or before the term.
   *
   * @param {string[]} beginnings
   * @param {string} term
   */
  function shardOf(beginnings, term) {
    let low = 0;
    let high = beginnings.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (beginnings[middle] <= term) low = middle;
      else high = middle;
    }
    return low;
  }

  /**
   * @param {Head} head
   * @param {Wish[]} wishes
   * @returns {Promise<Asked[]>} each clause with the terms that it stands for
   */
  function look(head, wishes) {
    return Promise.all(
      wishes.flatMap((wish) =>
        NewspaperArchive.query.clauses(wish.run).map(async (clause) => ({ wish, clause, terms: await termsOf(head, clause) })),
      ),
    );
  }

  /** @param {Head} head @param {Clause} clause @returns {Promise<Term[]>} */
  async function termsOf(head, clause) {
    /** @type {Map<string, Term>} */
    const found = new Map();
    await Promise.all(
      head.segments.map(async (segment) => {
        const { beginnings } = segment;
        if (beginnings.length === 0) return;
        const first = shardOf(beginnings, clause.term);
        const last = clause.isPrefix ? shardOf(beginnings, clause.term + AFTER_ALL) : first;
        const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
        for (const shard of await Promise.all(numbers.map((number) => piece(segment, "i", number)))) {
          addTerms(found, segment, terms(head, segment, shard), clause);
        }
      }),
    );
    return Array.from(found.values());
  }

  /** @param {Head} head @param {Segment} segment @param {any[]} shard @returns {Map<string, Lists>} */
  function terms(head, segment, shard) {
    let found = read.get(shard);
    if (!found) {
      const [coded, lists] = shard;
      found = NewspaperArchive.postings(lists, NewspaperArchive.printable.strings(coded), head.fields, segment.count);
      read.set(shard, found);
    }
    return found;
  }

  /**
   * @param {Map<string, Term>} found
   * @param {Segment} segment
   * @param {Map<string, Lists>} held
   * @param {Clause} clause
   */
  function addTerms(found, segment, held, clause) {
    const names = clause.isPrefix ? Array.from(held.keys()).filter((name) => name.startsWith(clause.term)) : [clause.term];
    for (const name of names) {
      const lists = held.get(name);
      if (!lists) continue;
      const term = found.get(name) || { term: name, lists: new Map() };
      addLists(term.lists, segment, lists);
      found.set(name, term);
    }
  }

  /** @param {Lists} whole to which those of a segment are added @param {Segment} segment @param {Lists} lists */
  function addLists(whole, segment, lists) {
    for (const [field, list] of lists) {
      const numbers = list.map((value, i) => (i % 2 ? value : value + segment.first));
      whole.set(field, (whole.get(field) || []).concat(numbers));
    }
  }

  /** @param {Head} head @param {number} number @returns {Segment} */
  function segmentOf(head, number) {
    return /** @type {Segment} */ (head.segments.find(({ first, count }) => number < first + count));
  }

  /**
   * @param {Head} head
   * @param {number} number
   * @returns {Promise<SearchRecord>}
   */
  async function record(head, number) {
    const segment = segmentOf(head, number);
    const [id, title, issue, date, page, parts] = await piece(segment, "t", number - segment.first);
    /** @type {Object<string, string[]>} */
    const text = {};
    head.fields.forEach((field, i) => {
      if (parts[i] && parts[i].length) text[field] = parts[i];
    });
    return { number, id, address: `${id}.html`, title: title || text.headline[0], issue, date, page, text };
  }

  /** @param {{name: string}} segment @param {string} name of the column */
  function column(segment, name) {
    return NewspaperArchive.store.load(`${segment.name}/${name}`);
  }

  return { open, reopen, look, termsOf, record, column, piece, shardOf };
})();
