/**
 * Asks archiveSearch() in DIR what nobody would: `node fuzzed.js DIR SEED TIMES` prints JSON, `asked`, how many were `found`,
 * and `wrong`: each question whose answer is none, with the seed of its own.
 */
"use strict";

const { openPage, siteScripts } = require("./site_scripts.js");

const [directory, seed, times] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
openPage(directory);
const { archiveSearch } = siteScripts();

const WORDS = ["红砖驿站", "柳渡", "骆青", "穆小满", "220兆瓦", "4#储罐", "𠮷渡", "紅磚", "wifi", "constructor", "__proto__", "的"];
const MARKS = ["-", "－", "--", '"', "“", "”", "「", "标题:", "作者：", "title:", "栏目:", "PAGE:", "-标题:", ":", "，", "。", "…", "\u2060"];
const ODD = [" ", "\u3000", "\t", "\n", "\0", "\x1b[2J", "\u202e", "\ud83d", "\udc00", "\ufffd", "\uffff", "😀", "e\u0301\u0301", "ﬃ", "①",
  "%00", "%ED%A0%80", "<script>", "&quot;", "../", "*", "^2", "~1", "+", "toString", "0", "9".repeat(400), "ß", "İ", "㍿"];
const JUNK = [null, undefined, "", "abc", -1, 0, 0.5, NaN, Infinity, -Infinity, 1e21, true, [], {}, [null], [[]], { length: 3 }, () => 1,
  Symbol("x"), 10n, new Date(NaN), "99999999999", "2022-02-30", "__proto__", Object.create(null)];
/** @type {Object<string, any[]>} what each option may say, and be heard */
const GOOD = {
  confirm: [0, 1, 5, 200, "all"],
  sort: ["relevance", "newest", "oldest"],
  from: ["2020-01-08", "2022-06-01", "0001-01-01", "9999-12-31"],
  to: ["2021-05-05", "2022-06-08", "0001-01-01", "9999-12-31"],
  unknown: [true, false],
  only: [{ year: ["2022"] }, { year: [""] }, { author: ["骆青", "谁也不是"] }, { edition: ["x"], kind: [] }, { year: ["2022", "2020"] }],
  first: [1, 10, 1000],
  onFirst: [() => {}],
  isStale: [() => false],
};
/* What is no option, or says nothing, whatever stands there. */
const UNHEARD = {
  confirm: [-1, NaN, "abc", null, {}, Symbol("x"), 10n],
  sort: ["best", null, 1, {}, ["newest"]],
  from: ["2022-02-30", "abc", 20220601, null, {}, "2022-6-1"],
  to: ["99999999999", [], NaN, "2022-06"],
  only: [null, "year", 7, [], { colour: ["red"] }, JSON.parse('{"__proto__": {"year": ["1"]}}'), { id: ["x"] }, { year: 7 }, { year: null }, { toString: ["x"] }],
  first: [-1, NaN, "x", null, 0],
  onFirst: [null, "x", {}],
  isStale: [null, 1, {}],
  page: JUNK,
};

/** @param {number} state @returns {() => number} from 0 to 1 */
function dice(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function one(roll, values) {
  return values[Math.floor(roll() * values.length)];
}

function question(roll) {
  if (roll() < 0.08) return one(roll, JUNK);
  const pieces = Array.from({ length: 1 + Math.floor(roll() * 6) }, () => one(roll, one(roll, [WORDS, WORDS, MARKS, ODD, [" "]])));
  const text = pieces.join(one(roll, ["", "", " "]));
  return roll() < 0.03 ? text.repeat(1 + Math.floor(roll() * 60)) : text;
}

function some(roll, table, share) {
  return Object.fromEntries(Object.keys(table).filter(() => roll() < share).map((name) => [name, one(roll, table[name])]));
}

function shape({ total, exact, ids }, known, limit) {
  const isCount = Number.isInteger(total) && total >= 0 && total <= known.size;
  if (!isCount || typeof exact !== "boolean") return `no count: ${total}, ${exact}`;
  if (ids.some((id) => !known.has(id)) || new Set(ids).size !== ids.length) return "ids of nothing, or twice";
  if (exact && total !== ids.length) return `exact, but ${total} of ${ids.length}`;
  return limit === "all" && !exact ? "all confirmed, but not exact" : "";
}

async function ask(mine, known) {
  const roll = dice(mine);
  const query = question(roll);
  const good = some(roll, GOOD, 0.25);
  const both = { ...some(roll, UNHEARD, 0.15), ...good };
  const plain = await archiveSearch(query, good);
  const answer = await archiveSearch(query, Object.keys(good).length || roll() < 0.8 ? both : one(roll, JUNK));
  const wrong = shape(answer, known, good.confirm);
  return { wrong: wrong || (same(plain, answer) ? "" : "options that say nothing were heard"), found: answer.total > 0 };
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function main() {
  const known = new Set((await NewspaperArchive.columns.idsOf(await NewspaperArchive.searchIndex.open())).id);
  const report = { asked: 0, found: 0, wrong: [] };
  for (let i = 0; i < times; i++, report.asked++) {
    try {
      const { wrong, found } = await ask(seed + i, known);
      if (found) report.found++;
      if (wrong) report.wrong.push([seed + i, wrong]);
    } catch (error) {
      report.wrong.push([seed + i, error instanceof Error ? `${error.name}: ${error.message}` : String(error)]);
    }
  }
  process.stdout.write(JSON.stringify(report));
}

main();
