import { NO_STEPS, recorded, stepBetween, stepped } from './history.js';
import { renewed } from './renew.js';
import { rowsOf, rowsOfSheets } from './rows.js';
import { stem } from '../export/download.js';

/**
 * The ledger of all texts that are open: a sheet for rows by sentence and one by item, each with its own edits.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Unit} Unit
 * @typedef {import('./types.js').SavedLedger} SavedLedger
 * @typedef {import('./types.js').CoreLedger} CoreLedger
 *
 * @typedef {object} Sheet
 * @property {readonly Row[]} rows
 * @property {import('./history.js').History} history
 * @property {Map<number, string[]>} came for each entry the origins of the rows that the core gave
 * @property {Set<number>} edited entries whose rows the reader changed
 *
 * @typedef {Pick<import('../core/types.js').Entry, 'id' | 'name' | 'ledger' | 'file'>} Given
 *
 * @typedef {object} Book
 * @property {() => Unit} unit
 * @property {(unit: Unit) => void} divide rows by this from now on
 * @property {() => readonly Row[]} rows
 * @property {(unit: Unit) => boolean} isEdited
 * @property {(make: (rows: readonly Row[]) => readonly Row[]) => boolean} change whether it changed anything
 * @property {(way: 'undo' | 'redo') => readonly Row[] | null} step gives the rows that came with it
 * @property {(way: 'undo' | 'redo') => boolean} can
 * @property {() => number} next the number of a new row
 * @property {(entry: Given, ledgers: CoreLedger[] | null) => void} take the rows of a text that was read; `null`: of a file
 *   that is a ledger itself
 * @property {(entries: ReadonlySet<number>) => void} keepOnly rows of these
 * @property {(entry: {id: number, ledger: SavedLedger | null}) => SavedLedger | null} saved what the reader made of an
 *   entry's rows
 * @property {(listener: (why: 'came' | 'edited') => void) => void} on called after rows changed, by the reader or not
 */

/** @type {readonly Unit[]} */
export const UNITS = ['sentences', 'items'];

/**
 * @param {import('../core/say.js').Say} say in the language of the ledger
 * @returns {Book}
 */
export function createBook(say) {
  const sheets = { sentences: emptySheet(), items: emptySheet() };
  /** @type {((why: 'came' | 'edited') => void)[]} */
  const listeners = [];
  /** @type {Unit} */
  let unit = 'sentences';
  let last = 0;
  const next = () => (last += 1);
  const tell = (/** @type {'came' | 'edited'} */ why) => listeners.forEach((listener) => listener(why));

  /** @param {Given} entry @param {CoreLedger[] | null} ledgers */
  function take({ id: entry, name, ledger, file }, ledgers) {
    const from = { entry, name: stem(name) };
    for (const one of UNITS) {
      const sheet = sheets[one];
      const fresh = ledgers ? rowsOf(from, ledgers, one, next, say) : rowsOfSheets(from, file?.ledgers ?? [], next, say);
      const kept = sheet.came.has(entry) ? null : ledger?.[one];
      if (kept) sheet.edited.add(entry);
      const before = kept ? kept.rows.map((row) => ({ ...row, id: next(), entry })) : sheet.rows.filter((row) => row.entry === entry);
      const came = kept?.came ?? sheet.came.get(entry);
      const rows = came ? renewed(before, came, fresh) : fresh;
      if (sheet.came.has(entry)) sheet.history = NO_STEPS;
      sheet.rows = inPlace(sheet.rows, entry, rows);
      sheet.came.set(entry, fresh.flatMap(({ origin }) => origin ?? []));
    }
    tell('came');
  }

  return {
    unit: () => unit,
    divide(other) {
      unit = other;
      tell('came');
    },
    rows: () => sheets[unit].rows,
    isEdited: (one) => sheets[one].edited.size > 0,
    change(make) {
      const sheet = sheets[unit];
      const rows = make(sheet.rows);
      const step = stepBetween(sheet.rows, rows);
      if (!step) return false;
      sheet.rows = rows;
      sheet.history = recorded(sheet.history, step);
      for (const { entry } of [...step.removed, ...step.added]) sheet.edited.add(entry);
      tell('edited');
      return true;
    },
    step(way) {
      const sheet = sheets[unit];
      const back = stepped(sheet.history, sheet.rows, way);
      if (!back) return null;
      sheet.rows = back.rows;
      sheet.history = back.history;
      tell('edited');
      return back.come.length > 0 ? back.come : back.rows.slice(back.at, back.at + 1);
    },
    can: (way) => (way === 'undo' ? sheets[unit].history.done : sheets[unit].history.undone).length > 0,
    next,
    take,
    keepOnly(entries) {
      for (const one of UNITS) {
        const sheet = sheets[one];
        const gone = [...sheet.came.keys()].filter((entry) => !entries.has(entry));
        if (gone.length === 0) continue;
        for (const entry of gone) {
          sheet.came.delete(entry);
          sheet.edited.delete(entry);
        }
        sheet.rows = sheet.rows.filter(({ entry }) => entries.has(entry));
        sheet.history = NO_STEPS;
      }
    },
    saved({ id: entry, ledger }) {
      if (!sheets.sentences.came.has(entry)) return ledger;
      const edited = UNITS.filter((one) => sheets[one].edited.has(entry));
      if (edited.length === 0) return null;
      return Object.fromEntries(
        edited.map((one) => {
          const { rows, came } = sheets[one];
          return [one, { rows: rows.filter((row) => row.entry === entry), came: came.get(entry) ?? [] }];
        }),
      );
    },
    on: (listener) => void listeners.push(listener),
  };
}

/** @returns {Sheet} */
const emptySheet = () => ({ rows: [], history: NO_STEPS, came: new Map(), edited: new Set() });

/**
 * The rows of an entry in the place of those before, or behind all others.
 *
 * @param {readonly Row[]} rows
 * @param {number} entry
 * @param {readonly Row[]} own
 */
function inPlace(rows, entry, own) {
  const at = rows.findIndex((row) => row.entry === entry);
  const others = rows.filter((row) => row.entry !== entry);
  return at < 0 ? [...others, ...own] : [...others.slice(0, at), ...own, ...others.slice(at)];
}
