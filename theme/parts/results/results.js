/**
 * The list of results as the reader sees it: headline, the hit in its sentence, where it was printed. Made of text nodes
 * only, whatever a page file says.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.results = (function () {
  "use strict";

  const { say, printed } = NewspaperArchive.words;
  /** @type {Map<string, string>} what stands before a hit that is not in running text */
  const LABELS = new Map([
    ["captions", say("图片")], ["subhead", say("副题")], ["kicker", say("引题")], ["byline", say("署名")],
    ["crossheads", say("小标题")], ["section", say("栏目")], ["folio", say("版次")],
  ]);

  /**
   * @param {Result} result
   * @param {Asking} asking what the article's page marks too, and leads back to
   * @returns {HTMLLIElement}
   */
  function view({ record, hits }, asking) {
    const item = document.createElement("li");
    item.className = "result";
    item.append(heading(record, hits, asking), ...sentence(record, hits), place(record));
    return item;
  }

  /** @param {SearchRecord} record @param {Hit[]} hits @param {Asking} asking */
  function heading(record, hits, asking) {
    const title = element("h2", "result__title");
    const link = document.createElement("a");
    link.href = `${record.address}#${NewspaperArchive.address.write(asking).slice(1)}`;
    const inHeadline = (record.text.headline || [])[0] === record.title ? hits.filter(isInHeadline) : [];
    link.append(...nodes(NewspaperArchive.snippet.marked(record.title, inHeadline)));
    title.append(printed(link));
    return title;
  }

  /** @param {Hit} hit */
  function isInHeadline(hit) {
    return hit.field === "headline" && hit.part === 0;
  }

  /** @param {SearchRecord} record @param {Hit[]} hits */
  function sentence(record, hits) {
    const found = NewspaperArchive.snippet(record, hits);
    if (!found) return [];
    const paragraph = element("p", "result__snippet");
    const label = LABELS.get(found.field);
    if (label) paragraph.append(element("span", "result__label", label), " ");
    const words = element("span", "");
    words.append(...nodes(found.pieces));
    paragraph.append(printed(words));
    return [paragraph];
  }

  /** @param {SearchRecord} record */
  function place(record) {
    const line = element("p", "result__place");
    line.append(
      printed(element("span", "result__issue", record.issue)), " ",
      element("span", "result__date", record.date), " ",
      printed(element("span", "result__page", record.page)),
    );
    return line;
  }

  /**
   * The papers of the day or the month that was asked for, above what has it in its text.
   *
   * @param {AskedDay} asked
   * @param {IssuesOfDay} found
   * @returns {HTMLElement[]}
   */
  function issues(asked, found) {
    const list = element("ul", "day__issues");
    for (const { said, edition, address } of found.issues) {
      const item = element("li", "");
      const link = document.createElement("a");
      link.href = address;
      link.append(element("span", "", said), " ", printed(element("span", "", edition)));
      item.append(link);
      list.append(item);
    }
    return [element("h2", "label", issuesOf(asked, found.isNear)), list];
  }

  /** @param {AskedDay} asked @param {boolean} isNear */
  function issuesOf({ year, day }, isNear) {
    if (isNear) return day ? say("没有收入这一天的报纸，前后最近的是：") : say("没有收入这个月的报纸，前后最近的是：");
    if (!year) return day ? say("历年这一天的报纸") : say("历年这个月的报纸");
    return day ? say("这一天的报纸") : say("这个月的报纸");
  }

  /** @param {Piece[]} pieces */
  function nodes(pieces) {
    return pieces.map(({ text, isHit }) => (isHit ? element("mark", "", text) : document.createTextNode(text)));
  }

  /** @param {string} name @param {string} className @param {string} [text] */
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  return { view, issues, element };
})();
