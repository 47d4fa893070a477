/**
 * 去某一天: year, month and day open the issue of that day; of a day without any the nearest before it and after it are
 * named. A year's issues lie in calendar/2023.js, which is loaded when it is asked for.
 */
var NewspaperArchive = NewspaperArchive || {};

/** @typedef {[string, string, string]} DatedIssue its date, edition and address */

NewspaperArchive.someday = (function () {
  "use strict";

  const { say, day, printed } = NewspaperArchive.words;

  /**
   * @param {DatedIssue[]} issues the oldest first
   * @param {string} date
   * @returns {DatedIssue[]} those of the day, else the last before it and the first after it
   */
  function nearest(issues, date) {
    const exact = issues.filter((issue) => issue[0] === date);
    if (exact.length) return exact;
    const before = issues.filter((issue) => issue[0] < date).slice(-1);
    return [...before, ...issues.filter((issue) => issue[0] > date).slice(0, 1)];
  }

  /** @param {number} year @param {number} month 1 to 12 */
  function lengthOf(year, month) {
    return new Date(Date.UTC(year, month, 0)).getUTCDate();
  }

  /** @param {"year" | "month" | "day"} part @param {string} date @returns {string} 6月 */
  function named(part, date) {
    const form = { [part]: part === "month" ? "short" : "numeric", timeZone: "UTC" };
    return new Intl.DateTimeFormat(document.documentElement.lang, form).format(new Date(date));
  }

  /** @param {number} number */
  function two(number) {
    return String(number).padStart(2, "0");
  }

  /** @param {string} label @param {[string, string][]} options values and their words @param {string} chosen */
  function select(label, options, chosen) {
    const made = document.createElement("select");
    made.setAttribute("aria-label", label);
    made.append(...options.map(([value, words]) => new Option(words, value, false, value === chosen)));
    return made;
  }

  /** @param {string} year @param {string} month @param {string} chosen */
  function daysOf(year, month, chosen) {
    const length = lengthOf(Number(year), Number(month));
    return Array.from({ length }, (_, at) => {
      const value = two(at + 1);
      const words = named("day", `${year}-${month}-${value}`);
      return new Option(words, value, false, value === chosen || (at + 1 === length && chosen > value));
    });
  }

  /** @type {(issues: DatedIssue[]) => void} */
  let ready = () => undefined;

  /** @param {DatedIssue[]} issues of the year that was asked for, and those next to it */
  function take(issues) {
    ready(issues);
  }

  /** @param {string} date @param {Element} said where it is told what there is instead */
  function go(date, said) {
    const year = date.slice(0, 4);
    const script = document.createElement("script");
    ready = (issues) => open(date, nearest(issues, date), said);
    script.src = `calendar/${year}.js`;
    script.onerror = () => location.assign(`calendar/${year}.html`);
    document.head.append(script);
  }

  /** @param {string} date @param {DatedIssue[]} found @param {Element} said */
  function open(date, found, said) {
    if (found.length === 1 && found[0][0] === date) return location.assign(found[0][2]);
    const exact = found[0][0] === date;
    said.replaceChildren(exact ? say("这一天有几期：") : say("%(day)s没有收录，前后最近的是：", { day: day(date) }));
    for (const [when, edition, address] of found) {
      const link = document.createElement("a");
      const name = document.createElement("span");
      link.href = address;
      name.textContent = edition;
      link.append(`${day(when)} `, printed(name));
      said.append(link);
    }
  }

  /** @param {HTMLElement} box */
  function fill(box) {
    const years = (box.dataset.years || "").split(" ");
    const [year, month, date] = (box.dataset.newest || "").split("-");
    const months = Array.from({ length: 12 }, (_, at) => two(at + 1));
    const form = document.createElement("form");
    const said = document.createElement("p");
    const inYear = select(say("年"), years.map((one) => [one, day(one)]), year);
    const inMonth = select(say("月"), months.map((one) => [one, named("month", `2000-${one}-01`)]), month);
    const onDay = select(say("日"), [], "");
    const button = document.createElement("button");
    const count = () => onDay.replaceChildren(...daysOf(inYear.value, inMonth.value, onDay.value || date));
    button.textContent = say("打开");
    said.setAttribute("role", "status");
    form.append(inYear, inMonth, onDay, button);
    form.addEventListener("change", count);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(`${inYear.value}-${inMonth.value}-${onDay.value}`, said);
    });
    count();
    box.append(form, said);
  }

  const box = typeof document === "object" && document.querySelector(".someday");
  if (box instanceof HTMLElement) fill(box);

  return { nearest, take };
})();
