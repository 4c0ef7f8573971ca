import { element } from '../core/dom.js';
import { orderOf } from './arrange.js';
import { cell } from './columns.js';

/**
 * Rows and headings of a table, as elements.
 *
 * @typedef {import('./columns.js').Column} Column
 * @typedef {import('./columns.js').Row} Row
 * @typedef {import('../core/say.js').Say} Say
 *
 * @typedef {(row: Row, place?: number) => void} Choose `place`: just this one of its places
 */

/** How many columns stand beside each other. @param {Column[]} columns */
export function width(columns) {
  return columns.filter(({ apart }) => !apart).length;
}

/**
 * @param {Row} row
 * @param {Column[]} columns
 * @param {{marked: number | null, opened: number | null}} state indexes of rows
 * @param {Say} say
 * @param {Choose} choose
 */
export function rowElement(row, columns, { marked, opened }, say, choose) {
  const made = element('tr', {
    class: row.tone,
    'data-index': row.index,
    'aria-selected': row.index === marked ? 'true' : undefined,
    onclick: () => choose(row),
  });
  columns.forEach((column, at) => {
    if (column.apart) return;
    if (row.figures?.[at]?.length) {
      made.append(figuresCell(column, row, at, say, choose));
      return;
    }
    const inside = row.drawn?.[at]?.() ?? cell(column, row.words[at] ?? '', say);
    made.append(
      column.kind?.startsWith('main')
        ? mainCell(column, inside, row.detail && String(opened === row.index))
        : element('td', { class: column.kind, title: wholeOf(column, row, at), 'data-head': say.text(column.key) }, inside),
    );
  });
  return made;
}

/**
 * The cell that heads its row.
 *
 * @param {Column} column
 * @param {Node | string} inside
 * @param {string | undefined} expanded
 */
function mainCell(column, inside, expanded) {
  const button = element('button', { type: 'button', class: 'go', 'aria-expanded': expanded }, inside);
  return element('th', { scope: 'row', class: column.kind }, button);
}

/**
 * @param {Column} column
 * @param {Row} row
 * @param {number} at
 * @param {Say} say
 * @param {Choose} choose
 */
function figuresCell(column, row, at, say, choose) {
  const figures = row.figures ?? [];
  const before = figures.slice(0, at).flat().length;
  const buttons = (figures[at] ?? []).map(({ words, period }, index) =>
    element(
      'button',
      {
        type: 'button',
        class: 'figure-of',
        onclick: (/** @type {Event} */ event) => {
          event.stopPropagation();
          choose(row, before + index);
        },
      },
      words,
      ' ',
      element('span', { class: 'when' }, period),
    ),
  );
  return element('td', { class: column.kind, 'data-head': say.text(column.key) }, ...buttons);
}

/**
 * Long cells are cut short in the table; the whole of them is one hover away.
 * @param {Column} column
 * @param {Row} row
 * @param {number} at
 */
function wholeOf(column, row, at) {
  const short = column.kind === 'section' || column.kind === 'value measured';
  return short && row.words[at] ? row.words[at] : undefined;
}

/**
 * The heading of a group of rows.
 * @param {string} group
 * @param {Column[]} columns
 */
export function groupElement(group, columns) {
  return element('tr', { class: 'group' }, element('th', { scope: 'rowgroup', colspan: width(columns) }, group));
}

/**
 * The headings of the columns, each a button that sorts.
 *
 * @param {Column[]} columns
 * @param {import('./arrange.js').Sorting | null} sorting
 * @param {Say} say
 * @param {(column: number) => void} sort
 */
export function headings(columns, sorting, say, sort) {
  const heads = columns.flatMap((column, at) => {
    if (column.apart) return [];
    const button = element('button', { type: 'button', onclick: () => sort(at) }, say.text(column.key));
    const attributes = { scope: 'col', class: column.kind, 'aria-sort': orderOf(sorting, at), 'data-column': at };
    return [element('th', attributes, button)];
  });
  return element('thead', {}, element('tr', {}, ...heads));
}
