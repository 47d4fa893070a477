/**
 * What the site says to its reader, in its own language: `say("第 %(now)s 处", { now: 3 })`. In a bundle the message is
 * already the translation; where it counts (`%(n)s`) it is a list of one form for each plural.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.words = (function () {
  "use strict";

  const VALUE = /%\((\w+)\)s/gu;
  const HAN = /\p{Script=Han}/u;
  const PRINTED = "zh-CN"; /* what print is in */
  const language = (typeof document === "object" && document.documentElement.lang) || PRINTED;

  /** @type {(n: number) => number | boolean} which form a number takes */
  let rule = () => 0;

  /** @param {(n: number) => number | boolean} plural of the language; the bundle tells it */
  function counts(plural) {
    rule = plural;
  }

  /**
   * @param {string | string[]} message
   * @param {Object<string, string | number>} [values]
   * @returns {string}
   */
  function say(message, values = {}) {
    const said = typeof message === "string" ? message : message[Number(rule(Number(values.n)))];
    return said.replace(VALUE, (_, name) => written(values[name]));
  }

  /** @param {string | number} value @returns {string} 12,345 */
  function written(value) {
    return typeof value === "number" ? value.toLocaleString(language) : value;
  }

  /** @param {string} date `2022-06-01`, a year, or "" @returns {string} as the language writes it */
  function day(date) {
    if (!date) return "";
    /** @type {Intl.DateTimeFormatOptions} */
    const form = date.length > 4 ? { dateStyle: "long" } : { year: "numeric" };
    return new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" }).format(new Date(date));
  }

  /**
   * Words out of print say that they are Chinese where the site speaks otherwise, for fonts and voices.
   *
   * @template {Element} T
   * @param {T} element
   * @returns {T}
   */
  function printed(element) {
    if (language !== PRINTED && HAN.test(element.textContent || "")) element.setAttribute("lang", PRINTED);
    return element;
  }

  return { say, counts, written, day, printed };
})();
