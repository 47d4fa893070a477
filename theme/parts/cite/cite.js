/**
 * 引用: copies an article's reference in the form asked for. GB/T 7714 stands in the page; the other forms of all
 * articles of the issue lie in references.js, which is loaded only when 引用 is opened.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.cite = (function () {
  "use strict";

  const FORMS = ["BibTeX", "RIS", "CSL-JSON"];
  const { say } = NewspaperArchive.words;

  /** @param {string} pathname of a page @returns {string} the name of its file */
  function fileName(pathname) {
    return pathname.replace(/^.*\//u, "");
  }

  /** @param {Element} box the 引用 of a page */
  function open(box) {
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    const given = box.querySelector(".cite__form");
    const row = document.createElement("p");
    row.append(button("GB/T 7714", () => (given && given.textContent) || "", said));
    box.append(row, said);
    const file = /** @type {HTMLAnchorElement | null} */ (box.querySelector("a"));
    if (file) load(file.href.replace(/\.bib$/u, ".js"), (forms) => row.append(...buttons(forms, said)));
  }

  /** @param {string[]} forms in the order of FORMS @param {Element} said */
  function buttons(forms, said) {
    return forms.map((text, place) => button(FORMS[place], () => text, said));
  }

  /** @param {string} name of the form @param {() => string} text @param {Element} said where the outcome is told */
  function button(name, text, said) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = say("复制 %(form)s", { form: name });
    made.addEventListener("click", async () => {
      said.textContent = "";
      const copied = await copy(text(), said);
      said.prepend(
        copied
          ? say("已复制 %(form)s", { form: name })
          : say("浏览器不让自动复制。文字已经选中，请按 Ctrl+C 复制（手机上长按）"),
      );
    });
    return made;
  }

  /**
   * Where the clipboard is closed (a plain http address, an old browser) the text is shown and chosen instead.
   *
   * @param {string} text
   * @param {Element} said
   */
  async function copy(text, said) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const shown = document.createElement("textarea");
      shown.readOnly = true;
      shown.rows = 6;
      shown.cols = 24;
      shown.value = text;
      shown.setAttribute("aria-label", say("引用文字"));
      said.append(shown);
      shown.select();
      return false;
    }
  }

  /** @type {(forms: string[]) => void} */
  let ready = () => undefined;

  /** @param {string} address @param {(forms: string[]) => void} then */
  function load(address, then) {
    const script = document.createElement("script");
    ready = then;
    script.src = address;
    document.head.append(script);
  }

  /** @param {Object<string, string[]>} all the forms by the file names of an issue's articles */
  function take(all) {
    ready(all[fileName(location.pathname)] || []);
  }

  const box = typeof document === "object" && document.querySelector("details.cite");
  if (box) box.addEventListener("toggle", () => open(box), { once: true });

  return { take };
})();
