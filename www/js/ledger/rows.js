/**
 * Rows as the core tells them, in words, and what can be told of their cells.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Cells} Cells
 * @typedef {import('./types.js').Column} Column
 * @typedef {import('./types.js').Missing} Missing
 */
import { dueName } from '../wording/period.js';
import { stateOf, stateWord } from './states.js';

/** @type {readonly Column[]} in the order of the sheet */
export const COLUMNS = ['source', 'content', 'target', 'lead', 'others', 'deadline', 'progress', 'state', 'note'];

/** Columns that hold names of units. @type {readonly Column[]} */
export const OWNERS = ['lead', 'others'];

/** What a row may lack, and the columns that would say it. @type {Record<Missing, readonly Column[]>} */
export const SAID_IN = { owner: OWNERS, deadline: ['deadline'], measure: ['target'] };

/** @type {readonly Missing[]} */
export const MISSING = ['owner', 'deadline', 'measure'];

/** @type {Cells} */
export const BLANK = Object.freeze(/** @type {Cells} */ (Object.fromEntries(COLUMNS.map((column) => [column, '']))));

/** What stands between targets, and between deadlines. */
export const BETWEEN_PARTS = '\n';

/** Stands between the headings of a path. */
const BETWEEN_SECTIONS = ' › ';

/** What stands between the names in a cell. */
const BETWEEN_NAMES = /[、，,；;\n]+/;

/** What tells the role of the names behind it: 配合：甲 */
const ROLE = /^[^：:]{1,4}[：:]/;

/**
 * The rows of an entry.
 *
 * @param {object} from
 * @param {number} from.entry
 * @param {string} from.name for documents without a title
 * @param {import('./types.js').CoreLedger[]} ledgers one a document
 * @param {import('./types.js').Unit} unit
 * @param {() => number} next the number of a new row
 * @param {import('../core/say.js').Say} say in the language of the ledger
 * @returns {Row[]}
 */
export function rowsOf({ entry, name }, ledgers, unit, next, say) {
  return ledgers.flatMap((ledger, document) =>
    ledger[unit].map((row) => {
      const cells = cellsOf(row, say);
      return {
        id: next(),
        entry,
        document,
        title: ledger.title ?? name,
        number: row.number ?? '',
        span: row.span,
        task: row.tasks[0] ?? null,
        origin: [cells.source, row.number ?? '', row.content].join('\n'),
        cells,
        first: cells,
      };
    }),
  );
}

/**
 * @param {import('./types.js').CoreRow} row
 * @param {import('../core/say.js').Say} say
 * @returns {Cells}
 */
function cellsOf(row, say) {
  return {
    ...BLANK,
    ...ownersOf(row, say),
    source: row.section.join(BETWEEN_SECTIONS),
    content: row.content,
    target: row.targets.join(BETWEEN_PARTS),
    deadline: [...row.deadlines.map((deadline) => dueName(deadline, say)), ...row.recurrence].join(BETWEEN_PARTS),
  };
}

/**
 * @param {{lead: string[], responsible: string[], support: string[]}} row
 * @param {import('../core/say.js').Say} say
 */
function ownersOf(row, say) {
  const between = say.text('ledger.between');
  const [responsible, names] = [row.responsible.join(between), row.support.join(between)];
  // Who leads has named those that support; beside others their part is told.
  const support = responsible !== '' && names !== '' ? say.text('owner.support', { names }) : names;
  return { lead: row.lead.join(between), others: [responsible, support].filter((words) => words !== '').join(BETWEEN_PARTS) };
}

/**
 * The rows of an entry that is a ledger itself; they stand nowhere in a text.
 *
 * @param {object} from
 * @param {number} from.entry
 * @param {string} from.name of a ledger that is alone in its file
 * @param {import('../office/types.js').LedgerSheet[]} sheets
 * @param {() => number} next the number of a new row
 * @param {import('../core/say.js').Say} say in the language of the ledger
 * @returns {Row[]}
 */
export function rowsOfSheets({ entry, name }, sheets, next, say) {
  return sheets.flatMap(({ sheet, rows }, document) =>
    rows.map((row) => {
      const { source, content, progress, note } = row;
      const state = stateOf(row.state);
      const cells = {
        ...ownersOf(row, say),
        ...{ source, content, progress, note },
        target: row.targets.join(BETWEEN_PARTS),
        deadline: row.deadlines.join(BETWEEN_PARTS),
        state: state ? stateWord(state) : row.state,
      };
      const title = sheets.length > 1 ? sheet : name;
      const origin = [sheet, row.row, source, row.number, content].join('\n');
      return { id: next(), entry, document, title, number: row.number, span: null, task: null, origin, cells, first: cells };
    }),
  );
}

/** @param {Row} row @returns {Missing[]} what nobody could be asked for */
export function missingOf({ cells }) {
  return MISSING.filter((what) => SAID_IN[what].every((column) => cells[column].trim() === ''));
}

/** The column that is marked where something is missing. @param {Missing} what */
export const markedColumn = (what) => SAID_IN[what][0];

/** The units that a cell names. @param {string} words */
export function namesIn(words) {
  const names = words.split(BETWEEN_NAMES).map((name) => name.replace(ROLE, '').trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Whether the reader made something else of it. @param {Row} row */
export const isTouched = ({ origin, cells, first }) => origin === null || COLUMNS.some((column) => cells[column] !== first[column]);

/** The heading that a row stands under, in its own document. @param {Row} row */
export const sectionOf = ({ entry, document, cells }) => `${entry}/${document}/${cells.source}`;
