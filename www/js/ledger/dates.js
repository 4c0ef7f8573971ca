/**
 * Points in time that a cell names, for what is ordered by them.
 *
 * @typedef {object} Point
 * @property {string} month `2026-06`; of a quarter or a half its last
 * @property {number} year
 * @property {number} quarter 1 to 4
 * @property {boolean} isYear a whole year and nothing closer
 * @property {string} words the part of the cell that names it
 */

const MONTH = /(?:(\d{4})年)?(?:(\d{1,2})月|第?([一二三四1-4])季度|([上下])半年)/g;
const YEAR = /(\d{4})年?/g;
const QUARTERS = '一二三四';
const BETWEEN_PARTS = /[；;、，,\n]+/;

/**
 * What a cell of deadlines names, part by part; a part that names no time has no point.
 *
 * @param {string} words
 * @param {number} year for a month without one
 * @returns {{words: string, point: Point | null}[]}
 */
export function deadlinesIn(words, year) {
  const parts = words.split(BETWEEN_PARTS).map((part) => part.trim());
  return parts.filter((part) => part !== '').map((part) => ({ words: part, point: pointIn(part, year) }));
}

/**
 * The last time that is named, since a span of time ends there.
 *
 * @param {string} words
 * @param {number} own
 * @returns {Point | null}
 */
function pointIn(words, own) {
  const named = [...words.matchAll(MONTH)].at(-1);
  const years = [...words.matchAll(YEAR)];
  const year = Number(named?.[1] ?? years.at(-1)?.[1] ?? own);
  if (!named) return years.length > 0 ? { month: `${year}-12`, year, quarter: 4, isYear: true, words } : null;
  const [, , month, quarter, half] = named;
  const last = month ? Number(month) : quarter ? quarterOf(quarter) * 3 : half === '上' ? 6 : 12;
  if (last < 1 || last > 12) return null;
  return { month: `${year}-${String(last).padStart(2, '0')}`, year, quarter: Math.ceil(last / 3), isYear: false, words };
}

/** @param {string} name */
const quarterOf = (name) => (QUARTERS.includes(name) ? QUARTERS.indexOf(name) + 1 : Number(name));

/**
 * The year that most cells name, for months without one.
 *
 * @param {readonly string[]} cells
 */
export function commonYear(cells) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const cell of cells) {
    for (const [, year] of cell.matchAll(YEAR)) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  }
  return [...counts].sort(([a, more], [b, less]) => less - more || a - b)[0]?.[0] ?? new Date().getFullYear();
}
