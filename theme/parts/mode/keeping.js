/**
 * What a reader chose, kept from page to page. On a stick Firefox keeps `localStorage` for each file apart but shares
 * cookies, Chromium shares `localStorage` but drops cookies: both are written. The cookie is read first, for where there
 * are both it is the newer; where a reader has closed one of them the other does.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.keeping = (function () {
  "use strict";

  const YEAR = 31536000; /* seconds */

  /** @param {string} name @param {string} value of letters, digits and stops */
  function cookie(name, value) {
    return `${name}=${value}; max-age=${YEAR}; path=/; samesite=lax`;
  }

  /** @param {string} cookies as a page has them: `a=1; b=2` @param {string} name */
  function among(cookies, name) {
    const found = cookies.split("; ").find((one) => one.startsWith(`${name}=`));
    return found ? found.slice(name.length + 1) : "";
  }

  /** @param {string} name @returns {string} "" where nothing is kept */
  function kept(name) {
    return open(() => among(document.cookie, name)) || open(() => localStorage.getItem(name)) || "";
  }

  /** @param {string} name @param {string} value */
  function keep(name, value) {
    open(() => (document.cookie = cookie(name, value)));
    open(() => localStorage.setItem(name, value));
  }

  /**
   * A store that the reader's browser has closed throws at a touch.
   *
   * @template T
   * @param {() => T} touch
   */
  function open(touch) {
    try {
      return touch();
    } catch {
      return undefined;
    }
  }

  return { cookie, among, kept, keep };
})();
