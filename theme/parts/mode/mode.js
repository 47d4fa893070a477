/**
 * 显示: how a reader wants every page to look: light or dark, 长辈模式, the size of type. It stands on `<html>` before anything
 * is painted, for this is the one script that a page waits for: `<html data-scheme="dark" data-size="2" data-elder>`.
 *
 * @typedef {{scheme: string, isElder: boolean, size: number}} Mode
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.mode = (function () {
  "use strict";

  const KEPT = "newspaper-display";
  const LARGEST = 4;
  const FORM = /^(system|light|dark)\.(plain|elder)\.([0-4])$/u;
  const MORE_CONTRAST = "(prefers-contrast: more)";

  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  /** Whether modes.css is there: nobody loads it who has chosen nothing. */
  let isSet = false;
  /** What was chosen on this page, where the reader's browser keeps nothing. */
  let here = "";

  /** @param {string} text as kept, or anything @returns {Mode} */
  function parse(text) {
    const [, scheme, reader, size] = FORM.exec(text) || ["", "system", "plain", "0"];
    return { scheme, isElder: reader === "elder", size: Number(size) };
  }

  /** @param {Mode} mode @returns {string} `dark.elder.2` */
  function spell({ scheme, isElder, size }) {
    return `${scheme}.${isElder ? "elder" : "plain"}.${size}`;
  }

  /** @param {number} size @param {number} by @returns {number} from 0 to LARGEST */
  function stepped(size, by) {
    return Math.min(LARGEST, Math.max(0, size + by));
  }

  /** @returns {Mode} */
  function chosen() {
    return parse(NewspaperArchive.keeping.kept(KEPT) || here);
  }

  /** @param {Mode} mode for this page and all others */
  function choose(mode) {
    here = spell(mode);
    NewspaperArchive.keeping.keep(KEPT, here);
    show(mode);
  }

  /** @param {Mode} mode */
  function show(mode) {
    const root = document.documentElement;
    root.dataset.scheme = mode.scheme;
    root.dataset.size = String(mode.size);
    root.toggleAttribute("data-elder", mode.isElder);
    if (!isSet && script && (spell(mode) !== spell(parse("")) || matchMedia(MORE_CONTRAST).matches)) dress(script);
  }

  /**
   * While the head is read the sheet is written into it: of all ways to add one only this makes every browser wait with
   * the first paint. Its address is that of this script, as the page itself gives it.
   *
   * @param {HTMLScriptElement} script
   */
  function dress(script) {
    const address = String(script.getAttribute("src")).replace(/mode\.js$/u, "modes.css");
    isSet = true;
    if (!document.body) return document.write(`<link rel="stylesheet" href="${address}">`);
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = address;
    script.after(sheet);
  }

  if (script) show(chosen());

  return { KEPT, LARGEST, parse, spell, stepped, chosen, choose, show };
})();
