/**
 * What a reader may mean while still typing: writers, sections, issues of a month or day (`2022年8月`) or the nearest,
 * headlines by how they begin. Every suggestion is a link.
 *
 * @typedef {{kind: string, said: string, address: string}} Suggestion
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.suggestions = (function () {
  "use strict";

  const { say, printed } = NewspaperArchive.words;
  const EACH = 4;
  const PLAIN = /^[^\s:："“”]+$/u;
  const AFTER_ALL = "\uffff";

  /**
   * @param {string} text as typed
   * @returns {Promise<Suggestion[]>}
   */
  async function of(text) {
    const head = text ? await NewspaperArchive.searchIndex.open() : null;
    const key = unitsOf(text);
    if (!head || !key) return [];
    const day = NewspaperArchive.askedDay.of(text);
    if (day) return issuesOf(head, day);
    return PLAIN.test(text) ? [...(await namesOf(head, key)), ...(await titlesOf(head, key))] : [];
  }

  /** @param {string} text @returns {string} its units in a row, as headlines are sorted by */
  function unitsOf(text) {
    return NewspaperArchive.units(text).map((unit) => unit.text).join("");
  }

  /** @param {Head} head @param {AskedDay} day */
  async function issuesOf(head, day) {
    const { issues, isNear } = await NewspaperArchive.issueDays.of(head, day);
    const kind = isNear ? say("最近的一期") : say("期");
    return issues.map(({ said, edition, address }) => ({ kind, said: `${said} ${edition}`, address }));
  }

  /** @param {Head} head @param {string} key */
  async function namesOf(head, key) {
    const [writers, sections] = await NewspaperArchive.searchIndex.column(head.suggestions, "names");
    const begins = (/** @type {string} */ name) => unitsOf(name).startsWith(key);
    const byAuthor = (/** @type {string} */ name) => say("作者:%(name)s", { name });
    const people = writers.filter(begins).slice(0, EACH);
    const places = sections.filter((/** @type {[string, string]} */ [name]) => begins(name)).slice(0, EACH);
    return [
      ...people.map((/** @type {string} */ name) => ({ kind: say("作者"), said: name, address: `?q=${encodeURIComponent(byAuthor(name))}` })),
      ...places.map((/** @type {[string, string]} */ [name, address]) => ({ kind: say("版块"), said: name, address })),
    ];
  }

  /** @param {Head} head @param {string} key @returns {Promise<Suggestion[]>} one of each headline, the newest */
  async function titlesOf(head, key) {
    const found = await Promise.all(head.segments.map((segment) => titlesIn(segment, key)));
    const newest = new Map(found.flat().reverse().map((title) => [unitsOf(title.said), title]));
    return found.flat().filter((title) => newest.get(unitsOf(title.said)) === title).slice(0, EACH);
  }

  /** @param {Segment} segment @param {string} key */
  async function titlesIn(segment, key) {
    const { shardOf, piece } = NewspaperArchive.searchIndex;
    const { headlines } = segment;
    /** @type {Suggestion[]} */
    const found = [];
    if (headlines.length === 0) return found;
    const last = shardOf(headlines, key + AFTER_ALL);
    for (let number = shardOf(headlines, key); number <= last && found.length < EACH; number++) {
      const [titles, ids] = await piece(segment, "s", number);
      titles.forEach((/** @type {string} */ title, /** @type {number} */ i) => {
        if (unitsOf(title).startsWith(key)) found.push({ kind: say("题目"), said: title, address: `${ids[i]}.html` });
      });
    }
    return found;
  }

  /** @param {Suggestion} suggestion */
  function view({ kind, said, address }) {
    const { element } = NewspaperArchive.results;
    const item = element("li", "");
    const link = document.createElement("a");
    link.href = address;
    link.append(printed(element("span", "", said)), element("span", "search__kind", kind));
    item.append(link);
    return item;
  }

  return { of, view };
})();
