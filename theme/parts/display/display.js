/**
 * The button 显示 in the masthead and the panel that it opens: light or dark, 长辈模式, the size of type. A choice shows at
 * once, and on every other page when it is next looked at. In 长辈模式 the way back stands beside the button.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.display = (function () {
  "use strict";

  const { say } = NewspaperArchive.words;
  const WORDS = {
    title: say("显示"),
    scheme: say("颜色"),
    schemes: { system: say("跟随系统"), light: say("浅色"), dark: say("深色") },
    elder: say("长辈模式"),
    elderWhat: say("字大、清楚，只留要紧的"),
    leave: say("退出长辈模式"),
    size: say("字号"),
    sizes: [say("标准"), say("大"), say("较大"), say("特大"), say("最大")],
    smaller: say("缩小字号"),
    larger: say("放大字号"),
    close: say("完成"),
  };

  const { mode } = NewspaperArchive;
  /* The folder theme/, seen from the page: the script's own address is theme/display.js, or that of its bundle. */
  const theme = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/u, "");

  /**
   * An element with its attributes; what is a text is set as a text.
   *
   * @param {string} name
   * @param {Object<string, string>} attributes
   * @param {(Node | string)[]} children
   */
  function made(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /** @param {string} label @param {Object<string, string>} attributes @param {() => void} act */
  function button(label, attributes, act) {
    const element = made("button", { type: "button", ...attributes }, label);
    element.addEventListener("click", act);
    return element;
  }

  /** @param {Partial<Mode>} part of a mode, the rest staying as it is */
  function change(part) {
    mode.choose({ ...mode.chosen(), ...part });
    follow();
  }

  /** @param {string} scheme @param {string} label */
  function schemeChoice(scheme, label) {
    const input = made("input", { type: "radio", name: "scheme", value: scheme });
    input.addEventListener("change", () => change({ scheme }));
    return made("label", { class: "panel__choice" }, input, label);
  }

  function elderChoice() {
    const input = /** @type {HTMLInputElement} */ (made("input", { type: "checkbox", name: "elder" }));
    input.addEventListener("change", () => change({ isElder: input.checked }));
    const words = made("span", {}, WORDS.elder, made("small", {}, WORDS.elderWhat));
    return made("label", { class: "panel__choice panel__choice--elder" }, input, words);
  }

  /** @param {string} sign @param {string} words for who does not see it @param {string} name @param {number} by */
  function sizeStep(sign, words, name, by) {
    const element = button("", { class: name }, () => change({ size: mode.stepped(mode.chosen().size, by) }));
    element.append(made("span", { "aria-hidden": "true" }, sign), made("span", { class: "visually-hidden" }, words));
    return element;
  }

  function sizeChoice() {
    return made(
      "fieldset",
      { class: "panel__sizes" },
      made("legend", {}, WORDS.size),
      sizeStep("A−", WORDS.smaller, "panel__smaller", -1),
      made("output", {}),
      sizeStep("A＋", WORDS.larger, "panel__larger", 1),
    );
  }

  function panel() {
    const schemes = Object.entries(WORDS.schemes).map(([scheme, label]) => schemeChoice(scheme, label));
    const box = made(
      "div",
      { class: "panel__box" },
      made("h2", { id: "display-title" }, WORDS.title),
      sizeChoice(),
      elderChoice(),
      made("fieldset", { class: "panel__schemes" }, made("legend", {}, WORDS.scheme), ...schemes),
      button(WORDS.close, { class: "panel__close" }, () => dialog.close()),
    );
    const dialog = /** @type {HTMLDialogElement} */ (
      made("dialog", { class: "panel", "aria-labelledby": "display-title" }, box)
    );
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    /* Arrow keys and swipes are for the choices here; under the panel no page is turned. */
    for (const type of ["keydown", "touchstart", "touchend"]) {
      dialog.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
    }
    return dialog;
  }

  /** What the panel is set by; where it does not come the panel opens all the same. @returns {Promise<void>} */
  function style() {
    return new Promise((resolve) => {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = `${theme}css/panel.css`;
      sheet.onload = sheet.onerror = () => resolve();
      document.head.append(sheet);
    });
  }

  /** @type {Promise<HTMLDialogElement> | undefined} */
  let opening;

  async function built() {
    await style();
    const dialog = panel();
    document.body.append(dialog);
    return dialog;
  }

  async function open() {
    opening = opening || built();
    const dialog = await opening;
    follow();
    if (!dialog.open) dialog.showModal();
  }

  /** The panel and the way back say what is chosen, wherever it was. */
  function follow() {
    const { scheme, isElder, size } = mode.chosen();
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".panel input"))) {
      input.checked = input.name === "elder" ? isElder : input.value === scheme;
    }
    const said = document.querySelector(".panel output");
    if (said && said.textContent !== WORDS.sizes[size]) said.textContent = WORDS.sizes[size];
    end(".panel__smaller", size === 0);
    end(".panel__larger", size === mode.LARGEST);
    offerTheWayBack(isElder);
  }

  /** A step that leads no further keeps the focus that is on it. @param {string} selector @param {boolean} isEnd */
  function end(selector, isEnd) {
    const found = document.querySelector(selector);
    if (found) found.setAttribute("aria-disabled", String(isEnd));
  }

  /** @param {boolean} isElder */
  function offerTheWayBack(isElder) {
    const there = document.querySelector(".display--leave");
    if (there && !isElder) there.remove();
    if (there || !isElder || !opener) return;
    opener.after(
      button(WORDS.leave, { class: "display display--leave" }, () => {
        opener.focus();
        change({ isElder: false });
      }),
    );
  }

  /** What was chosen elsewhere in the meantime. */
  function refresh() {
    mode.show(mode.chosen());
    follow();
  }

  const opener = /** @type {HTMLElement | null} */ (document.querySelector("button.display"));
  if (opener) {
    opener.setAttribute("aria-haspopup", "dialog");
    opener.addEventListener("click", open);
    follow();
  }
  addEventListener("storage", refresh);
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
  document.addEventListener("visibilitychange", () => document.hidden || refresh());

  return { change };
})();
