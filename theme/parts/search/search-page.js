/**
 * The search page: box, conditions, address bar and list kept in step. The address always says what is shown, so that a
 * search can be sent on; the text an input method has not finished starts nothing.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.searchPage = (function () {
  "use strict";

  const { say } = NewspaperArchive.words;
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
  const narrow = part("search-narrow");
  const day = part("search-day");
  const near = part("search-near");
  const title = document.title;

  /** @type {Answer | null} */
  let answer = null;
  let shown = 0; /* how many of the answer's numbers have been read for the list */
  let turn = 0; /* of the newest search; an older one that ends late shows nothing */
  let pause = 0;

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
    status.textContent = say("正在检索……");
    const slow = window.setTimeout(() => isStale() || saySlow(), SLOW);
    try {
      const onFirst = (/** @type {Result[]} */ results) => isStale() || showFirst(results, asking);
      const options = { ...asking, first: SHOWN_AT_ONCE, isStale };
      const issues = issuesOf(asking.q, isStale);
      const found = await NewspaperArchive.archiveSearch(asking.q, { ...options, onFirst });
      if (isStale()) return;
      showAnswer(found, asking, await issues);
      if (isStale()) return;
      if (found.total > 0) await showFacets(found, asking, isStale);
      if (!isStale()) failure.hidden = true;
      if (!advice.hidden) showNear(asking, isStale).catch(() => undefined);
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
    narrow.hidden = true;
    failure.hidden = true;
    advice.hidden = true;
    more.hidden = true;
    day.hidden = true;
    near.hidden = true;
  }

  /**
   * What else may be meant, where nothing was found; a help only.
   *
   * @param {Asking} asking
   * @param {() => boolean} isStale
   */
  async function showNear(asking, isStale) {
    if (!NewspaperArchive.near) await NewspaperArchive.store.addScript("theme/js/near.js");
    const found = NewspaperArchive.near.view(await NewspaperArchive.near.of(asking, isStale), asking);
    if (isStale()) return;
    near.replaceChildren(...found);
    near.hidden = found.length === 0;
  }

  /**
   * The papers of the day or the month that is asked for, shown as soon as they are known; they are a help only.
   *
   * @param {string} text
   * @param {() => boolean} isStale
   * @returns {Promise<IssuesOfDay | null>}
   */
  async function issuesOf(text, isStale) {
    const asked = NewspaperArchive.askedDay.of(text);
    const head = asked && (await NewspaperArchive.searchIndex.open().catch(() => null));
    const found = asked && head && (await NewspaperArchive.issueDays.of(head, asked).catch(() => null));
    if (!found || !found.issues.length || isStale()) return null;
    day.replaceChildren(...NewspaperArchive.results.issues(asked, found));
    day.hidden = false;
    return found;
  }

  /** @param {Result[]} results @param {Asking} asking */
  function showFirst(results, asking) {
    failure.hidden = true;
    list.replaceChildren(...results.map((result) => NewspaperArchive.results.view(result, asking)));
    if (results.length) status.textContent = say("找到 %(n)s 篇以上，正在清点……", { n: results.length });
  }

  /** @param {Answer} found @param {Asking} asking @param {IssuesOfDay | null} issues of the day that was asked for */
  function showAnswer(found, asking, issues) {
    const { numbers, wishes } = NewspaperArchive.archiveSearch.behind(found);
    answer = found;
    shown = list.children.length;
    more.hidden = shown >= numbers.length;
    advice.hidden = found.total > 0 || wishes.length === 0 || issues !== null;
    status.textContent = said(found, wishes, asking, issues);
  }

  /** Results are seen and answer to a finger before anything is counted. @returns {Promise<void>} */
  function breath() {
    return new Promise((resolve) => setTimeout(resolve));
  }

  /** @param {Answer} found @param {Asking} asking @param {() => boolean} isStale */
  async function showFacets(found, asking, isStale) {
    await breath();
    const counts = await NewspaperArchive.facets.count(found, asking, isStale);
    await breath();
    if (isStale()) return;
    facets.replaceChildren(...NewspaperArchive.facets.view(counts, asking));
    facets.hidden = false;
    narrow.hidden = false;
  }

  /** @param {Answer} found @param {Wish[]} wishes @param {Asking} asking @param {IssuesOfDay | null} issues */
  function said({ total, exact }, wishes, { q, from: first, to: last }, issues) {
    if (wishes.length === 0) return say("请输入文字或数字；标点不能单独检索。");
    if (wishes.every(({ isUnwanted }) => isUnwanted)) return say("请写上要找的词；“-”后面的词只是用来排除。");
    if (first && last && first > last) return say("起始日期晚于截止日期，请改正。");
    if (total === 0 && issues && issues.isNear) return say("没有那时的报纸，也没有稿件写着“%(text)s”", { text: q });
    if (total === 0 && issues) return say("找到 %(n)s 期报纸；没有稿件写着“%(text)s”", { n: issues.issues.length, text: q });
    if (total === 0) return say("没有找到“%(text)s”", { text: q });
    return exact ? say("找到 %(n)s 篇", { n: total }) : say("找到约 %(n)s 篇", { n: total });
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
      const items = results.map((result) => NewspaperArchive.results.view(result, asked()));
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

  /** A slow file may still come, so what is under way goes on. */
  function saySlow() {
    if (!list.children.length) status.textContent = say("还在载入检索数据，请稍候……");
    reason.textContent = say("检索数据载入得很慢。可以再等一等，也可以再试一次。");
    failure.hidden = false;
  }

  /** @param {string} message */
  function fail(message) {
    const known = list.children.length;
    if (!answer) status.textContent = known ? say("找到 %(n)s 篇，没有找完", { n: known }) : "";
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
      sort: /** @type {Sort} */ (sort.value),
    };
  }

  function askSoon() {
    clearTimeout(pause);
    pause = window.setTimeout(() => NewspaperArchive.searchBox.isComposing() || ask(wanted(), true), PAUSE);
  }

  function answerAddress() {
    clearTimeout(pause);
    const asking = asked();
    box.value = asking.q;
    from.value = asking.from;
    to.value = asking.to;
    unknown.checked = asking.unknown;
    sort.value = asking.sort;
    if (asking.from || asking.to || !asking.unknown || sort.selectedIndex > 0) conditions.open = true;
    search(asking);
  }

  /** @param {MouseEvent} event a link to another search is answered here; with a key held it opens as links do */
  function follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const address = link && link.getAttribute("href");
    if (!address || !address.startsWith("?") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    NewspaperArchive.searchBox.endSuggesting();
    history.pushState({ isDraft: false }, "", address);
    answerAddress();
    status.tabIndex = -1;
    status.focus();
  }

  function start() {
    NewspaperArchive.searchBox.start(askSoon);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      NewspaperArchive.searchBox.endSuggesting();
      if (!NewspaperArchive.searchBox.isComposing()) ask(wanted(), false);
    });
    form.addEventListener("change", (event) => {
      if (event.target === from || event.target === to) askSoon(); /* a day that is typed changes with every digit */
      else if (event.target !== box) ask(wanted(), false);
    });
    narrow.addEventListener("click", () => {
      facets.scrollIntoView();
      facets.focus({ preventScroll: true });
    });
    retry.addEventListener("click", () => {
      NewspaperArchive.searchIndex.reopen().catch(() => undefined); /* the search says what is wrong */
      search(asked());
    });
    more.addEventListener("click", showMore);
    document.addEventListener("click", follow);
    window.addEventListener("popstate", answerAddress);
    answerAddress();
  }

  return { start };
})();

/* Where an embedder has the scripts on another page there is no form to start. */
if (document.getElementById("search-form")) NewspaperArchive.searchPage.start();
