/**
 * An article opened from a search (`…-01.html#q=骆青&year=2022`) with its hits marked, and a bar to step through them. What it
 * takes to fold, to compare and to show is loaded only then.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.found = (function () {
  "use strict";

  const { say } = NewspaperArchive.words;
  const NEEDED = ["store", "printable", "fold", "units", "query"];
  const BLOCKS = ".kicker, .headline, .subhead, .byline > span, .text p:not(.jump), .crosshead, .picture p";
  /* What was found only as it stood in print before it was put right. */
  const AMENDED = ".amendments li";
  /** @type {Map<string, string>} where a run stands that was asked for in one field only, by the first of its fields */
  const NAMED = new Map([["kicker", ".kicker, .headline, .subhead"], ["byline", ".byline > span, .opening, .tail"]]);

  /* The folder theme/, seen from the page: the script's own address is theme/reading.js. */
  const theme = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/u, "");

  /** @type {HTMLElement[]} the first mark of each hit */
  let hits = [];
  let now = -1;

  function asked() {
    return new URLSearchParams(location.hash.slice(1)).get("q") || "";
  }

  /** @param {string} name @returns {Promise<void>} */
  function script(name) {
    return new Promise((resolve, reject) => {
      const made = document.createElement("script");
      made.src = `${theme}js/${name}.js`;
      made.async = false; /* each stands on those before it */
      made.onload = () => resolve();
      made.onerror = () => reject(new Error(name));
      document.head.append(made);
    });
  }

  /** What the bar is set by; where it does not come the bar stands over the story. @returns {Promise<void>} */
  function style() {
    return new Promise((resolve) => {
      const made = document.createElement("link");
      made.rel = "stylesheet";
      made.href = `${theme}css/found.css`;
      made.onload = made.onerror = () => resolve();
      document.head.append(made);
    });
  }

  async function start() {
    const text = asked();
    const story = document.querySelector("article.story");
    if (!text || !story) return;
    await Promise.all([style(), ...NEEDED.map(script)]);
    const [, ...digits] = await NewspaperArchive.store.load("fold");
    NewspaperArchive.fold.learn(.../** @type {[string, string, string, string]} */ (digits));
    const wishes = NewspaperArchive.query.parse(text).filter(({ isUnwanted }) => !isUnwanted);
    hits = marked(story, BLOCKS, wishes);
    if (!hits.length) hits = marked(story, AMENDED, wishes);
    if (hits.length) story.prepend(bar(text));
    step(1);
  }

  /** @param {Element} story @param {string} selector @param {Wish[]} wishes @returns {HTMLElement[]} the first mark of each hit */
  function marked(story, selector, wishes) {
    const runs = wishes.filter(({ fields }) => !fields).map(({ run }) => run);
    for (const block of story.querySelectorAll(selector)) markIn(block, runs);
    for (const { run, fields } of wishes) {
      const named = fields && NAMED.get(fields[0]);
      if (named) for (const block of story.querySelectorAll(named)) markIn(block, [run]);
    }
    return Array.from(story.querySelectorAll("mark[data-first]"));
  }

  /** @param {Element} block @param {Run[]} runs */
  function markIn(block, runs) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const nodes = [];
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
    const stretches = found(nodes.map((node) => node.data).join(""), runs);
    let end = nodes.reduce((length, node) => length + node.data.length, 0);
    for (const node of nodes.reverse()) {
      const start = end - node.data.length;
      for (const stretch of stretches) if (stretch.start < end && stretch.end > start) wrap(node, start, stretch);
      end = start;
    }
  }

  /**
   * Where the runs stand in a text, the last first; what overlaps is one.
   *
   * @param {string} text
   * @param {Run[]} runs
   */
  function found(text, runs) {
    const units = NewspaperArchive.units(text);
    const places = runs
      .flatMap((run) => NewspaperArchive.query.matches(run, units))
      .map(({ first, last }) => ({ start: units[first].start, end: units[last].end }))
      .sort((a, b) => a.start - b.start);
    /** @type {{start: number, end: number}[]} */
    const merged = [];
    for (const place of places) {
      const last = merged[merged.length - 1];
      if (last && place.start < last.end) last.end = Math.max(last.end, place.end);
      else merged.push(place);
    }
    return merged.reverse();
  }

  /** @param {Text} node @param {number} offset of the node in its block @param {{start: number, end: number}} stretch */
  function wrap(node, offset, { start, end }) {
    if (node.parentElement && node.parentElement.closest("mark")) return;
    const from = Math.max(0, start - offset);
    const hit = node.splitText(from);
    hit.splitText(Math.min(hit.data.length, end - offset - from));
    const mark = document.createElement("mark");
    if (start >= offset) mark.dataset.first = "";
    hit.replaceWith(mark);
    mark.append(hit);
  }

  /** @param {string} text */
  function bar(text) {
    const made = element("div", "found", "");
    made.setAttribute("role", "region");
    made.setAttribute("aria-label", say("检索到的文字"));
    const said = element("span", "found__said", "");
    said.id = "found-said";
    said.setAttribute("role", "status");
    const back = /** @type {HTMLAnchorElement} */ (element("a", "", say("回到检索")));
    back.href = `${theme}../search.html?${location.hash.slice(1)}`;
    made.append(element("span", "found__asked", `“${text}”`), said);
    made.append(button(say("上一处"), () => step(-1)), button(say("下一处"), () => step(1)), back, button(say("去掉标记"), clear));
    made.addEventListener("keydown", walk);
    return made;
  }

  /** @param {KeyboardEvent} event in the bar; Escape ends it as its last button does */
  function walk(event) {
    const acts = new Map([["ArrowLeft", () => step(-1)], ["ArrowRight", () => step(1)], ["Escape", clear]]);
    const act = acts.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** @param {number} by how many hits to go on */
  function step(by) {
    const said = document.getElementById("found-said");
    if (!hits.length || !said) return;
    if (now >= 0) hits[now].removeAttribute("aria-current");
    now = (now + by + hits.length) % hits.length;
    hits[now].setAttribute("aria-current", "true");
    hits[now].scrollIntoView({ block: "center" });
    said.textContent = say("第 %(now)s 处，共 %(n)s 处", { now: now + 1, n: hits.length });
  }

  function clear() {
    for (const mark of document.querySelectorAll("article.story mark")) mark.replaceWith(...mark.childNodes);
    for (const made of document.querySelectorAll(".found")) made.remove();
    history.replaceState(null, "", location.pathname + location.search);
  }

  /** @param {string} said @param {() => void} act */
  function button(said, act) {
    const made = element("button", "", said);
    made.setAttribute("type", "button");
    made.addEventListener("click", act);
    return made;
  }

  /** @param {string} name @param {string} className @param {string} text */
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  /* Where the table does not come the article is there to read all the same, without marks. */
  start().catch(() => undefined);

  return { start };
})();
