/**
 * The search itself. For embedders, on the search page or any page that has its scripts:
 *
 *     archiveSearch("红帆驿站 -旧桥", { confirm: "all" }).then(({ total, exact, ids }) => …)
 *
 * `ids` are the ids (addresses without `.html`) of all matching articles, in order. A query of terms that the index holds
 * whole is always exact; for any other the text of up to 200 candidates is read (`confirm: "all"` reads all): with more of
 * them `exact` is false, `total` an estimate, and `ids` has in it candidates that may not match.
 *
 * @typedef {object} SearchOptions
 * @property {number | "all"} [confirm] how many candidates are confirmed, 200 unless told
 * @property {"relevance" | "newest" | "oldest"} [sort]
 * @property {string} [from] first day, `2022-06-01`
 * @property {string} [to] last day
 * @property {boolean} [unknown] whether dates that are not fully known are in the range when they may be; true unless told
 * @property {Object<string, string[]>} [only] by facet (year, edition, section, kind, author), the values of which one must hold
 * @property {number} [first] how many results `onFirst` is told of, 10 unless told
 * @property {(found: Result[]) => void} [onFirst] called with the first results, as soon as these are confirmed
 * @property {() => boolean} [isStale] whether nobody waits any more; then the search ends with an Error
 *
 * @typedef {{record: SearchRecord, hits: Hit[]}} Result
 * @typedef {{total: number, exact: boolean, ids: string[]}} Answer
 * @typedef {{numbers: number[], wishes: Wish[], head: Head}} Behind what an answer was made of, for the page
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.archiveSearch = (function () {
  "use strict";

  const CONFIRMED = 200;
  const FIRST = 10;
  const AT_ONCE = 10;

  /** @type {WeakMap<Answer, Behind>} */
  const behind = new WeakMap();

  /**
   * @param {string} said
   * @param {SearchOptions} [wanted]
   * @returns {Promise<Answer>}
   */
  async function archiveSearch(said, wanted) {
    const { searchIndex } = NewspaperArchive;
    const query = typeof said === "number" ? String(said) : typeof said === "string" ? said : "";
    const options = meant(wanted);
    let head = await searchIndex.open().catch(searchIndex.reopen);
    try {
      return await searchIn(head, query, options);
    } catch (error) {
      if (options.isStale && options.isStale()) throw error;
      /* The site may have been built anew since the page was opened: then what is missing has another name. */
      const { stamp } = head;
      head = await searchIndex.reopen();
      if (head.stamp === stamp) throw error;
      return searchIn(head, query, options);
    }
  }

  /**
   * An embedder's options; what no search can mean is as if it were not said.
   *
   * @param {any} wanted
   * @returns {SearchOptions}
   */
  function meant(wanted) {
    const { FACETS, SORTS, day } = NewspaperArchive.address;
    const { confirm: limit, first, sort, from, to, unknown, only, onFirst, isStale } = isObject(wanted) ? wanted : {};
    return {
      confirm: limit === "all" || (typeof limit === "number" && limit >= 0) ? limit : CONFIRMED,
      first: typeof first === "number" && first >= 1 ? first : FIRST,
      sort: SORTS.find((one) => one === sort),
      from: day(from),
      to: day(to),
      unknown: unknown !== false,
      only: isObject(only) ? Object.fromEntries(FACETS.map((facet) => [facet, texts(only[facet])])) : {},
      onFirst: typeof onFirst === "function" ? onFirst : undefined,
      isStale: typeof isStale === "function" ? isStale : undefined,
    };
  }

  /** @param {any} value */
  function isObject(value) {
    return typeof value === "object" && value !== null;
  }

  /** @param {any} values one or several @returns {string[]} */
  function texts(values) {
    return [values].flat().filter((value) => typeof value === "string");
  }

  /** @param {Head} head @param {string} query @param {SearchOptions} options @returns {Promise<Answer>} */
  async function searchIn(head, query, options) {
    const { searchIndex, ranking, query: asking } = NewspaperArchive;
    const wishes = asking.parse(query);
    if (wishes.every(({ isUnwanted }) => isUnwanted)) return answer({ total: 0, exact: true, numbers: [] }, [], wishes, head);
    const asked = await searchIndex.look(head, wishes);
    await new Promise((resolve) => setTimeout(resolve)); /* a slow phone answers to the finger between the two */
    const chosen = await narrowed(head, ranking.holders(head, asked), options);
    const numbers = await sorted(head, ranking.rank(head, asked, chosen).map(({ number }) => number), options.sort);
    const confirmed = await confirm(head, wishes, numbers, options);
    const columns = await NewspaperArchive.columns.idsOf(head);
    return answer(confirmed, columns.id, wishes, head);
  }

  /**
   * @param {{total: number, exact: boolean, numbers: number[]}} confirmed
   * @param {string[]} names by number
   * @param {Wish[]} wishes
   * @param {Head} head
   * @returns {Answer}
   */
  function answer({ total, exact, numbers }, names, wishes, head) {
    const made = { total, exact, ids: numbers.map((number) => names[number]) };
    behind.set(made, { numbers, wishes, head });
    return made;
  }

  /** @param {Head} head @param {Uint8Array} chosen @param {SearchOptions} options */
  async function narrowed(head, chosen, { from = "", to = "", unknown = true, only = {} }) {
    const facets = Object.entries(only).filter(([, values]) => values.length > 0);
    if (!from && !to && facets.length === 0) return chosen;
    const ids = await NewspaperArchive.columns.idsOf(head);
    const needsFacts = facets.some(([facet]) => !(facet in ids));
    /** @type {any} */
    const columns = needsFacts ? { ...ids, ...(await NewspaperArchive.columns.factsOf(head)) } : ids;
    return chosen.map((isIn, number) =>
      isIn &&
      ((!from && !to) || NewspaperArchive.days.isBetween(ids.date[number], from, to, unknown)) &&
      facets.every(([facet, values]) => values.some((value) => [columns[facet][number]].flat().includes(value)))
        ? 1
        : 0,
    );
  }

  /**
   * An estimate stands where it most likely belongs; what may be of any year stands at the end either way.
   *
   * @param {Head} head
   * @param {number[]} numbers by relevance
   * @param {string} [order]
   */
  async function sorted(head, numbers, order = "relevance") {
    if (order === "relevance") return numbers;
    const { date } = await NewspaperArchive.columns.idsOf(head);
    /** @type {[string, number][]} */
    const all = numbers.sort((a, b) => a - b).map((number) => [NewspaperArchive.days.earliest(date[number]), number]);
    const dated = all.filter(([day]) => day).sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0));
    if (order === "oldest") dated.reverse();
    return [...dated, ...all.filter(([day]) => !day)].map(([, number]) => number);
  }

  /**
   * Reads texts in the order of the results: first as many as are shown at once, then up to the limit.
   *
   * @param {Head} head
   * @param {Wish[]} wishes
   * @param {number[]} numbers
   * @param {SearchOptions} options
   */
  async function confirm(head, wishes, numbers, { confirm: limit = CONFIRMED, first = FIRST, onFirst, isStale }) {
    const isSure = wishes.every(({ run }) => NewspaperArchive.query.isTerm(run));
    const most = limit === "all" ? numbers.length : Math.min(limit, numbers.length);
    /** @type {Result[]} */
    const found = [];
    let read = 0;
    let isTold = !onFirst;
    const tell = () => {
      if (!isTold && onFirst) onFirst(found.slice(0, first));
      isTold = true;
    };
    while (read < numbers.length && (isTold ? !isSure && read < most : found.length < first)) {
      if (isStale && isStale()) throw new Error(NewspaperArchive.words.say("检索已被更新的检索取代。"));
      const next = numbers.slice(read, read + AT_ONCE);
      found.push(...(await results(head, wishes, next)));
      read += next.length;
      if (found.length >= first) tell();
    }
    tell();
    if (isSure) return { total: numbers.length, exact: true, numbers };
    const left = numbers.slice(read);
    const total = found.length + (read ? Math.round((left.length * found.length) / read) : 0);
    return { total, exact: left.length === 0, numbers: [...found.map(({ record }) => record.number), ...left] };
  }

  /**
   * Those of the articles that match, with their hits.
   *
   * @param {Head} head
   * @param {Wish[]} wishes
   * @param {number[]} numbers
   * @returns {Promise<Result[]>}
   */
  async function results(head, wishes, numbers) {
    const records = await Promise.all(numbers.map((number) => NewspaperArchive.searchIndex.record(head, number)));
    return records.flatMap((record) => {
      const hits = NewspaperArchive.hits(record, wishes);
      return hits ? [{ record, hits }] : [];
    });
  }

  return Object.assign(archiveSearch, { results, behind: (/** @type {Answer} */ made) => /** @type {Behind} */ (behind.get(made)) });
})();

var archiveSearch = NewspaperArchive.archiveSearch;
