/**
 * Which rows of a table are shown, and in which order.
 *
 * @typedef {import('./columns.js').Row} Row
 * @typedef {{column: number, descending: boolean}} Sorting
 */

/**
 * @param {Row[]} rows
 * @param {string} words what they are filtered by
 * @param {Sorting | null} sorting
 * @returns {Row[]}
 */
export function arranged(rows, words, sorting) {
  const wanted = words.trim().toLowerCase();
  const passing = rows.filter((row) => !wanted || row.words.some((cell) => cell.toLowerCase().includes(wanted)));
  return sorting ? sorted(passing, sorting) : passing;
}

/** @param {Row[]} rows @param {Sorting} sorting */
function sorted(rows, { column, descending }) {
  // Groups stay where the text has them; their rows are sorted.
  const groups = new Map([...new Set(rows.map(({ group }) => group))].map((group, at) => [group, at]));
  const collator = new Intl.Collator('zh-CN');
  const turn = descending ? -1 : 1;
  return rows.sort((a, b) => {
    if (a.group !== b.group) return (groups.get(a.group) ?? 0) - (groups.get(b.group) ?? 0);
    const x = a.order[column] ?? '';
    const y = b.order[column] ?? '';
    // What is empty stands last, whichever way the rest goes.
    if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1;
    const both = typeof x === 'number' && typeof y === 'number';
    return turn * (both ? x - y : collator.compare(String(x), String(y)));
  });
}

/**
 * What a column's heading does when it is chosen: up, down, and as the text has the rows.
 *
 * @param {Sorting | null} sorting
 * @param {number} column
 * @returns {Sorting | null}
 */
export function nextSorting(sorting, column) {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}

/** For `aria-sort`. @param {Sorting | null} sorting @param {number} column */
export function orderOf(sorting, column) {
  if (sorting?.column !== column) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

/**
 * The row after or before the marked one, round and round.
 *
 * @param {Row[]} rows those that are shown
 * @param {number | null} marked index of a row
 * @param {number} step
 * @returns {Row | null}
 */
export function neighbour(rows, marked, step) {
  if (rows.length === 0) return null;
  const at = rows.findIndex((row) => row.index === marked);
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
  return rows[(next + rows.length) % rows.length] ?? null;
}
