/**
 * Turning the page as one turns a paper: the arrow keys and a swipe go where the page's own `rel="prev"` and
 * `rel="next"` lead. Without it the same links stand at the foot of the page.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.turning = (function () {
  "use strict";

  /* A swipe is at least so many pixels long, and so many times longer than it is high. */
  const LONG = 70;
  const FLAT = 2.5;
  /* What begins so near the edge of the screen is the system's own way back. */
  const EDGE = 24;
  const FIELDS = "input, select, textarea, audio, video, [contenteditable]";

  /** @param {string} key @returns {"prev" | "next" | ""} */
  function wayOfKey(key) {
    return key === "ArrowLeft" ? "prev" : key === "ArrowRight" ? "next" : "";
  }

  /**
   * A finger that goes to the left pulls the next page in.
   *
   * @param {number} across pixels to the right
   * @param {number} down pixels downwards
   * @returns {"prev" | "next" | ""}
   */
  function wayOfSwipe(across, down) {
    if (Math.abs(across) < LONG || Math.abs(across) < FLAT * Math.abs(down)) return "";
    return across < 0 ? "next" : "prev";
  }

  /** @param {"prev" | "next" | ""} way */
  function turn(way) {
    const link = way && document.querySelector(`a[rel="${way}"]`);
    if (link instanceof HTMLAnchorElement) location.assign(link.href);
    return Boolean(link);
  }

  /** @param {EventTarget | null} target */
  function scrollsSideways(target) {
    for (let here = target instanceof Element ? target : null; here && here !== document.body; here = here.parentElement) {
      if (here.scrollWidth > here.clientWidth && /auto|scroll/.test(getComputedStyle(here).overflowX)) return true;
    }
    return false;
  }

  /** Whether a gesture is meant for the page: nothing chosen, nothing enlarged. */
  function isFree() {
    const chosen = getSelection();
    return (!chosen || chosen.isCollapsed) && (!window.visualViewport || window.visualViewport.scale === 1);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest(FIELDS)) return;
    if (scrollsSideways(event.target)) return;
    if (turn(wayOfKey(event.key))) event.preventDefault();
  }

  function listen() {
    /** @type {{x: number, y: number, target: EventTarget | null} | undefined} where one finger came down */
    let began;
    const passive = { passive: true };
    addEventListener("keydown", onKey);
    addEventListener(
      "touchstart",
      ({ touches, target }) => {
        const [{ clientX: x, clientY: y }] = touches;
        began = touches.length === 1 && x > EDGE && x < innerWidth - EDGE ? { x, y, target } : undefined;
      },
      passive,
    );
    addEventListener("touchcancel", () => (began = undefined), passive);
    addEventListener(
      "touchend",
      ({ changedTouches: [finger], touches }) => {
        if (!began || touches.length || !isFree() || scrollsSideways(began.target)) return;
        if (began.target instanceof Element && began.target.closest(FIELDS)) return;
        turn(wayOfSwipe(finger.clientX - began.x, finger.clientY - began.y));
      },
      passive,
    );
  }

  if (typeof addEventListener === "function") listen();

  return { wayOfKey, wayOfSwipe };
})();
