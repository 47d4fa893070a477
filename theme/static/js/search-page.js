/**
 * The search page: box, conditions, address bar and list kept in step. The address always says what is shown, so that a
 * search can be sent on; the text an input method has not finished starts nothing.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.searchPage = (function () {
  "use strict";

  const SHOWN_AT_ONCE = 10;
  const PAUSE = 200; /* ms without a keystroke before typed text is searched */
  const SLOW = 4000; /* ms after which a reader is told that it takes long */

  const form = /** @type {HTMLFormElement} */ (document.getElementById("search-form"));
  const box = input("search-q");
  const from = input("search-from");
  const to = input("search-to");
  const unknown = input("search-unknown");
  const sort = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (document.getElementById("search-sort")));
  const conditions = /** @type {HTMLDetailsElement} */ (part("search-conditions"));
  const status = part("search-status");
  const chips = part("search-chips");
  const failure = part("search-failure");
  const reason = part("search-failure-reason");
  const retry = part("search-retry");
  const advice = part("search-advice");
  const list = part("search-results");
  const more = part("search-more");
  const facets = part("search-facets");
  const suggested = part("search-suggestions");
  const title = document.title;

  /** @type {Answer | null} */
  let answer = null;
  let shown = 0; /* how many of the answer's numbers have been read for the list */
  let turn = 0; /* of the newest search; an older one that ends late shows nothing */
  let pause = 0;
  let isComposing = false;

  /** @param {string} id */
  function part(id) {
    return /** @type {HTMLElement} */ (document.getElementById(id));
  }

  /** @param {string} id */
  function input(id) {
    return /** @type {HTMLInputElement} */ (part(id));
  }

  /** @returns {Asking} */
  function asked() {
    return NewspaperArchive.address.read(location.search);
  }

  /** @param {Asking} asking */
  async function search(asking) {
    const mine = ++turn;
    const isStale = () => mine !== turn;
    document.title = asking.q ? `${asking.q} · ${title}` : title;
    clear();
    chips.replaceChildren(...NewspaperArchive.facets.chips(asking));
    if (!asking.q) {
      status.textContent = "";
      return;
    }
    status.textContent = "正在检索……";
    const slow = window.setTimeout(() => {
      if (!isStale()) status.textContent = "还在载入检索数据，请稍候……";
    }, SLOW);
    try {
      const options = { ...asking, sort: /** @type {any} */ (asking.sort), first: SHOWN_AT_ONCE, isStale };
      const onFirst = (/** @type {Result[]} */ results) => isStale() || showFirst(results, asking);
      const found = await NewspaperArchive.archiveSearch(asking.q, { ...options, onFirst });
      if (!isStale()) await showAnswer(found, asking);
    } catch (error) {
      if (!isStale()) fail(error instanceof Error ? error.message : String(error));
    } finally {
      clearTimeout(slow);
    }
  }

  function clear() {
    answer = null;
    shown = 0;
    list.replaceChildren();
    facets.replaceChildren();
    facets.hidden = true;
    failure.hidden = true;
    advice.hidden = true;
    more.hidden = true;
  }

  /** @param {Result[]} results @param {Asking} asking */
  function showFirst(results, asking) {
    list.replaceChildren(...results.map((result) => NewspaperArchive.results.view(result, asking.q)));
    if (results.length) status.textContent = `找到 ${results.length} 篇以上，正在清点……`;
  }

  /** @param {Answer} found @param {Asking} asking */
  async function showAnswer(found, asking) {
    const { head, numbers, wishes } = NewspaperArchive.archiveSearch.behind(found);
    answer = found;
    shown = list.children.length;
    more.hidden = shown >= numbers.length;
    advice.hidden = found.total > 0 || wishes.length === 0;
    status.textContent = said(found, wishes, asking);
    if (found.total === 0) return;
    const mine = turn;
    const counts = await NewspaperArchive.facets.count(head, numbers);
    if (mine !== turn) return;
    facets.replaceChildren(...NewspaperArchive.facets.view(counts, asking));
    facets.hidden = false;
  }

  /** @param {Answer} found @param {Wish[]} wishes @param {Asking} asking */
  function said({ total, exact }, wishes, asking) {
    if (wishes.length === 0) return "请输入文字或数字；标点不能单独检索。";
    if (wishes.every(({ isUnwanted }) => isUnwanted)) return "请写上要找的词；“-”后面的词只是用来排除。";
    if (total === 0) return `没有找到“${asking.q}”`;
    return exact ? `找到 ${total} 篇` : `找到约 ${total} 篇`;
  }

  async function showMore() {
    const current = answer;
    if (!current || more.getAttribute("aria-disabled") === "true") return;
    const { head, numbers, wishes } = NewspaperArchive.archiveSearch.behind(current);
    const next = numbers.slice(shown, shown + 2 * SHOWN_AT_ONCE);
    shown += next.length;
    more.setAttribute("aria-disabled", "true");
    try {
      const results = await NewspaperArchive.archiveSearch.results(head, wishes, next);
      if (answer !== current) return;
      const items = results.map((result) => NewspaperArchive.results.view(result, asked().q));
      list.append(...items);
      more.hidden = shown >= numbers.length;
      if (items[0]) /** @type {HTMLElement} */ (items[0].querySelector("a")).focus();
    } catch (error) {
      shown -= next.length;
      fail(error instanceof Error ? error.message : String(error));
    } finally {
      more.setAttribute("aria-disabled", "false");
    }
  }

  /** @param {string} message */
  function fail(message) {
    status.textContent = "";
    reason.textContent = message;
    failure.hidden = false;
  }

  /**
   * Typing goes on in one entry of the history, a submitted search stays in it.
   *
   * @param {Asking} asking
   * @param {boolean} isDraft
   */
  function ask(asking, isDraft) {
    clearTimeout(pause);
    const address = NewspaperArchive.address.write(asking);
    const isSame = address === NewspaperArchive.address.write(asked());
    if (isSame || (history.state && history.state.isDraft)) history.replaceState({ isDraft }, "", address);
    else history.pushState({ isDraft }, "", address);
    if (!isSame || failure.hidden === false) search(asking);
  }

  /** @returns {Asking} as box and conditions stand */
  function wanted() {
    return {
      ...asked(),
      q: box.value.trim(),
      from: from.value,
      to: to.value,
      unknown: unknown.checked,
      sort: sort.value,
    };
  }

  function askSoon() {
    clearTimeout(pause);
    pause = window.setTimeout(() => {
      ask(wanted(), true);
      suggest();
    }, PAUSE);
  }

  /** Suggestions are a help only: where they do not load there are none. */
  async function suggest() {
    const text = box.value.trim();
    const found = await NewspaperArchive.suggestions.of(text).catch(() => []);
    if (text !== box.value.trim()) return;
    suggested.replaceChildren(...found.map(NewspaperArchive.suggestions.view));
    suggested.hidden = found.length === 0;
  }

  function answerAddress() {
    clearTimeout(pause);
    const asking = asked();
    box.value = asking.q;
    from.value = asking.from;
    to.value = asking.to;
    unknown.checked = asking.unknown;
    sort.value = asking.sort;
    if (asking.from || asking.to) conditions.open = true;
    search(asking);
  }

  /** @param {MouseEvent} event a link to another search is answered here; with a key held it opens as links do */
  function follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const address = link && link.getAttribute("href");
    if (!address || !address.startsWith("?") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    suggested.hidden = true;
    history.pushState({ isDraft: false }, "", address);
    answerAddress();
    status.tabIndex = -1;
    status.focus();
  }

  /** @param {KeyboardEvent} event arrows go from the box through the results and back, Escape back at once */
  function walk(event) {
    const shownToo = suggested.hidden ? [] : suggested.querySelectorAll("a");
    const links = [box, ...shownToo, ...list.querySelectorAll(".result__title a")];
    const place = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const steps = new Map([["ArrowDown", place + 1], ["ArrowUp", place - 1], ["Escape", 0]]);
    const next = links[steps.get(event.key) ?? -1];
    if (place < 0 || isComposing || event.isComposing || !next || (event.key === "Escape" && place === 0)) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (next).focus();
  }

  function start() {
    box.addEventListener("compositionstart", () => {
      isComposing = true;
      clearTimeout(pause);
    });
    box.addEventListener("compositionend", () => {
      isComposing = false;
      askSoon();
    });
    box.addEventListener("input", (event) => {
      if (!isComposing && !(/** @type {InputEvent} */ (event).isComposing)) askSoon();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      suggested.hidden = true;
      if (!isComposing) ask(wanted(), false);
    });
    form.addEventListener("change", (event) => {
      if (event.target !== box) ask(wanted(), false);
    });
    retry.addEventListener("click", () => {
      NewspaperArchive.searchIndex.reopen().catch(() => undefined).then(() => search(asked()));
    });
    more.addEventListener("click", showMore);
    document.addEventListener("click", follow);
    document.addEventListener("keydown", walk);
    window.addEventListener("popstate", answerAddress);
    answerAddress();
  }

  return { start };
})();

NewspaperArchive.searchPage.start();
