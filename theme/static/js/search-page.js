/**
 * The search page: box, address bar and list kept in step. The address always says what is shown, so that a search can
 * be sent on; the text an input method has not finished starts nothing.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.searchPage = (function () {
  "use strict";

  const SHOWN_AT_ONCE = 20;
  const PAUSE = 200; /* ms without a keystroke before typed text is searched */

  const form = /** @type {HTMLFormElement} */ (document.getElementById("search-form"));
  const box = /** @type {HTMLInputElement} */ (document.getElementById("search-q"));
  const status = part("search-status");
  const failure = part("search-failure");
  const reason = part("search-failure-reason");
  const retry = part("search-retry");
  const advice = part("search-advice");
  const list = part("search-results");
  const more = part("search-more");
  const title = document.title;

  /** @type {Result[]} */
  let results = [];
  let shown = 0;
  let turn = 0; /* of the newest search; an older one that ends late shows nothing */
  let pause = 0;
  let isComposing = false;

  /** @param {string} id */
  function part(id) {
    return /** @type {HTMLElement} */ (document.getElementById(id));
  }

  function asked() {
    return new URLSearchParams(location.search).get("q") || "";
  }

  /** @param {string} text */
  async function search(text) {
    const mine = ++turn;
    document.title = text ? `${text} · ${title}` : title;
    const runs = NewspaperArchive.query.parse(text);
    if (runs.length === 0) {
      show([], text ? "请输入文字或数字；标点不能单独检索。" : "", false);
      return;
    }
    status.textContent = "正在检索……";
    try {
      await NewspaperArchive.search.load();
    } catch (error) {
      if (mine === turn) fail(error instanceof Error ? error.message : String(error));
      return;
    }
    if (mine !== turn) return;
    const found = NewspaperArchive.results.confirmed(NewspaperArchive.search.candidates(runs), runs);
    show(found, found.length ? `找到 ${found.length} 篇` : `没有找到“${text}”`, found.length === 0);
  }

  /** @param {Result[]} found @param {string} said @param {boolean} isVain */
  function show(found, said, isVain) {
    results = found;
    shown = 0;
    list.replaceChildren();
    failure.hidden = true;
    advice.hidden = !isVain;
    status.textContent = said;
    showMore();
  }

  function showMore() {
    const next = results.slice(shown, shown + SHOWN_AT_ONCE);
    const items = next.map(NewspaperArchive.results.view);
    list.append(...items);
    shown += next.length;
    more.hidden = shown >= results.length;
    return items[0];
  }

  /** @param {string} message */
  function fail(message) {
    show([], "", false);
    reason.textContent = message;
    failure.hidden = false;
  }

  /**
   * Typing goes on in one entry of the history, a submitted search stays in it.
   *
   * @param {boolean} isDraft
   */
  function ask(isDraft) {
    clearTimeout(pause);
    const text = box.value.trim();
    const address = text ? `?q=${encodeURIComponent(text)}` : location.pathname;
    const isSame = text === asked();
    if (isSame || (history.state && history.state.isDraft)) history.replaceState({ isDraft }, "", address);
    else history.pushState({ isDraft }, "", address);
    if (!isSame || failure.hidden === false) search(text);
  }

  function askSoon() {
    clearTimeout(pause);
    pause = window.setTimeout(() => ask(true), PAUSE);
  }

  function answerAddress() {
    clearTimeout(pause);
    box.value = asked();
    search(box.value.trim());
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
      if (!isComposing) ask(false);
    });
    retry.addEventListener("click", () => search(box.value.trim()));
    more.addEventListener("click", () => {
      const first = showMore();
      if (first) /** @type {HTMLElement} */ (first.querySelector("a")).focus();
    });
    window.addEventListener("popstate", answerAddress);
    answerAddress();
  }

  return { start };
})();

NewspaperArchive.searchPage.start();
