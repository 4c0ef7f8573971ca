import { COLUMNS, MISSING, missingOf } from './rows.js';

/**
 * Which rows are shown. A row that was shown when the filter was set stays, whatever is written into it, and so do
 * rows that came later.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Missing} Missing
 *
 * @typedef {object} FilterPart
 * @property {(wanted: Partial<Wanted>) => void} set
 * @property {() => Wanted} get
 * @property {(rows: readonly Row[], newest: number) => void} sift which rows pass as they are now
 * @property {(rows: readonly Row[]) => readonly Row[]} shown
 *
 * @typedef {object} Wanted
 * @property {string} words in any cell
 * @property {Missing | 'any' | null} lacking
 * @property {number | null} entry of one text alone
 */

/** @returns {FilterPart} */
export function createFilter() {
  /** @type {Wanted} */
  let wanted = { words: '', lacking: null, entry: null };
  /** @type {Set<number> | null} */
  let passing = null;
  let newest = 0;
  return {
    set(change) {
      wanted = { ...wanted, ...change };
    },
    get: () => wanted,
    sift(rows, last) {
      newest = last;
      const isOpen = wanted.words.trim() === '' && wanted.lacking === null && wanted.entry === null;
      passing = isOpen ? null : new Set(rows.filter((row) => passes(row, wanted)).map(({ id }) => id));
    },
    shown(rows) {
      const through = passing;
      return through ? rows.filter(({ id }) => id > newest || through.has(id)) : rows;
    },
  };
}

/** @param {Row} row @param {Wanted} wanted */
function passes(row, { words, lacking, entry }) {
  if (entry !== null && row.entry !== entry) return false;
  const lacks = missingOf(row);
  if (lacking === 'any' ? lacks.length === 0 : lacking !== null && !lacks.includes(lacking)) return false;
  const sought = words.trim().toLowerCase();
  return sought === '' || COLUMNS.some((column) => row.cells[column].toLowerCase().includes(sought));
}

/** How many rows lack each. @param {readonly Row[]} rows @returns {Record<Missing, number>} */
export function lackingCounts(rows) {
  const counts = { owner: 0, deadline: 0, measure: 0 };
  for (const row of rows) for (const what of missingOf(row)) counts[what] += 1;
  return counts;
}

export { MISSING };
