/**
 * Where the runs of a query stand in a record's text. The index only names candidates; a record that lacks a wanted run, or
 * holds an unwanted one, is not a result.
 *
 * @typedef {{field: string, part: number, start: number, end: number, run: number}} Hit `part` is the place of the string
 *   in its field, start and end are in that string as printed
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.hits = (function () {
  "use strict";

  /* Found only by a query that names them. */
  const NAMED = ["section", "folio"];

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
   * @param {Wish[]} wishes
   * @returns {Hit[] | null} null where the record is no result
   */
  function hits(record, wishes) {
    const fields = unitsOf(record);
    /** @type {Hit[]} */
    const found = [];
    for (let i = 0; i < wishes.length; i++) {
      const ofRun = hitsOfWish(fields, wishes[i], i);
      if (ofRun.length > 0 === wishes[i].isUnwanted) return null;
      found.push(...ofRun);
    }
    return found;
  }

  /**
   * @param {Map<string, Unit[][]>} fields
   * @param {Wish} wish
   * @param {number} place of the wish in the query
   * @returns {Hit[]}
   */
  function hitsOfWish(fields, wish, place) {
    /** @type {Hit[]} */
    const found = [];
    for (const [field, parts] of fields) {
      if (wish.fields ? !wish.fields.includes(field) : NAMED.includes(field)) continue;
      parts.forEach((units, part) => {
        for (const { first, last } of NewspaperArchive.query.matches(wish.run, units)) {
          found.push({ field, part, start: units[first].start, end: units[last].end, run: place });
        }
      });
    }
    return found;
  }

  return hits;
})();
