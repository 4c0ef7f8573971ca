import { createCellEditor } from './cell-editor.js';
import { pasted, written } from './changes.js';
import { blockOf } from './clipboard.js';
import { createCursor } from './cursor.js';
import { act, can, columnOf, current } from './deeds.js';
import { createKeys } from './keys.js';
import { COLUMNS, namesIn, OWNERS } from './rows.js';
import { createSheet } from './sheet.js';
import { toHtml } from '../export/clipboard.js';
import { toTabs } from '../export/csv.js';

/**
 * The sheet with its cursor, its editor and all that can be done to its rows.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Column} Column
 * @typedef {import('./tools.js').Deed} Deed
 *
 * @typedef {object} DeskPart
 * @property {HTMLTableElement} table
 * @property {(rows: readonly Row[], isTitled: boolean) => Promise<void>} show
 * @property {(deed: Deed) => void} act
 * @property {() => ReadonlySet<Deed>} can
 * @property {(id: number) => void} reveal a row
 * @property {() => void} take what is typed
 * @property {() => void} drawAll
 * @property {() => void} words in the language that is read
 *
 * @typedef {object} Around
 * @property {import('./book.js').Book} book
 * @property {import('../core/say.js').Say} say in the language of the page
 * @property {import('../core/say.js').Say} own in the language of the ledger
 * @property {(row: Row) => void} goTo its place in the text
 * @property {() => number | null} entry that a row of its own would be of, where there is none to follow
 * @property {(key: string, values?: Record<string, number>) => void} tell what was done
 * @property {() => void} moved the cursor stands elsewhere
 *
 * @typedef {object} Desk
 * @property {Around} around
 * @property {import('./sheet.js').SheetPart} sheet
 * @property {import('./cursor.js').CursorPart} cursor
 * @property {import('./cell-editor.js').CellEditorPart} editor
 * @property {import('./keys.js').KeysPart} keys
 * @property {readonly Row[]} rows those that are shown
 */

/** @param {Around} around @returns {DeskPart} */
export function createDesk(around) {
  const { book, say } = around;
  const sheet = createSheet(say);
  const cursor = createCursor(sheet, around.moved);
  const editor = createCellEditor({ say, units: () => unitsOf(book.rows()), done: (words, way) => done(desk, words, way) });
  const keys = createKeys(cursor, {
    edit: (begin) => edit(desk, begin),
    clear: () => clear(desk),
    step: (way) => act(desk, way),
    goTo: () => act(desk, 'text'),
    fill: () => act(desk, 'fill'),
  });
  /** @type {Desk} */
  const desk = { around, sheet, cursor, editor, keys, rows: [] };
  listen(desk);
  return {
    table: sheet.table,
    async show(rows, isTitled) {
      desk.rows = rows;
      const showing = sheet.show(rows, isTitled);
      cursor.follow(rows);
      await showing;
    },
    act: (deed) => act(desk, deed),
    can: () => can(desk),
    reveal: (id) => cursor.set(id, cursor.get()?.place ?? 'content'),
    take: editor.take,
    drawAll: sheet.drawAll,
    words: sheet.words,
  };
}

/** @param {Desk} desk */
function listen(desk) {
  const { sheet, cursor, keys, editor } = desk;
  let was = false;
  let isTouch = false;
  sheet.table.addEventListener('keydown', (event) => {
    if (!editor.isOpen()) keys.pressed(event);
  });
  sheet.body.addEventListener('pointerdown', ({ target, pointerType }) => {
    const at = sheet.at(target);
    const now = cursor.get();
    was = at !== null && at.id === now?.id && at.place === now.place && sheet.table.contains(document.activeElement);
    isTouch = pointerType === 'touch';
  });
  sheet.body.addEventListener('focusin', ({ target }) => {
    const at = sheet.at(target);
    const now = cursor.get();
    if (at && !editor.isOpen() && (at.id !== now?.id || at.place !== now.place)) cursor.set(at.id, at.place, { focus: false });
  });
  listenToWords(desk);
  sheet.body.addEventListener('click', (event) => clicked(desk, event, was || isTouch));
  sheet.body.addEventListener('dblclick', ({ target }) => {
    if (sheet.at(target) && !editor.isOpen()) edit(desk, 'end');
  });
  document.addEventListener('copy', (event) => copied(desk, event));
  // Before it is taken for a text to be read.
  document.addEventListener('paste', (event) => paste(desk, event), true);
}

/**
 * The cell that has the focus can be written into, so that an input method has a place to begin in; what it makes goes
 * on in the editor.
 *
 * @param {Desk} desk
 */
function listenToWords(desk) {
  const { sheet, editor } = desk;
  // On glass a keyboard would come with every cell.
  const isFine = window.matchMedia('(pointer: fine)').matches;
  sheet.body.addEventListener('focusin', ({ target }) => {
    if (isFine && target instanceof HTMLElement && target.matches('td[data-place]')) target.contentEditable = 'true';
  });
  sheet.body.addEventListener('focusout', ({ target }) => {
    if (target instanceof HTMLElement) target.removeAttribute('contenteditable');
  });
  sheet.body.addEventListener('beforeinput', (event) => {
    if (editor.isOpen() || event.inputType === 'insertCompositionText') return;
    event.preventDefault();
    if (event.inputType === 'insertText' && event.data) edit(desk, 'empty', event.data);
  });
  sheet.body.addEventListener('compositionend', ({ data }) => {
    if (editor.isOpen()) return;
    const at = desk.cursor.get();
    if (at) sheet.fresh(at.id);
    if (data) edit(desk, 'empty', data);
  });
}

/** @param {Desk} desk @param {MouseEvent} event @param {boolean} isAgain */
function clicked(desk, { target, shiftKey }, isAgain) {
  const { sheet, cursor, editor, keys } = desk;
  const at = sheet.at(target);
  if (!at || (target instanceof Element && target.closest('.cell-editor'))) return;
  keys.tabbing(false);
  cursor.set(at.id, at.place, { extend: shiftKey, focus: !editor.isOpen() });
  if (target instanceof Element && target.closest('.to-text')) act(desk, 'text');
  else if (isAgain && !shiftKey) edit(desk, 'end');
}

/** @param {Desk} desk @param {'end' | 'empty'} begin @param {string} [typed] what the cell begins with */
function edit(desk, begin, typed = '') {
  const { editor, sheet, around } = desk;
  const row = current(desk);
  const column = columnOf(desk);
  const cell = row && column && sheet.cell(row.id, column);
  if (!row || !column || !cell) return;
  const label = around.say.text('ledger.cell', { column: around.say.text(`ledger.column.${column}`), number: desk.rows.indexOf(row) + 1 });
  editor.open(cell, { column, words: begin === 'empty' ? typed : row.cells[column], label });
  // What is edited can be split where the caret stands.
  around.moved();
}

/** @param {Desk} desk @param {string | null} words @param {import('./cell-editor.js').Way} way */
function done(desk, words, way) {
  const { cursor, keys, around } = desk;
  const at = cursor.get();
  const column = columnOf(desk);
  if (words !== null && at && column) around.book.change((rows) => written(rows, new Set([at.id]), column, words));
  if (way === 'leave' || !at) return;
  keys.tabbing(way === 'next' || way === 'back');
  const isMoved = way === 'down' ? cursor.move(1, 0) : way === 'up' ? cursor.move(-1, 0) : way === 'next' ? cursor.wrap(1) : way === 'back' && cursor.wrap(-1);
  if (!isMoved) cursor.set(at.id, at.place);
}

/** The rows themselves where the cursor is on their number, else what their cells say. @param {Desk} desk */
function clear(desk) {
  const column = columnOf(desk);
  if (column === null) act(desk, 'drop');
  else desk.around.book.change((rows) => written(rows, desk.cursor.chosen(), column, ''));
}

/** Whether what is copied or pasted is meant for the sheet. @param {Desk} desk */
function isMeant({ sheet, editor }) {
  return !editor.isOpen() && sheet.body.contains(document.activeElement);
}

/** @param {Desk} desk @param {ClipboardEvent} event */
function copied(desk, event) {
  if (!isMeant(desk) || !event.clipboardData || String(getSelection() ?? '') !== '') return;
  const column = columnOf(desk);
  const chosen = desk.rows.filter(({ id }) => desk.cursor.chosen().has(id));
  const block = chosen.map(({ cells }) => (column ? [cells[column]] : COLUMNS.map((one) => cells[one])));
  const isCell = column !== null && block.length === 1;
  event.clipboardData.setData('text/plain', isCell ? (block[0]?.[0] ?? '') : toTabs(block));
  if (!isCell) event.clipboardData.setData('text/html', toHtml(block, false));
  event.preventDefault();
}

/** @param {Desk} desk @param {ClipboardEvent} event */
function paste(desk, event) {
  const words = event.clipboardData?.getData('text/plain') ?? '';
  if (!isMeant(desk) || words === '') return;
  event.preventDefault();
  event.stopPropagation();
  const column = columnOf(desk);
  const row = current(desk);
  if (!column || !row) return;
  const { around, rows, cursor } = desk;
  const block = blockOf(words);
  const [only] = block.length === 1 && block[0]?.length === 1 ? block[0] : [];
  const ids = rows.slice(rows.indexOf(row)).map(({ id }) => id);
  around.book.change((all) => (only === undefined ? pasted(all, ids, column, block) : written(all, cursor.chosen(), column, only)));
}

/** Units that rows name, the most frequent first. @param {readonly Row[]} rows */
export function unitsOf(rows) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { cells } of rows) {
    for (const name of OWNERS.flatMap((column) => namesIn(cells[column]))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
