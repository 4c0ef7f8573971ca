import { dropped, divided, inserted, merged, sentencesOf, spread, written } from './changes.js';
import { BLANK, COLUMNS } from './rows.js';

/**
 * What can be done to the rows of a sheet, by buttons and by keys.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Column} Column
 * @typedef {import('./tools.js').Deed} Deed
 * @typedef {import('./desk.js').Desk} Desk
 */

/** The row that the cursor is in. @param {Desk} desk @returns {Row | undefined} */
export function current({ rows, cursor }) {
  const at = cursor.get();
  return at ? rows.find(({ id }) => id === at.id) : undefined;
}

/** The column that the cursor is in; `null`: the number. @param {Desk} desk @returns {Column | null} */
export function columnOf({ cursor }) {
  return COLUMNS.find((column) => column === cursor.get()?.place) ?? null;
}

/** @param {Desk} desk @returns {ReadonlySet<Deed>} */
export function can(desk) {
  const { rows, cursor, around } = desk;
  /** @type {Set<Deed>} */
  const deeds = new Set();
  if (around.book.can('undo')) deeds.add('undo');
  if (around.book.can('redo')) deeds.add('redo');
  const row = current(desk);
  if (row || around.entry() !== null) deeds.add('insert');
  if (!row) return deeds;
  const column = columnOf(desk);
  deeds.add('drop');
  if (cursor.chosen().size > 1 || rows.at(-1) !== row) deeds.add('merge');
  if (sentencesOf(row.cells.content).length > 1 || desk.editor.typed()) deeds.add('divide');
  if (column && row.cells[column].trim() !== '') deeds.add('spread');
  if (column && cursor.chosen().size > 1) deeds.add('fill');
  if (row.span) deeds.add('text');
  return deeds;
}

/** @param {Desk} desk @param {Deed} deed */
export function act(desk, deed) {
  const { editor, around, cursor } = desk;
  const typed = editor.typed();
  const isContent = columnOf(desk) === 'content';
  if (deed === 'divide' && typed && isContent) {
    divideAt(desk, typed);
    return;
  }
  editor.take();
  const row = current(desk);
  if (deed === 'undo' || deed === 'redo') stepBy(desk, deed);
  else if (deed === 'insert') insert(desk);
  else if (!row) return;
  else if (deed === 'text') around.goTo(row);
  else if (deed === 'drop') {
    const count = cursor.chosen().size;
    if (around.book.change((rows) => dropped(rows, cursor.chosen()))) around.tell('ledger.told.drop', { count });
  } else if (deed === 'merge') merge(desk, row);
  else if (deed === 'divide') divide(desk, row, sentencesOf(row.cells.content));
  else fill(desk, deed, row);
}

/** @param {Desk} desk @param {'undo' | 'redo'} way */
function stepBy({ around, cursor, rows: before }, way) {
  const come = around.book.step(way);
  const [first] = come ?? [];
  if (first) cursor.set(first.id, cursor.get()?.place ?? 'content');
  around.tell(come ? `ledger.told.${way}` : 'ledger.told.nothing', { count: before.length });
}

/** @param {Desk} desk */
function insert(desk) {
  const { around, cursor, rows } = desk;
  const { book } = around;
  const behind = rows.filter((row) => cursor.chosen().has(row.id)).at(-1) ?? rows.at(-1);
  const id = book.next();
  const entry = around.entry();
  if (behind) book.change((all) => inserted(all, behind, id));
  else if (entry !== null) {
    book.change((all) => [...all, { id, entry, document: 0, title: '', number: '', span: null, task: null, origin: null, cells: BLANK, first: BLANK }]);
  }
  cursor.set(id, 'content');
}

/** @param {Desk} desk @param {Row} row */
function merge({ around, cursor, rows }, row) {
  const { book, own } = around;
  const next = rows[rows.indexOf(row) + 1];
  const ids = cursor.chosen().size > 1 ? cursor.chosen() : new Set(next ? [row.id, next.id] : []);
  const first = rows.find(({ id }) => ids.has(id));
  const between = own.text('ledger.between');
  if (!first || !book.change((all) => merged(all, ids, between))) return;
  cursor.set(first.id, 'content');
  around.tell('ledger.told.merge', { count: ids.size });
}

/** @param {Desk} desk @param {{words: string, caret: number}} typed */
function divideAt(desk, { words, caret }) {
  const parts = [words.slice(0, caret).trim(), words.slice(caret).trim()].filter((part) => part !== '');
  desk.editor.take();
  const row = current(desk);
  if (row) divide(desk, row, parts);
}

/** @param {Desk} desk @param {Row} row @param {string[]} parts */
function divide({ around, cursor }, row, parts) {
  const { book } = around;
  if (parts.length < 2) {
    around.tell('ledger.told.one-sentence');
    return;
  }
  book.change((rows) => divided(rows, row, parts, book.next));
  cursor.set(row.id, 'content');
  around.tell('ledger.told.divide', { count: parts.length });
}

/** @param {Desk} desk @param {'spread' | 'fill'} deed @param {Row} row */
function fill(desk, deed, row) {
  const { around, cursor, rows } = desk;
  const column = columnOf(desk);
  if (!column) return;
  const chosen = cursor.chosen();
  const first = rows.find(({ id }) => chosen.has(id)) ?? row;
  /** @type {(all: readonly Row[]) => readonly Row[]} */
  const make = deed === 'spread' ? (all) => spread(all, row, column) : (all) => written(all, chosen, column, first.cells[column]);
  const before = around.book.rows();
  around.book.change(make);
  const after = around.book.rows();
  around.tell('ledger.told.fill', { count: after.filter((one, at) => one !== before[at]).length });
}
