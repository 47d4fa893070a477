/**
 * How many results each year has: bars that are links to the search narrowed by the year, and the same numbers as a table.
 * A year without results between two that have some stands there empty; what may be of any year comes last. What is only
 * estimated to be of a year is hatched.
 *
 * @typedef {{year: string, times: number, estimated: number, said: string, href: string, isChosen: boolean}} Bar `year` is ""
 *   where it may be any, of `times` so many are only `estimated` to be of it, `href` is "" where there is nothing to lead to
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.yearChart = (function () {
  "use strict";

  const { say, written } = NewspaperArchive.words;
  const SVG = "http://www.w3.org/2000/svg";
  /* About as wide as it is shown on a phone and beside the results, so that its letters come out as large as they are set. */
  const WIDTH = 340;
  const HEIGHT = 140;
  const TOP = 18;
  const BASE = 118;
  const WIDEST = 56; /* so that two columns have room for 2023 and “unknown” beneath them */
  const LABEL = 38; /* what a label of four digits takes */
  const UNKNOWN = 50; /* what the last label takes, with half of the one before it */
  const NUMBER = 24; /* what a number over a bar takes */

  /**
   * @param {Bar[]} known in any order
   * @returns {Bar[]} in the order of years, none left out
   */
  function whole(known) {
    const byYear = new Map(known.map((bar) => [bar.year, bar]));
    const years = known.filter(({ year }) => year).map(({ year }) => Number(year));
    const found = [];
    for (let year = Math.min(...years); year <= Math.max(...years); year++) {
      const name = String(year).padStart(4, "0");
      found.push(byYear.get(name) || { year: name, times: 0, estimated: 0, said: "", href: "", isChosen: false });
    }
    return [...found, ...known.filter(({ year }) => !year)];
  }

  /** @param {Bar[]} known @returns {Element[]} */
  function view(known) {
    const all = whole(known);
    return [chart(all), table(all.filter(({ href }) => href))];
  }

  /** @param {Bar[]} all */
  function chart(all) {
    const made = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "bars", role: "group", "aria-label": say("各年篇数") });
    const step = Math.min(WIDEST, WIDTH / all.length);
    const most = Math.max(...all.map(({ times }) => times));
    const every = Math.ceil(LABEL / step);
    const last = all[all.length - 1].year ? all.length : all.length - Math.ceil(UNKNOWN / step);
    all.forEach((bar, i) => {
      const column = bar.href ? link(bar) : svg("g", {});
      const height = bar.times ? Math.max(2, (BASE - TOP) * (bar.times / most)) : 0;
      const guessed = bar.times ? height * (bar.estimated / bar.times) : 0;
      const middle = i * step + step / 2;
      column.append(
        svg("rect", { x: i * step, y: 0, width: step, height: HEIGHT, class: "bars__reach" }),
        svg("rect", { x: i * step + step * 0.12, y: BASE - height + guessed, width: step * 0.76, height: height - guessed,
          class: "bars__bar" }),
        svg("line", { x1: middle, x2: middle, y1: BASE - height, y2: BASE - height + guessed, "stroke-width": step * 0.76,
          class: "bars__hatched" }),
      );
      if (step >= NUMBER && bar.times) column.append(text(written(bar.times), middle, BASE - height - 4));
      if (!bar.year || (i % every === 0 && i < last)) column.append(text(bar.year || say("不详"), middle, HEIGHT - 6));
      made.append(column);
    });
    made.append(svg("line", { x1: 0, x2: all.length * step, y1: BASE, y2: BASE, class: "bars__base" }));
    return made;
  }

  /** @param {Bar} bar */
  function link({ said, times, estimated, href, isChosen }) {
    const made = svg("a", { href });
    if (isChosen) made.setAttribute("aria-current", "true");
    const title = svg("title", {});
    title.textContent = say("%(year)s %(n)s篇", { year: said, n: times }) +
      (estimated ? say("，其中推算%(n)s篇", { n: estimated }) : "");
    made.append(title);
    return made;
  }

  /** @param {string} said @param {number} x @param {number} y */
  function text(said, x, y) {
    const made = svg("text", { x, y, "text-anchor": "middle" });
    made.textContent = said;
    return made;
  }

  /** @param {Bar[]} bars the same numbers for who cannot see the bars, or hit them */
  function table(bars) {
    const { element } = NewspaperArchive.results;
    const details = element("details", "facet__rest");
    const made = element("table", "years");
    const head = element("tr", "");
    head.append(element("th", "", say("年份")), element("th", "", say("篇数")));
    made.append(head, ...bars.map(row));
    details.append(element("summary", "", say("各年篇数列表")), made);
    return details;
  }

  /** @param {Bar} bar */
  function row({ said, times, estimated, href, isChosen }) {
    const { element } = NewspaperArchive.results;
    const made = element("tr", "");
    const name = element("th", "");
    const link = element("a", "facet__value", said);
    link.setAttribute("href", href);
    if (isChosen) link.setAttribute("aria-current", "true");
    name.append(link);
    const told = estimated ? say("%(n)s（推算%(estimated)s）", { n: written(times), estimated: written(estimated) }) : written(times);
    made.append(name, element("td", "", told));
    return made;
  }

  /** @param {string} name @param {Object<string, string | number>} attributes */
  function svg(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  }

  return { whole, view };
})();
