/**
 * What is known of every article without its text, by its number: id, date, edition, and on demand kind, sections, writers.
 * search/columns.py writes it.
 *
 * @typedef {{id: string[], date: string[], year: string[], isCertain: boolean[], edition: string[]}} Ids by number; `date` is
 *   EDTF, `year` the one it names, certain or not, "" where it names none
 * @typedef {{kind: string[][], section: string[][], author: string[][]}} Facts by number
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.columns = (function () {
  "use strict";

  /** @type {WeakMap<Head, Promise<Ids>>} */
  const ids = new WeakMap();
  /** @type {WeakMap<Head, Promise<Facts>>} */
  const facts = new WeakMap();

  /**
   * @template T
   * @param {WeakMap<Head, Promise<T>>} known
   * @param {Head} head
   * @param {() => Promise<T>} load
   * @returns {Promise<T>}
   */
  function once(known, head, load) {
    let promise = known.get(head);
    if (!promise) {
      promise = load();
      known.set(head, promise);
      promise.catch(() => known.delete(head));
    }
    return promise;
  }

  /** @param {Head} head @param {string} name */
  function all(head, name) {
    return Promise.all(head.segments.map((segment) => NewspaperArchive.searchIndex.column(segment, name)));
  }

  /** @param {Head} head */
  function idsOf(head) {
    return once(ids, head, async () => {
      /** @type {Ids} */
      const found = { id: [], date: [], year: [], isCertain: [], edition: [] };
      for (const [editions, runs, [shared, rests]] of await all(head, "ids")) {
        addIds(found.id, NewspaperArchive.printable.numbers(shared), rests.split("\n"));
        for (const [date, isCertain, edition, count] of runs) {
          for (let i = 0; i < count; i++) {
            found.date.push(date);
            found.year.push(NewspaperArchive.days.year(date));
            found.isCertain.push(isCertain);
            found.edition.push(editions[edition]);
          }
        }
      }
      return found;
    });
  }

  /** @param {string[]} found @param {number[]} shared @param {string[]} rests */
  function addIds(found, shared, rests) {
    let before = "";
    shared.forEach((length, i) => {
      before = before.slice(0, length) + rests[i];
      found.push(before);
    });
  }

  /** @param {Head} head */
  function factsOf(head) {
    return once(facts, head, async () => {
      /** @type {Facts} */
      const found = { kind: [], section: [], author: [] };
      for (const [kinds, sections, authors] of await all(head, "facets")) {
        add(found.kind, kinds);
        add(found.section, sections);
        add(found.author, authors);
      }
      return found;
    });
  }

  /** @param {string[][]} found @param {[string[], string]} column */
  function add(found, [names, numbers]) {
    for (const own of numbers.split(" ")) {
      found.push(own ? NewspaperArchive.printable.numbers(own).map((number) => names[number]) : []);
    }
  }

  return { idsOf, factsOf };
})();
