/**
 * The issues of a day or a month that a reader asks for, or the nearest before and after. search/issue_days.py writes them.
 *
 * @typedef {{date: string, said: string, edition: string, address: string}} IssueRow `date` is EDTF, `said` it in words
 * @typedef {{issues: IssueRow[], isNear: boolean}} IssuesOfDay oldest first; `isNear` where they are of other days
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.issueDays = (function () {
  "use strict";

  const MOST = 62; /* a month of a daily paper and of its supplement */
  const DAY = 86400000;
  const FIRST = Date.parse("0001-01-01");
  const PARTS = /^(.{4})(?:-(..))?(?:-(..))?/u;

  /** @type {WeakMap<Head, Promise<IssueRow[]>>} */
  const known = new WeakMap();

  /** @param {Head} head @returns {Promise<IssueRow[]>} */
  function all(head) {
    let rows = known.get(head);
    if (!rows) {
      rows = NewspaperArchive.searchIndex.column(head.suggestions, "issues").then(rowsOf);
      known.set(head, rows);
      rows.catch(() => known.delete(head));
    }
    return rows;
  }

  /** @param {any[]} data @returns {IssueRow[]} */
  function rowsOf([regular, others]) {
    const found = others.map((/** @type {string[]} */ [edition, date, address, said]) => ({ date, said, edition, address }));
    for (const [edition, slug, gaps] of regular) {
      let ordinal = 0;
      for (const gap of NewspaperArchive.printable.numbers(gaps)) {
        const date = dateOf((ordinal += gap));
        found.push({ date, said: NewspaperArchive.words.day(date), edition, address: `${slug}/${date.slice(0, 4)}/${date}/index.html` });
      }
    }
    return found.sort((/** @type {IssueRow} */ a, /** @type {IssueRow} */ b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }

  /** @param {number} ordinal 1 is the first day of the year 1 */
  function dateOf(ordinal) {
    return new Date(FIRST + (ordinal - 1) * DAY).toISOString().slice(0, 10);
  }

  /** @param {Head} head @param {AskedDay} asked @returns {Promise<IssuesOfDay>} */
  async function of(head, asked) {
    return chosen(await all(head), asked);
  }

  /** @param {IssueRow[]} rows oldest first @param {AskedDay} asked @returns {IssuesOfDay} */
  function chosen(rows, asked) {
    const issues = rows.filter(({ date }) => isOf(date, asked));
    if (issues.length) return { issues: asked.year ? issues.slice(0, MOST) : issues.slice(-MOST), isNear: false };
    return { issues: asked.year ? nearest(rows, asked) : nearestInYear(rows, asked), isNear: true };
  }

  /** @param {string} date @param {AskedDay} asked */
  function isOf(date, asked) {
    const [, year, month, day] = PARTS.exec(date) || [];
    return (!asked.year || year === asked.year) && month === asked.month && (!asked.day || day === asked.day);
  }

  /** @param {IssueRow[]} rows @param {AskedDay} asked @returns {IssueRow[]} the last before and the first after */
  function nearest(rows, { year, month, day }) {
    const start = `${year}-${month}-${day || "00"}`;
    const dated = rows
      .map((row) => ({ row, at: NewspaperArchive.days.earliest(row.date) }))
      .filter(({ at }) => at)
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const after = dated.findIndex(({ at }) => at >= start);
    const from = after < 0 ? dated.length : after;
    return dated.slice(Math.max(0, from - 1), from + 1).map(({ row }) => row);
  }

  /** @param {IssueRow[]} rows @param {AskedDay} asked @returns {IssueRow[]} of whatever year, the newest of those of one day */
  function nearestInYear(rows, { month, day }) {
    const asked = place(month, day || "15");
    const dated = rows.flatMap((row) => {
      const [, , itsMonth = "", itsDay = ""] = PARTS.exec(row.date) || [];
      return /^\d\d$/u.test(itsMonth) && Number(itsMonth) <= 12 ? [{ row, away: around(place(itsMonth, itsDay) - asked) }] : [];
    });
    const before = dated.filter(({ away }) => away <= 0).reduce(closer, null);
    const after = dated.filter(({ away }) => away > 0).reduce(closer, null);
    return [before, after].flatMap((one) => (one ? [one.row] : []));
  }

  /** @param {string} month @param {string} day */
  function place(month, day) {
    return 31 * Number(month) + (Number(day) || 15);
  }

  /** @param {number} days between two days of the year @returns {number} the shorter way round */
  function around(days) {
    const year = 372;
    return days > year / 2 ? days - year : days < -year / 2 ? days + year : days;
  }

  /**
   * @param {{row: IssueRow, away: number} | null} best
   * @param {{row: IssueRow, away: number}} one
   */
  function closer(best, one) {
    return best && Math.abs(best.away) < Math.abs(one.away) ? best : one;
  }

  return { of, chosen, rowsOf };
})();
