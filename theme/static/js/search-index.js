/**
 * The index in the browser: loads lunr.js, the records and the index at the first search, and names the records that may
 * match. The only JavaScript that knows the index's form; search/index.py writes it. Classic scripts hand their data to
 * takeRecords and takeIndex, so that it works from a USB stick as well.
 *
 * @typedef {{address: string, title: string, issue: string, date: string, page: string,
 *   text: Object<string, string[]>}} SearchRecord `text` is by field, a string a paragraph
 * @typedef {[string, Object<string, number[]>]} Posting a term, and the numbers of the records that hold it by field
 * @typedef {{stamp: string, lunr: string, fields: string[], vectors: [string, number[]][], terms: Posting[]}} IndexData
 * @typedef {{stamp: string, articles: SearchRecord[]}} RecordsData
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.search = (function () {
  "use strict";

  const LUNR = "theme/js/lunr.js";
  const RECORDS = "search/records.js";
  const INDEX = "search/index.js";

  /** @type {RecordsData | null} */
  let records = null;
  /** @type {IndexData | null} */
  let data = null;
  /** @type {any} the lunr.Index */
  let index = null;
  /** @type {Promise<void> | null} */
  let loading = null;
  let attempt = 0;

  /** @param {RecordsData} taken */
  function takeRecords(taken) {
    records = taken;
  }

  /** @param {IndexData} taken */
  function takeIndex(taken) {
    data = taken;
  }

  function lunr() {
    return /** @type {any} */ (window).lunr;
  }

  /**
   * Resolves when records can be searched; rejects with an Error whose message is for the reader. A later call tries
   * again what is missing.
   *
   * @returns {Promise<void>}
   */
  function load() {
    if (!loading) {
      loading = loadMissing();
      loading.catch(() => {
        loading = null;
      });
    }
    return loading;
  }

  async function loadMissing() {
    const missing = [];
    if (!lunr()) missing.push(addScript(LUNR));
    if (!records) missing.push(addScript(RECORDS));
    if (!data) missing.push(addScript(INDEX));
    attempt += 1;
    await Promise.all(missing);
    if (!lunr() || !records || !data) throw new Error("检索数据不完整，读不出来。");
    if (records.stamp !== data.stamp) {
      records = null;
      data = null;
      throw new Error("检索数据刚刚更新过，前后两份对不上。");
    }
    index = toLunr(data);
  }

  /**
   * A second try asks for the file under another query, so that no cache answers with what failed.
   *
   * @param {string} address
   * @returns {Promise<void>}
   */
  function addScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.charset = "utf-8";
      script.src = attempt ? `${address}?again=${attempt}` : address;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error("检索数据没有载入成功。"));
      document.head.append(script);
    });
  }

  /** @param {IndexData} form */
  function toLunr(form) {
    return lunr().Index.load({
      version: form.lunr,
      fields: form.fields,
      fieldVectors: form.vectors,
      invertedIndex: form.terms.map(([term, postings], place) => [term, toPosting(form.fields, postings, place)]),
      pipeline: [],
    });
  }

  /**
   * @param {string[]} fields
   * @param {Object<string, number[]>} postings
   * @param {number} place
   */
  function toPosting(fields, postings, place) {
    /** @type {Object<string, any>} */
    const posting = { _index: place };
    for (const field of fields) {
      posting[field] = Object.create(null);
      for (const number of postings[field] || []) posting[field][number] = {};
    }
    return posting;
  }

  /**
   * The records that hold every term of every run, the best first, the newer first among equals; some of them may not
   * hold a run as it stands.
   *
   * @param {Run[]} runs
   * @returns {SearchRecord[]}
   */
  function candidates(runs) {
    const { articles } = /** @type {RecordsData} */ (records);
    const clauses = runs.flatMap(NewspaperArchive.query.clauses);
    if (clauses.length === 0) return [];
    const { presence, wildcard } = lunr().Query;
    /** @type {{ref: string, score: number}[]} */
    const found = index.query((/** @type {any} */ query) => {
      for (const { term, isPrefix } of clauses) {
        query.term(term, {
          usePipeline: false,
          presence: presence.REQUIRED,
          wildcard: isPrefix ? wildcard.TRAILING : wildcard.NONE,
        });
      }
    });
    found.sort((a, b) => b.score - a.score || Number(a.ref) - Number(b.ref));
    return found.map(({ ref }) => articles[Number(ref)]);
  }

  return { takeRecords, takeIndex, load, candidates };
})();
