/**
 * 朗读: an article, or the articles of a page one after another, read by a voice of the reader's own machine; where there is
 * none nothing is offered.
 *
 * @typedef {{block: Element, text: string, part: number}} Passage a sentence, the line or paragraph it stands in, and how
 *   much of that, from 0 to 1, comes before it
 * @typedef {"idle" | "reading" | "paused"} Activity
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.aloud = (function () {
  "use strict";

  const { say } = NewspaperArchive.words;
  const WORDS = {
    title: say("朗读"),
    acts: { idle: say("朗读"), reading: say("暂停"), paused: say("继续") },
    stop: say("停止"),
    slower: say("读慢些"),
    faster: say("读快些"),
    speeds: [say("很慢"), say("较慢"), say("正常"), say("较快"), say("很快")],
  };
  const KEPT = "newspaper-aloud";
  /* Headline stack, byline, text and pictures, as they stand on the page. */
  const BLOCKS = [".kicker", ".headline", ".subhead", ".byline > span", ".text p", ".crosshead", ".picture p"];

  const { keeping, sentences, voices } = NewspaperArchive;
  const theme = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/u, "");

  /** @type {Passage[]} */
  let row = [];
  let at = 0;
  /** @type {Activity} */
  let activity = "idle";
  let speed = voices.speed(keeping.kept(KEPT));
  /** @type {SpeechSynthesisVoice | undefined} */
  let voice;
  /** What is being said: the end of any other is that of one taken back. @type {SpeechSynthesisUtterance | undefined} */
  let saying;
  /** @type {Bar | undefined} */
  let bar;

  /** @returns {Passage[]} in the order in which they are read */
  function passages() {
    const blocks = document.querySelectorAll(BLOCKS.map((one) => `article.story ${one}`).join());
    return Array.from(blocks).flatMap(passagesOf);
  }

  /** @param {Element} block @returns {Passage[]} */
  function passagesOf(block) {
    const whole = (block.textContent || "").replace(/\s+/gu, " ").trim();
    let said = 0;
    return sentences.cut(whole).map((text) => {
      const part = said / whole.length;
      said += text.length;
      return { block, text, part };
    });
  }

  /** @returns {string} of what is printed, whatever the site itself speaks */
  function language() {
    const marked = passages()[0]?.block.closest("[lang]");
    return (marked && marked.getAttribute("lang")) || "";
  }

  function start() {
    /* The page as one continuous reading, where no text is cut off at the end of its place. */
    if (document.getElementById("reading")) location.hash = "reading";
    row = passages();
    at = 0;
    speak();
  }

  function speak() {
    const utterance = new SpeechSynthesisUtterance(row[at].text);
    if (voice) [utterance.voice, utterance.lang] = [voice, voice.lang];
    utterance.rate = voices.SPEEDS[speed];
    utterance.onend = () => utterance === saying && next();
    utterance.onerror = () => utterance === saying && stop();
    hush();
    saying = utterance;
    become("reading");
    point(row[at]);
    speechSynthesis.speak(utterance);
  }

  function next() {
    saying = undefined;
    at += 1;
    if (at < row.length) speak();
    else stop();
  }

  /** The browsers' own pause is deaf on phones: a sentence is taken back, and said again from its beginning. */
  function pause() {
    hush();
    become("paused");
  }

  function stop() {
    hush();
    become("idle");
    mark(null);
  }

  /** Only what is being said is taken back: some browsers swallow what follows a needless `cancel`. */
  function hush() {
    if (!saying) return;
    saying = undefined;
    speechSynthesis.cancel();
  }

  /** @param {Passage} passage that is being read: its paragraph marked, its line in sight */
  function point({ block, part }) {
    mark(block);
    const { top, height } = block.getBoundingClientRect();
    const line = top + part * height;
    if (line > 0 && line < innerHeight * 0.6) return;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: line - innerHeight * 0.25, behavior: isStill ? "auto" : "smooth" });
  }

  /** @param {Element | null} block */
  function mark(block) {
    for (const before of document.querySelectorAll("[data-aloud]")) before.removeAttribute("data-aloud");
    if (block) block.setAttribute("data-aloud", "");
  }

  /** @param {number} by */
  function hasten(by) {
    speed = Math.min(voices.SPEEDS.length - 1, Math.max(0, speed + by));
    keeping.keep(KEPT, String(speed));
    if (activity === "reading") speak();
    else become(activity);
  }

  /** @param {Activity} now */
  function become(now) {
    activity = now;
    if (bar) tell(bar);
  }

  /** @typedef {{all: HTMLElement, main: Element, slower: Element, faster: Element, said: Element}} Bar */

  /** @param {Bar} bar as things stand */
  function tell({ all, main, slower, faster, said }) {
    all.dataset.activity = activity;
    main.textContent = WORDS.acts[activity];
    said.textContent = WORDS.speeds[speed];
    slower.setAttribute("aria-disabled", String(speed === 0));
    faster.setAttribute("aria-disabled", String(speed === voices.SPEEDS.length - 1));
  }

  /** @returns {Bar} */
  function built() {
    const all = document.createElement("div");
    all.className = "aloud";
    all.setAttribute("role", "region");
    all.setAttribute("aria-label", WORDS.title);
    const main = button("", () => ({ idle: start, reading: pause, paused: speak })[activity]());
    const slower = button("−", () => hasten(-1), WORDS.slower);
    const faster = button("＋", () => hasten(1), WORDS.faster);
    const said = document.createElement("output");
    const end = button(WORDS.stop, () => {
      stop();
      main.focus();
    });
    all.append(main, end, slower, said, faster);
    return { all, main, slower, faster, said };
  }

  /** @param {string} label @param {() => void} act @param {string} [name] for who does not see a sign */
  function button(label, act, name) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    if (name) made.setAttribute("aria-label", name);
    made.addEventListener("click", act);
    return made;
  }

  /** Voices come late, and go: what is offered follows them. */
  function offer() {
    voice = voices.fitting(speechSynthesis.getVoices(), language());
    if (voice && !bar) show((bar = built()));
    if (bar) bar.all.hidden = !voice;
    if (!voice) stop();
  }

  /** @param {Bar} bar shown when what it is set by is there, or does not come */
  function show(bar) {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = `${theme}css/aloud.css`;
    sheet.onload = sheet.onerror = () => document.getElementById("content")?.prepend(bar.all);
    document.head.append(sheet);
    tell(bar);
  }

  if ("speechSynthesis" in window && "SpeechSynthesisUtterance" in window && document.querySelector("article.story")) {
    offer();
    speechSynthesis.onvoiceschanged = offer; /* Safari's takes no listener */
    addEventListener("pagehide", stop);
  }

  return { passages };
})();
