/**
 * What a reader who finds nothing may have meant: 骆清 is nowhere, 骆青 sounds alike and is in four articles; of 河堤新闸
 * there is 河堤. Loaded only then. Every number is what a search for just that finds; nothing of it is mixed into results.
 *
 * @typedef {{text: string, query: string, total: number, exact: boolean}} Nearby `query` finds `total` articles
 * @typedef {{wider: number, names: Nearby[], parts: Nearby[]}} NearbyAll `wider` is what the query finds without its conditions
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.near = (function () {
  "use strict";

  const { say, printed } = NewspaperArchive.words;
  const LONGEST = 12; /* units of what may be a name */
  const NAME = 3; /* units of most names */
  const MOST_NAMES = 5;
  const MOST_PARTS = 4;
  const TRIED = 30; /* searches for one query, for names and for parts */
  const READ = 48; /* texts of which other characters are read */
  /** @type {Map<string, string>} how a field is named in a query, by the first of its fields */
  const NAMES = new Map([["kicker", "标题:"], ["byline", "作者:"], ["section", "栏目:"], ["folio", "版次:"]]);

  /** @param {Asking} asking which found nothing @param {() => boolean} isStale @returns {Promise<NearbyAll>} */
  async function of(asking, isStale) {
    const head = await NewspaperArchive.searchIndex.open();
    const isNarrow = asking.from || asking.to || Object.values(asking.only).some((values) => values.length > 0);
    const wider = isNarrow ? (await times(asking.q)).total : 0;
    /** @type {NearbyAll} */
    const found = { wider, names: [], parts: [] };
    const wishes = NewspaperArchive.query.parse(asking.q).filter(({ isUnwanted }) => !isUnwanted);
    if (wider) return found;
    for (const wish of wishes.slice(0, MOST_PARTS)) {
      if (isStale()) return found;
      await ofWish(head, wish, wishes.length > 1 || Boolean(wish.fields), found);
    }
    found.names.sort((a, b) => b.total - a.total);
    found.names.splice(MOST_NAMES);
    return found;
  }

  /** @param {Head} head @param {Wish} wish @param {boolean} mayBe found by itself @param {NearbyAll} found */
  async function ofWish(head, wish, mayBe, found) {
    const prefix = NAMES.get((wish.fields || [""])[0]) || "";
    const own = mayBe && (await nearby(prefix, wish.run));
    if (own && own.total) {
      found.parts.push(own);
      return;
    }
    if (wish.run.length <= LONGEST && !wish.run.includes(NewspaperArchive.units.WALL)) {
      found.names.push(...(await namesNear(head, prefix, wish.run)));
    }
    const anywhere = wish.fields && (await nearby("", wish.run));
    const parts = anywhere && anywhere.total ? [anywhere] : await partsOf(head, wish.run);
    found.parts.push(...parts.filter(({ text }) => !found.names.some((name) => name.text.includes(text))).slice(0, MOST_PARTS));
  }

  /** @param {string} text */
  async function times(text) {
    return NewspaperArchive.archiveSearch(text);
  }

  /** @param {string} prefix @param {Run} run @returns {Promise<Nearby>} */
  async function nearby(prefix, run) {
    const text = written(run);
    const query = prefix + text;
    const { total, exact } = await times(query);
    return { text, query, total, exact };
  }

  /** @param {Run} run @returns {string} which is read as the same run */
  function written(run) {
    const { isRun, WALL } = NewspaperArchive.units;
    return run.map((unit, i) => (unit === WALL ? "，" : isRun(unit) && i > 0 && isRun(run[i - 1]) ? `-${unit}` : unit)).join("");
  }

  /* Names. */

  /** @param {Head} head @param {string} prefix @param {Run} run @returns {Promise<Nearby[]>} those that sound alike first */
  async function namesNear(head, prefix, run) {
    const alike = await soundsOf(head);
    const found = [...(await soundingAlike(head, run, alike)), ...(await known(head, run, alike)), ...(await otherwisePrinted(head, run))];
    const each = Array.from(new Map(found.map((one) => [one.join(" "), one])).values());
    const counted = await Promise.all(each.slice(0, TRIED).map((one) => somewhere(prefix, one)));
    const near = counted.filter(({ total }) => total > 0).slice(0, MOST_NAMES);
    return near.length || run.length <= NAME ? near : namesWithin(head, prefix, run, alike);
  }

  /**
   * Names that sound like a part of what is asked for: 骆清说起.
   *
   * @param {Head} head @param {string} prefix @param {Run} run @param {(unit: string) => string[]} alike @returns {Promise<Nearby[]>}
   */
  async function namesWithin(head, prefix, run, alike) {
    const parts = run.slice(NAME - 1).map((_, first) => run.slice(first, first + NAME));
    const found = await Promise.all(parts.map(async (part) => ((await nearby(prefix, part)).total ? [] : soundingAlike(head, part, alike))));
    const counted = await Promise.all(found.flat().slice(0, TRIED).map((one) => nearby(prefix, one)));
    return counted.filter(({ total }) => total > 0).slice(0, MOST_NAMES);
  }

  /** The name of a section is found only where it is asked for. @param {string} prefix @param {Run} run */
  async function somewhere(prefix, run) {
    const found = await nearby(prefix, run);
    return found.total || prefix ? found : nearby(NAMES.get("section") || "", run);
  }

  /** @param {Head} head @returns {Promise<(unit: string) => string[]>} the characters that sound as one does, itself the first */
  async function soundsOf(head) {
    const [rows] = await NewspaperArchive.searchIndex.column(head.suggestions, "sounds");
    /** @type {Map<string, string[]>} */
    const found = new Map();
    for (const row of rows.split(" ")) {
      const all = Array.from(/** @type {string} */ (row));
      for (const unit of all) found.set(unit, all);
    }
    return (unit) => [unit, ...(found.get(unit) || []).filter((other) => other !== unit)];
  }

  /**
   * Runs of which every pair is somewhere, by how they sound. Where the first character is another the rest is the same: so
   * many pairs need not be looked for.
   *
   * @param {Head} head @param {Run} run @param {(unit: string) => string[]} alike @returns {Promise<Run[]>}
   */
  async function soundingAlike(head, run, alike) {
    if (run.length < 2) return [];
    const firsts = await held(head, alike(run[0]).slice(1).map((first) => [first, run[1]]));
    let runs = [[run[0]]];
    for (const unit of run.slice(1)) {
      const longer = runs.flatMap((one) => alike(unit).map((other) => [...one, other]));
      runs = (await held(head, longer)).slice(0, TRIED);
    }
    const others = runs.filter((one) => one.join(" ") !== run.join(" "));
    return [...others, ...firsts.map(([first]) => [first, ...run.slice(1)])];
  }

  /** @param {Head} head @param {Run[]} runs @returns {Promise<Run[]>} those of which the last pair is printed somewhere */
  async function held(head, runs) {
    const { searchIndex, units } = NewspaperArchive;
    const terms = runs.map((run) => units.pair(run[run.length - 2], run[run.length - 1]));
    const found = await Promise.all(terms.map((term) => searchIndex.termsOf(head, { term, isPrefix: false })));
    return runs.filter((_, i) => found[i].length > 0);
  }

  /** Writers and sections. @param {Head} head @param {Run} run @param {(unit: string) => string[]} alike @returns {Promise<Run[]>} */
  async function known(head, run, alike) {
    const [writers, sections] = await NewspaperArchive.searchIndex.column(head.suggestions, "names");
    const names = [...writers, ...sections.map((/** @type {string[]} */ [name]) => name)].map(runOf);
    return names.filter((name) => isNear(name, run, alike));
  }

  /** @param {string} text @returns {Run} */
  function runOf(text) {
    return NewspaperArchive.units(text).map((unit) => unit.text);
  }

  /**
   * Whether two names sound alike, or differ by one character: another, one more or less, two that changed places. Of two
   * characters one is no name any more.
   *
   * @param {Run} name @param {Run} run @param {(unit: string) => string[]} alike
   */
  function isNear(name, run, alike) {
    if (Math.abs(name.length - run.length) > 1 || name.join(" ") === run.join(" ") || run.length < 2) return false;
    const least = Math.min(name.length, run.length);
    let first = 0;
    while (first < least && name[first] === run[first]) first++;
    let last = 0;
    while (last < least - first && name[name.length - 1 - last] === run[run.length - 1 - last]) last++;
    if (name.length !== run.length) return least >= 2 && first + last >= least;
    if (name.every((unit, i) => alike(run[i]).includes(unit))) return true;
    const differing = name.length - first - last;
    const isTurned = differing === 2 && name[first] === run[first + 1] && name[first + 1] === run[first];
    return name.length > 2 && (differing === 1 || isTurned);
  }

  /**
   * What is printed with one character another. At either end what follows must not be the same wherever it stands: else it
   * is part of a longer word (古桥新 is none of 古桥重开).
   *
   * @param {Head} head @param {Run} run @returns {Promise<Run[]>} the commonest first
   */
  async function otherwisePrinted(head, run) {
    if (run.length < 3) return [];
    /** @type {Map<string, {run: Run, times: number, beside: Set<string>}>} */
    const found = new Map();
    for (let place = 0; place < run.length; place++) {
      const numbers = await holders(head, [run.slice(0, place), run.slice(place + 1)]);
      for (const number of numbers.slice(0, Math.ceil(READ / run.length))) {
        note(found, await NewspaperArchive.searchIndex.record(head, number), run, place);
      }
    }
    const words = Array.from(found.values()).filter(({ beside }) => beside.size > 1 || beside.has(NewspaperArchive.units.WALL));
    return words.sort((a, b) => b.times - a.times).map((one) => one.run);
  }

  /** @param {Head} head @param {Run[]} runs @returns {Promise<number[]>} the articles that may hold them all, the newest first */
  async function holders(head, runs) {
    const wishes = runs.filter((run) => run.length > 0).map((run) => ({ run, fields: null, isUnwanted: false }));
    const chosen = NewspaperArchive.ranking.holders(head, await NewspaperArchive.searchIndex.look(head, wishes));
    return Array.from(chosen.keys()).filter((number) => chosen[number]);
  }

  /**
   * @param {Map<string, {run: Run, times: number, beside: Set<string>}>} found
   * @param {SearchRecord} record @param {Run} run @param {number} place of the character that may be any
   */
  function note(found, record, run, place) {
    for (const text of Object.values(record.text).flat()) {
      const units = runOf(text);
      for (let start = 0; start + run.length <= units.length; start++) {
        const one = units.slice(start, start + run.length);
        if (!run.every((unit, i) => (i === place ? isOther(one[i], unit) : one[i] === unit))) continue;
        const known = found.get(one.join(" ")) || { run: one, times: 0, beside: new Set() };
        known.times += 1;
        known.beside.add(besides(units, start, run.length, place));
        found.set(one.join(" "), known);
      }
    }
  }

  /** @param {string} unit @param {string} asked */
  function isOther(unit, asked) {
    const { WALL, isRun } = NewspaperArchive.units;
    return unit !== WALL && unit !== asked && !isRun(unit);
  }

  /** @param {string[]} units @param {number} start @param {number} length @param {number} place @returns {string} */
  function besides(units, start, length, place) {
    if (place === 0) return units[start - 1] || "";
    return place === length - 1 ? units[start + length] || "" : "";
  }

  /* Parts. */

  /** @param {Head} head @param {Run} run @returns {Promise<Nearby[]>} the longest that are printed, in their order */
  async function partsOf(head, run) {
    const left = { tries: TRIED };
    /** @type {Nearby[]} */
    const found = [];
    for (const stretch of await stretches(head, run)) found.push(...(await longest(stretch, run.length, left)));
    return found;
  }

  /**
   * @param {Head} head @param {Run} run
   * @returns {Promise<Run[]>} the stretches of which every pair is printed somewhere; what holds a break is nowhere
   */
  async function stretches(head, run) {
    const { WALL } = NewspaperArchive.units;
    const pairs = run.slice(1).map((unit, i) => [run[i], unit]);
    const known = new Set((await held(head, pairs.filter((pair) => !pair.includes(WALL)))).map((pair) => pair.join(" ")));
    /** @type {Run[]} */
    const found = [[run[0]]];
    pairs.forEach((pair) => {
      if (known.has(pair.join(" "))) found[found.length - 1].push(pair[1]);
      else found.push([pair[1]]);
    });
    return found.filter((stretch) => stretch.length > 1);
  }

  /** @param {Run} stretch @param {number} whole that was not found @param {{tries: number}} left @returns {Promise<Nearby[]>} */
  async function longest(stretch, whole, left) {
    for (let length = Math.min(stretch.length, whole - 1); length > 1; length--) {
      for (let start = 0; start + length <= stretch.length && left.tries > 0; start++) {
        left.tries -= 1;
        const found = await nearby("", stretch.slice(start, start + length));
        if (!found.total) continue;
        const before = await longest(stretch.slice(0, start), whole, left);
        return [...before, found, ...(await longest(stretch.slice(start + length), whole, left))];
      }
    }
    return [];
  }

  /* What a reader sees of it. */

  /** @param {NearbyAll} found @param {Asking} asking @returns {HTMLElement[]} */
  function view({ wider, names, parts }, asking) {
    const { address } = NewspaperArchive;
    const unlimited = { ...asking, from: "", to: "", unknown: true, only: {} };
    return [
      ...(wider ? list(say("不限日期和其他条件"), [item(asking.q, address.write(unlimited), said(wider, true))]) : []),
      ...list(say("只差一个字，或读音相同的"), names.map((one) => linked(one, asking))),
      ...list(say("其中找得到的部分"), parts.map((one) => linked(one, asking))),
    ];
  }

  /** @param {Nearby} one @param {Asking} asking */
  function linked({ text, query, total, exact }, asking) {
    return item(text, NewspaperArchive.address.write({ ...asking, q: query, from: "", to: "", unknown: true, only: {} }), said(total, exact));
  }

  /** @param {string} heading @param {HTMLElement[]} items @returns {HTMLElement[]} */
  function list(heading, items) {
    const { element } = NewspaperArchive.results;
    const made = element("ul", "near__list");
    made.append(...items);
    return items.length ? [element("h2", "near__label", heading), made] : [];
  }

  /** @param {string} text @param {string} address @param {string} count */
  function item(text, address, count) {
    const { element } = NewspaperArchive.results;
    const made = element("li", "");
    const link = document.createElement("a");
    link.href = address;
    link.append(printed(element("span", "", text)), " ", element("span", "near__count", count));
    made.append(link);
    return made;
  }

  /** @param {number} n @param {boolean} exact */
  function said(n, exact) {
    return exact ? say("%(n)s 篇", { n }) : say("约 %(n)s 篇", { n });
  }

  return { of, isNear, view };
})();
