/**
 * By what the results can be narrowed, with counts: year (also as bars), edition, section, kind, writer. Every value is a
 * link to the search narrowed by it, so it can be opened, shared and reached by the keyboard like any other.
 *
 * @typedef {{facet: string, values: [string, number][]}} Count the values with their numbers of results
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.facets = (function () {
  "use strict";

  const NAMES = new Map([
    ["year", "年份"], ["edition", "专刊"], ["section", "版块"], ["kind", "体裁"], ["author", "作者"],
  ]);
  const UNKNOWN = "不详";
  const SHOWN = 8;
  const SVG = "http://www.w3.org/2000/svg";
  const WIDTH = 640;
  const HEIGHT = 120;
  const BASE = 100;

  /**
   * @param {Head} head
   * @param {number[]} numbers of the results
   * @returns {Promise<Count[]>}
   */
  async function count(head, numbers) {
    const { idsOf, factsOf } = NewspaperArchive.columns;
    const [ids, facts] = await Promise.all([idsOf(head), factsOf(head)]);
    /** @type {any} */
    const columns = { ...ids, ...facts };
    return Array.from(NAMES.keys(), (facet) => ({ facet, values: counted(columns[facet], numbers, facet === "year") }));
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
    return facet === "year" ? (value ? `${value}年` : `年份${UNKNOWN}`) : value;
  }

  /**
   * @param {Asking} asking
   * @returns {HTMLLIElement[]} a link for each condition that takes it away
   */
  function chips(asking) {
    const made = [];
    for (const facet of NAMES.keys()) {
      for (const value of asking.only[facet] || []) {
        made.push(chip(`${NAMES.get(facet)}：${words(facet, value)}`, NewspaperArchive.address.toggled(asking, facet, value)));
      }
    }
    if (asking.from || asking.to) {
      made.push(chip(`日期：${asking.from || "最早"}至${asking.to || "最新"}`, { ...asking, from: "", to: "", unknown: true }));
    }
    return made;
  }

  /** @param {string} said @param {Asking} without */
  function chip(said, without) {
    const item = document.createElement("li");
    const link = anchor(without, said, "chip");
    link.setAttribute("aria-label", `去掉条件 ${said}`);
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
      .map(({ facet, values }) => {
        const { element } = NewspaperArchive.results;
        const group = element("section", "facet");
        group.append(element("h2", "label", NAMES.get(facet)));
        if (facet === "year") group.append(bars(values, asking), table(values, asking));
        else group.append(...lists(facet, values, asking));
        return group;
      });
  }

  /** @param {string} facet @param {[string, number][]} values @param {Asking} asking */
  function lists(facet, values, asking) {
    const { element } = NewspaperArchive.results;
    const made = [list(facet, values.slice(0, SHOWN), asking)];
    if (values.length > SHOWN) {
      const rest = element("details", "facet__rest");
      rest.append(element("summary", "", `其余 ${values.length - SHOWN} 项`), list(facet, values.slice(SHOWN, 200), asking));
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
      item.append(valueLink(facet, value, asking), " ", element("span", "facet__count", String(times)));
      made.append(item);
    }
    return made;
  }

  /** @param {string} facet @param {string} value @param {Asking} asking */
  function valueLink(facet, value, asking) {
    const link = anchor(NewspaperArchive.address.toggled(asking, facet, value), words(facet, value), "facet__value");
    if ((asking.only[facet] || []).includes(value)) link.setAttribute("aria-current", "true");
    return link;
  }

  /** @param {Asking} asking @param {string} said @param {string} className */
  function anchor(asking, said, className) {
    const link = document.createElement("a");
    link.href = NewspaperArchive.address.write(asking);
    link.className = className;
    link.textContent = said;
    return link;
  }

  /** @param {[string, number][]} values @param {Asking} asking the same numbers for who cannot see the bars */
  function table(values, asking) {
    const { element } = NewspaperArchive.results;
    const details = element("details", "facet__rest");
    const made = element("table", "years");
    const head = element("tr", "");
    head.append(element("th", "", "年份"), element("th", "", "篇数"));
    made.append(head);
    for (const [year, times] of values) {
      const row = element("tr", "");
      const name = element("th", "");
      name.append(valueLink("year", year, asking));
      row.append(name, element("td", "", String(times)));
      made.append(row);
    }
    details.append(element("summary", "", "各年篇数列表"), made);
    return details;
  }

  /** @param {[string, number][]} values by year @param {Asking} asking */
  function bars(values, asking) {
    const most = Math.max(...values.map(([, times]) => times));
    const step = WIDTH / Math.max(values.length, 12);
    const chart = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "bars", role: "group", "aria-label": "各年篇数" });
    values.forEach(([year, times], i) => {
      const height = Math.max(2, (BASE - 16) * (times / most));
      const link = svg("a", { href: NewspaperArchive.address.write(NewspaperArchive.address.toggled(asking, "year", year)) });
      const title = svg("title", {});
      title.textContent = `${words("year", year)} ${times}篇`;
      const label = svg("text", { x: i * step + step / 2, y: HEIGHT - 4, "text-anchor": "middle" });
      label.textContent = year || UNKNOWN;
      link.append(
        title,
        svg("rect", { x: i * step, y: 0, width: step, height: HEIGHT, class: "bars__reach" }),
        svg("rect", { x: i * step + step * 0.15, y: BASE - height, width: step * 0.7, height, class: "bars__bar" }),
      );
      if (values.length <= 16 || i % Math.ceil(values.length / 12) === 0) link.append(label);
      chart.append(link);
    });
    return chart;
  }

  /** @param {string} name @param {Object<string, string | number>} attributes */
  function svg(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  }

  return { count, chips, view };
})();
