/**
 * The box of the search page: what an input method has not finished counts for nothing, suggestions come while one types, and
 * the arrow keys lead from the box through suggestions and results and back.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.searchBox = (function () {
  "use strict";

  const PAUSE = 200; /* ms without a keystroke before something is suggested */

  let composing = false;
  let pause = 0;

  function box() {
    return /** @type {HTMLInputElement} */ (document.getElementById("search-q"));
  }

  function suggested() {
    return /** @type {HTMLElement} */ (document.getElementById("search-suggestions"));
  }

  function isComposing() {
    return composing;
  }

  /** Suggestions are a help only: where they do not load there are none. */
  async function suggest() {
    const mine = pause;
    const text = box().value.trim();
    const found = await NewspaperArchive.suggestions.of(text).catch(() => []);
    if (mine !== pause) return;
    suggested().replaceChildren(...found.map(NewspaperArchive.suggestions.view));
    suggested().hidden = found.length === 0;
  }

  /** Nor do those come that are still under way. */
  function endSuggesting() {
    clearTimeout(pause);
    pause = 0;
    suggested().hidden = true;
  }

  /** @param {KeyboardEvent} event arrows go from the box through the results and back, Escape back at once */
  function walk(event) {
    if (composing || event.isComposing) return;
    const from = /** @type {HTMLElement} */ (document.activeElement);
    const known = suggested().hidden ? [] : suggested().querySelectorAll("a");
    if (event.key === "Escape" && from === box() && known.length) {
      event.preventDefault(); /* the browser would empty the box */
      endSuggesting();
    }
    const links = [box(), ...known, ...document.querySelectorAll(".result__title a")];
    const place = links.indexOf(from);
    const steps = new Map([["ArrowDown", place + 1], ["ArrowUp", place - 1], ["Escape", 0]]);
    const next = links[steps.get(event.key) ?? -1];
    if (place < 0 || !next || next === from) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (next).focus();
  }

  /** @param {() => void} onTyped told of every change of the text that an input method is through with */
  function start(onTyped) {
    const typed = () => {
      onTyped();
      clearTimeout(pause);
      pause = window.setTimeout(suggest, PAUSE);
    };
    box().addEventListener("compositionstart", () => {
      composing = true;
      clearTimeout(pause);
    });
    box().addEventListener("compositionend", () => {
      composing = false;
      typed();
    });
    box().addEventListener("input", (event) => {
      if (!composing && !(/** @type {InputEvent} */ (event).isComposing)) typed();
    });
    document.addEventListener("keydown", walk);
  }

  return { start, isComposing, endSuggesting };
})();
