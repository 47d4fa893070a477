/**
 * A day or a month as readers type it: `2023年6月`, `6月9日`, `2023.6.9`, `2023-06-09`, `２０２３年６月`, `二〇二三年六月九日`,
 * `2023年6月9日的报纸`. What no calendar has is none, nor is a mere number or a year.
 *
 * @typedef {{year: string, month: string, day: string}} AskedDay in figures, `2023`, `06`, `09`; "" for what is not said, which
 *   may be the year or the day
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.askedDay = (function () {
  "use strict";

  const WORDS = /^(?:([12]\d{3})年)?(\d{1,2})月(?:份|(\d{1,2})[日号號])?$/u;
  const FIGURES = /^([12]\d{3})([.\-/])(\d{1,2})(?:\2(\d{1,2}))?$/u;
  const TOGETHER = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u;
  const MIXED = /^([12]\d{3})年(\d{1,2})[.\-/](\d{1,2})$/u;
  /* What stands around it and says no more: `2023年6月9日 星期五`, `2023年6月的报纸`. */
  const BESIDE = /(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?(?:那[天个]?)?的?(?:月?报[纸紙]?)?$/u;
  const NUMERALS = "〇一二三四五六七八九";
  const NUMERAL = /[〇一二三四五六七八九十廿卅]+/gu;
  const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

  /** @param {string} text as typed @returns {AskedDay | null} */
  function of(text) {
    const said = inFigures(text.normalize("NFKC").replace(/[‐-―−]/gu, "-").replace(/\s+/gu, "").replace(BESIDE, "").replace(/[.\-/]$/u, ""));
    const words = WORDS.exec(said);
    if (words) return day(words[1] || "", words[2], words[3] || "");
    const figures = FIGURES.exec(said);
    if (figures) return day(figures[1], figures[3], figures[4] || "");
    const whole = TOGETHER.exec(said) || MIXED.exec(said);
    return whole ? day(whole[1], whole[2], whole[3]) : null;
  }

  /** @param {string} text @returns {string} 二〇二三年六月廿一日 is 2023年6月21日 */
  function inFigures(text) {
    return text.replace(/[零○◯]/gu, "〇").replace(NUMERAL, (numeral) => String(figuresOf(numeral)));
  }

  /** @param {string} numeral @returns {string | number} */
  function figuresOf(numeral) {
    const tens = /^([二三]?)([十廿卅])([一二三四五六七八九]?)$/u.exec(numeral);
    if (!tens) return Array.from(numeral, (one) => (NUMERALS.includes(one) ? NUMERALS.indexOf(one) : one)).join("");
    const ten = tens[2] === "十" ? NUMERALS.indexOf(tens[1] || "一") : tens[2] === "廿" ? 2 : 3;
    return 10 * ten + (tens[3] ? NUMERALS.indexOf(tens[3]) : 0);
  }

  /** @param {string} year @param {string} month @param {string} date @returns {AskedDay | null} */
  function day(year, month, date) {
    const longest = LONGEST[Number(month) - 1] || 0;
    const isCommon = year !== "" && new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() !== 1;
    const last = longest === 29 && isCommon ? 28 : longest;
    if (!last || (date && (Number(date) < 1 || Number(date) > last))) return null;
    return { year, month: month.padStart(2, "0"), day: date && date.padStart(2, "0") };
  }

  return { of };
})();
