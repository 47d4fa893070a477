/**
 * Dates that may be uncertain: whether one can lie between two days, and where it belongs among others. Dates are EDTF: `2022-06-01`, `XXXX-06-01~`, `202X`, "".
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.days = (function () {
  "use strict";

  /* Only a single date; of "one day between" nobody knows more than that it may be. */
  const PARTS = /^([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?[~?%]?$/u;

  /**
   * @param {string} date as known; "" where nothing is
   * @param {string} from the first day, "" for any
   * @param {string} to the last day, "" for any
   * @param {boolean} takesUnknown whether a date with open digits is in when some day it may mean is
   */
  function isBetween(date, from, to, takesUnknown) {
    const found = PARTS.exec(date);
    if (!found || date.includes("X")) return takesUnknown && mayBeBetween(found, from, to);
    const earliest = `${found[1]}-${found[2] || "01"}-${found[3] || "01"}`;
    const latest = `${found[1]}-${found[2] || "12"}-${found[3] || "31"}`;
    const isWhole = date === earliest;
    return (isWhole || takesUnknown) && (!from || latest >= from) && (!to || earliest <= to);
  }

  /** @param {string} date @returns {string} the single year that it names, in doubt or not, else "" */
  function year(date) {
    const found = PARTS.exec(date);
    return found && !found[1].includes("X") ? found[1] : "";
  }

  /** @param {string} date @returns {string} the first day that it can mean, for sorting; "" where its year is wholly open */
  function earliest(date) {
    const [, start, month = "", day = ""] = PARTS.exec(date.replace(/^\[|\.\..*$/gu, "")) || ["", "XXXX"];
    if (start === "XXXX") return "";
    return [start.replace(/X/gu, "0"), month.replace(/X/gu, "0"), day.replace(/X/gu, "0")].join("-");
  }

  /** @param {RegExpExecArray | null} found @param {string} from @param {string} to */
  function mayBeBetween(found, from, to) {
    if (!found) return true;
    const first = from ? Number(from.slice(0, 4)) : 1800;
    const last = to ? Number(to.slice(0, 4)) : 2200;
    for (let year = first; year <= last; year++) {
      if (fits(found[1], String(year).padStart(4, "0")) && mayBeIn(year, found, from, to)) return true;
    }
    return false;
  }

  /** @param {number} year @param {RegExpExecArray} found @param {string} from @param {string} to */
  function mayBeIn(year, [, , month, day], from, to) {
    for (let m = 1; m <= 12; m++) {
      for (let d = 1; d <= 31; d++) {
        if (!fits(month, two(m)) || !fits(day, two(d))) continue;
        const one = `${String(year).padStart(4, "0")}-${two(m)}-${two(d)}`;
        if ((!from || one >= from) && (!to || one <= to)) return true;
      }
    }
    return false;
  }

  /** @param {string | undefined} open with X for open digits @param {string} digits */
  function fits(open, digits) {
    return !open || Array.from(open).every((digit, i) => digit === "X" || digit === digits[i]);
  }

  /** @param {number} number */
  function two(number) {
    return String(number).padStart(2, "0");
  }

  return { isBetween, year, earliest };
})();
