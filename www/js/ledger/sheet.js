import { element } from '../core/dom.js';
import { frame } from '../core/schedule.js';
import { COLUMNS, markedColumn, missingOf } from './rows.js';
import { stateOf } from './states.js';

/**
 * The rows on the page. A change draws the cells that it changed and nothing else.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Column} Column
 * @typedef {Column | 'number'} Place of a cell in its row
 *
 * @typedef {object} Drawn
 * @property {Row} row
 * @property {number} at
 * @property {HTMLTableRowElement} tr
 *
 * @typedef {object} SheetPart
 * @property {HTMLTableElement} table
 * @property {HTMLElement} body
 * @property {(rows: readonly Row[], isTitled: boolean) => Promise<void>} show `isTitled`: each row says its document
 * @property {(id: number, place: Place) => HTMLElement | null} cell of a row that is shown, drawn now if it is not yet
 * @property {(target: EventTarget | null) => {id: number, place: Place} | null} at which cell something is
 * @property {(id: number) => void} fresh draws a row again
 * @property {() => void} drawAll that is not drawn yet
 * @property {() => void} words in the language that is read
 */

/** @type {readonly Place[]} */
export const PLACES = ['number', ...COLUMNS];

/** So many rows are made in one frame, and for so many milliseconds. */
const BATCH = 25;
const BUDGET = 5;

/**
 * @param {import('../core/say.js').Say} say
 * @returns {SheetPart}
 */
export function createSheet(say) {
  const caption = element('caption', { class: 'unseen' });
  const head = element('tr', { role: 'row', 'aria-rowindex': 1 });
  const body = element('tbody', { role: 'rowgroup' });
  const table = element(
    'table',
    { role: 'grid', class: 'sheet', 'aria-multiselectable': 'true' },
    caption,
    element('colgroup', {}, ...PLACES.map((place) => element('col', { class: `of-${place}` }))),
    element('thead', { role: 'rowgroup' }, head),
    body,
  );
  /** @type {Map<number, Drawn>} */
  let drawn = new Map();
  /** @type {readonly Row[]} */
  let rows = [];
  let titled = false;
  let round = 0;

  /** The row as it is to be, in its place. @param {Row} row @param {number} at @returns {boolean} whether it is new */
  function put(row, at) {
    const known = drawn.get(row.id);
    if (!known) {
      const tr = rowElement(row, at, titled, say);
      drawn.set(row.id, { row, at, tr });
      body.insertBefore(tr, body.children[at] ?? null);
      return true;
    }
    // Rows that stay are in the order that they had.
    if (known.row !== row) patch(known.tr, known.row, row, titled, say);
    if (known.at !== at) count(known.tr, at);
    known.row = row;
    known.at = at;
    return false;
  }

  /** @param {number} from */
  function drawFrom(from) {
    round += 1;
    for (let at = from; at < rows.length; at += 1) {
      const row = rows[at];
      if (row) put(row, at);
    }
  }

  function clear() {
    drawn = new Map();
    body.replaceChildren();
  }

  return {
    table,
    body,
    async show(next, isTitled) {
      round += 1;
      const mine = round;
      if (titled !== isTitled) clear();
      titled = isTitled;
      rows = next;
      table.setAttribute('aria-rowcount', String(rows.length + 1));
      table.setAttribute('aria-colcount', String(PLACES.length));
      const wanted = new Set(rows.map(({ id }) => id));
      for (const [id, { tr }] of drawn) {
        if (wanted.has(id)) continue;
        tr.remove();
        drawn.delete(id);
      }
      let fresh = 0;
      let start = performance.now();
      for (const [at, row] of rows.entries()) {
        if (!put(row, at)) continue;
        fresh += 1;
        if (fresh < BATCH && performance.now() - start < BUDGET) continue;
        fresh = 0;
        await frame();
        if (round !== mine) return;
        start = performance.now();
      }
    },
    cell(id, place) {
      if (!drawn.has(id) && rows.some((row) => row.id === id)) drawFrom(0);
      const tr = drawn.get(id)?.tr;
      return /** @type {HTMLElement | null} */ (tr?.children[PLACES.indexOf(place)] ?? null);
    },
    at(target) {
      const cell = target instanceof Element ? target.closest('[data-place]') : null;
      const id = Number(cell?.parentElement?.dataset.row);
      const place = PLACES.find((one) => one === cell?.getAttribute('data-place'));
      return cell && place ? { id, place } : null;
    },
    fresh(id) {
      const known = drawn.get(id);
      if (known) patch(known.tr, null, known.row, titled, say);
    },
    drawAll: () => drawFrom(0),
    words() {
      caption.textContent = say.text('ledger.name');
      table.setAttribute('aria-label', say.text('ledger.name'));
      head.replaceChildren(
        ...PLACES.map((place, at) => element('th', { role: 'columnheader', scope: 'col', 'data-place': place, 'aria-colindex': at + 1 }, say.text(`ledger.column.${place}`))),
      );
      clear();
      drawFrom(0);
    },
  };
}

/**
 * @param {Row} row
 * @param {number} at
 * @param {boolean} isTitled
 * @param {import('../core/say.js').Say} say
 */
function rowElement(row, at, isTitled, say) {
  const tr = element('tr', { role: 'row', 'data-row': row.id, 'aria-selected': 'false' });
  for (const [column, place] of PLACES.entries()) {
    tr.append(
      element(place === 'number' ? 'th' : 'td', {
        role: place === 'number' ? 'rowheader' : 'gridcell',
        'data-place': place,
        'data-label': say.text(`ledger.column.${place}`),
        'aria-colindex': column + 1,
        tabindex: -1,
      }),
    );
  }
  tr.children[0]?.append(element('span', { class: 'count' }), element('span', { class: 'own' }));
  count(tr, at);
  patch(tr, null, row, isTitled, say);
  return tr;
}

/** @param {HTMLTableRowElement} tr @param {number} at */
function count(tr, at) {
  tr.setAttribute('aria-rowindex', String(at + 2));
  const number = tr.children[0]?.firstElementChild;
  if (number) number.textContent = String(at + 1);
}

/**
 * Draws the cells in which two states of a row differ.
 *
 * @param {HTMLTableRowElement} tr
 * @param {Row | null} before
 * @param {Row} row
 * @param {boolean} isTitled
 * @param {import('../core/say.js').Say} say
 */
function patch(tr, before, row, isTitled, say) {
  const own = tr.children[0]?.lastElementChild;
  if (own && before?.number !== row.number) own.textContent = row.number;
  const lacks = missingOf(row).map(markedColumn);
  const lacked = before ? missingOf(before).map(markedColumn) : [];
  const moved = before?.task !== row.task || before?.title !== row.title;
  for (const [at, column] of COLUMNS.entries()) {
    const isLacking = lacks.includes(column);
    const same = before && before.cells[column] === row.cells[column] && lacked.includes(column) === isLacking;
    if (same && !(column === 'source' && moved)) continue;
    const cell = /** @type {HTMLElement} */ (tr.children[at + 1]);
    cell.classList.toggle('lacks', isLacking);
    cell.replaceChildren(...contentOf(row, column, isLacking, isTitled, say));
  }
}

/**
 * @param {Row} row
 * @param {Column} column
 * @param {boolean} isLacking
 * @param {boolean} isTitled
 * @param {import('../core/say.js').Say} say
 * @returns {(Node | string)[]}
 */
function contentOf(row, column, isLacking, isTitled, say) {
  const words = row.cells[column];
  if (column === 'source') return sourceOf(row, isTitled, say);
  if (isLacking) return [element('span', { class: 'missing' }, say.text('table.missing'))];
  if (column === 'state' && words !== '') {
    const state = stateOf(words);
    return [element('span', { class: 'state-of', 'data-state': state ?? 'other' }, state ? say.text(`ledger.state.${state}`) : words)];
  }
  return [words];
}

/**
 * The document where rows are of several, and the path of headings, which leads to the text.
 *
 * @param {Row} row
 * @param {boolean} isTitled
 * @param {import('../core/say.js').Say} say
 */
function sourceOf({ cells: { source }, title, task }, isTitled, say) {
  const parts = [];
  if (isTitled && source !== '' && title !== source) parts.push(element('span', { class: 'document' }, title));
  if (task === null) parts.push(source);
  else parts.push(element('button', { type: 'button', class: 'to-text', tabindex: -1, title: say.text('ledger.to-text') }, source || title));
  return parts;
}
