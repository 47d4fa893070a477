/**
 * Where the runs of a query stand in a record's text. The index only names candidates; a record without a hit for every
 * run is not a result.
 *
 * @typedef {{field: string, part: number, start: number, end: number, run: number}} Hit `part` is the place of the string
 *   in its field, start and end are in that string as printed
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.hits = (function () {
  "use strict";

  /** @type {WeakMap<SearchRecord, Map<string, Unit[][]>>} */
  const folded = new WeakMap();

  /**
   * @param {SearchRecord} record
   * @returns {Map<string, Unit[][]>} the units of each part, by field
   */
  function unitsOf(record) {
    let fields = folded.get(record);
    if (!fields) {
      fields = new Map(Object.entries(record.text).map(([field, parts]) => [field, parts.map(NewspaperArchive.units)]));
      folded.set(record, fields);
    }
    return fields;
  }

  /**
   * @param {SearchRecord} record
   * @param {Run[]} runs
   * @returns {Hit[] | null} null where a run is not in the record
   */
  function hits(record, runs) {
    const fields = unitsOf(record);
    const found = runs.map((run, i) => hitsOfRun(fields, run, i));
    return found.every((ofRun) => ofRun.length > 0) ? found.flat() : null;
  }

  /**
   * @param {Map<string, Unit[][]>} fields
   * @param {Run} run
   * @param {number} place of the run in the query
   * @returns {Hit[]}
   */
  function hitsOfRun(fields, run, place) {
    /** @type {Hit[]} */
    const found = [];
    for (const [field, parts] of fields) {
      parts.forEach((units, part) => {
        for (const { first, last } of NewspaperArchive.query.matches(run, units)) {
          found.push({ field, part, start: units[first].start, end: units[last].end, run: place });
        }
      });
    }
    return found;
  }

  return hits;
})();
