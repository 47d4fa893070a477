/**
 * By what the results can be narrowed, with counts: year (also as bars), edition, section, kind, writer. Every value is a
 * link to the search narrowed by it, so it can be opened, shared and reached by the keyboard like any other.
 *
 * A facet that is already narrowed by still names its other values, with what the search has without it: any of the chosen
 * ones may hold, so a second one adds to the first.
 *
 * @typedef {{facet: string, values: [string, number][], estimated: Map<string, number>, isExact: boolean}} Count the values with
 *   their numbers of results; of a year so many are only estimated to be of it
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.facets = (function () {
  "use strict";

  const { say, written, day, printed } = NewspaperArchive.words;
  const NAMES = new Map([
    ["year", say("年份")], ["edition", say("专刊")], ["section", say("版块")], ["kind", say("体裁")], ["author", say("作者")],
  ]);
  const SHOWN = 8;

  /**
   * @param {Answer} found
   * @param {Asking} asking what it was found by
   * @param {() => boolean} isStale
   * @returns {Promise<Count[]>}
   */
  async function count(found, asking, isStale) {
    const { behind } = NewspaperArchive.archiveSearch;
    const { idsOf, factsOf } = NewspaperArchive.columns;
    const { head } = behind(found);
    const [ids, facts] = await Promise.all([idsOf(head), factsOf(head)]);
    /** @type {Object<string, (string | string[])[]>} */
    const columns = { edition: ids.edition, year: ids.year, ...facts };
    const counts = [];
    for (const facet of NAMES.keys()) {
      await new Promise((resolve) => setTimeout(resolve)); /* a slow phone answers to the finger between them */
      const wider = await without(facet, found, asking, isStale);
      const values = counted(columns[facet], behind(wider).numbers, facet === "year");
      const guessed = facet === "year" ? behind(wider).numbers.filter((number) => !ids.isCertain[number]) : [];
      counts.push({ facet, values, estimated: new Map(counted(ids.year, guessed, true)), isExact: wider.exact });
    }
    return counts;
  }

  /** @param {string} facet @param {Answer} found @param {Asking} asking @param {() => boolean} isStale */
  async function without(facet, found, asking, isStale) {
    if (!(asking.only[facet] || []).length) return found;
    const only = { ...asking.only, [facet]: [] };
    return NewspaperArchive.archiveSearch(asking.q, { ...asking, only, isStale });
  }

  /**
   * @param {(string | string[])[]} column
   * @param {number[]} numbers
   * @param {boolean} isInOrder of the values themselves; else the commonest first
   * @returns {[string, number][]}
   */
  function counted(column, numbers, isInOrder) {
    /** @type {Map<string, number>} */
    const times = new Map();
    for (const number of numbers) {
      for (const value of [column[number]].flat()) times.set(value, (times.get(value) || 0) + 1);
    }
    const byValue = Array.from(times).sort(([a], [b]) => (a < b ? -1 : 1));
    return isInOrder ? byValue : byValue.sort(([, a], [, b]) => b - a);
  }

  /** @param {string} facet @param {string} value @returns {string} as a reader sees it */
  function words(facet, value) {
    return facet === "year" ? day(value) || say("年份待查") : value;
  }

  /**
   * @param {Asking} asking
   * @returns {HTMLLIElement[]} a link for each condition that takes it away
   */
  function chips(asking) {
    const made = [];
    for (const facet of NAMES.keys()) {
      for (const value of asking.only[facet] || []) {
        const said = say("%(facet)s：%(value)s", { facet: NAMES.get(facet) || "", value: words(facet, value) });
        made.push(chip(said, NewspaperArchive.address.toggled(asking, facet, value)));
      }
    }
    if (asking.from || asking.to) {
      const ends = { from: day(asking.from) || say("最早"), to: day(asking.to) || say("最新") };
      made.push(chip(say("日期：%(from)s至%(to)s", ends), { ...asking, from: "", to: "", unknown: true }));
    }
    return made;
  }

  /** @param {string} said @param {Asking} without */
  function chip(said, without) {
    const item = document.createElement("li");
    const link = anchor(without, said, "chip");
    link.setAttribute("aria-label", say("去掉条件 %(condition)s", { condition: said }));
    item.append(link);
    return item;
  }

  /**
   * @param {Count[]} counts
   * @param {Asking} asking
   * @returns {HTMLElement[]}
   */
  function view(counts, asking) {
    return counts
      .filter(({ values }) => values.length > 0)
      .map(({ facet, values, estimated, isExact }) => {
        const { element } = NewspaperArchive.results;
        const group = element("section", "facet");
        group.append(element("h2", "label", heading(facet, isExact)));
        if (facet === "year") group.append(...NewspaperArchive.yearChart.view(values.map((one) => toBar(one, estimated, asking))));
        else group.append(...lists(facet, values, asking));
        return group;
      });
  }

  /** @param {string} facet @param {boolean} isExact */
  function heading(facet, isExact) {
    const name = NAMES.get(facet) || "";
    return isExact ? name : say("%(facet)s（约数）", { facet: name });
  }

  /** @param {[string, number]} value @param {Map<string, number>} estimated @param {Asking} asking @returns {Bar} */
  function toBar([year, times], estimated, asking) {
    const href = NewspaperArchive.address.write(NewspaperArchive.address.toggled(asking, "year", year));
    return { year, times, estimated: (year && estimated.get(year)) || 0, href, said: words("year", year), isChosen: isChosen(asking, "year", year) };
  }

  /** @param {string} facet @param {[string, number][]} values @param {Asking} asking */
  function lists(facet, values, asking) {
    const { element } = NewspaperArchive.results;
    const made = [list(facet, values.slice(0, SHOWN), asking)];
    if (values.length > SHOWN) {
      const rest = element("details", "facet__rest");
      rest.append(element("summary", "", say("其余 %(n)s 项", { n: values.length - SHOWN })));
      rest.addEventListener("toggle", () => rest.append(list(facet, values.slice(SHOWN), asking)), { once: true });
      made.push(rest);
    }
    return made;
  }

  /** @param {string} facet @param {[string, number][]} values @param {Asking} asking */
  function list(facet, values, asking) {
    const { element } = NewspaperArchive.results;
    const made = element("ul", "facet__values");
    for (const [value, times] of values) {
      const item = element("li", "");
      item.append(valueLink(facet, value, asking), " ", element("span", "facet__count", written(times)));
      made.append(item);
    }
    return made;
  }

  /** @param {string} facet @param {string} value @param {Asking} asking */
  function valueLink(facet, value, asking) {
    const link = anchor(NewspaperArchive.address.toggled(asking, facet, value), words(facet, value), "facet__value");
    if (isChosen(asking, facet, value)) link.setAttribute("aria-current", "true");
    return facet === "kind" ? link : printed(link);
  }

  /** @param {Asking} asking @param {string} said @param {string} className */
  function anchor(asking, said, className) {
    const link = document.createElement("a");
    link.href = NewspaperArchive.address.write(asking);
    link.className = className;
    link.textContent = said;
    return link;
  }

  /** @param {Asking} asking @param {string} facet @param {string} value */
  function isChosen(asking, facet, value) {
    return (asking.only[facet] || []).includes(value);
  }

  return { count, chips, view };
})();
