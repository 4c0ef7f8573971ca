import { commonYear, deadlinesIn } from './dates.js';
import { COLUMNS, markedColumn, missingOf, namesIn } from './rows.js';
import { STATUSES, statusOf } from './status.js';

/**
 * The ledger as a table that is written into a file.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {{text: string, missing?: boolean}} Cell
 * @typedef {{head: string, width: number, choices?: string[]}} TableColumn `width` in characters of a sheet
 * @typedef {{title: string, notes: string[], columns: TableColumn[], rows: Cell[][]}} Table
 * @typedef {{isFirstLead: boolean, hasQuarters: boolean}} Wishes `isFirstLead`: where no unit leads, the one that is named
 *   first does; `hasQuarters`: deadlines stand in columns of quarters, too
 */

/** @type {Record<import('./types.js').Column | 'number', number>} */
const WIDTHS = { number: 9, source: 22, content: 46, targets: 26, lead: 16, others: 20, deadline: 16, progress: 20, status: 9, note: 14 };
const QUARTER_WIDTH = 12;
const QUARTERS = [1, 2, 3, 4];

/**
 * @param {readonly Row[]} rows
 * @param {string} title
 * @param {Wishes} wishes
 * @param {import('../core/say.js').Say} say
 * @returns {Table}
 */
export function tableOf(rows, title, { isFirstLead, hasQuarters }, say) {
  const year = commonYear(rows.map(({ cells }) => cells.deadline));
  const titled = new Set(rows.map(({ entry, document }) => `${entry}/${document}`)).size > 1;
  /** @type {TableColumn[]} */
  const columns = [{ head: say.text('ledger.column.number'), width: WIDTHS.number }];
  for (const column of COLUMNS) {
    const choices = column === 'status' ? { choices: STATUSES.map((status) => say.text(`ledger.status.${status}`)) } : {};
    columns.push({ head: say.text(`ledger.column.${column}`), width: WIDTHS[column], ...choices });
    if (column !== 'deadline' || !hasQuarters) continue;
    columns.push(...QUARTERS.map((quarter) => ({ head: say.text(`ledger.quarter.${quarter}`), width: QUARTER_WIDTH })));
  }
  return {
    title,
    notes: notesOf(rows, say),
    columns,
    rows: rows.map((row, at) => {
      const lacks = missingOf(row).map(markedColumn);
      /** @type {Cell[]} */
      const cells = [{ text: [String(at + 1), row.number].filter((words) => words !== '').join(' ') }];
      const words = isFirstLead ? ledBy(row.cells, say) : row.cells;
      for (const column of COLUMNS) {
        const text = column === 'source' ? sourceOf(row, titled) : column === 'status' ? statusName(words.status, say) : words[column];
        cells.push(lacks.includes(column) ? { text, missing: true } : { text });
        if (column === 'deadline' && hasQuarters) cells.push(...quartersOf(words.deadline, year));
      }
      return cells;
    }),
  };
}

/** @param {readonly Row[]} rows @param {import('../core/say.js').Say} say */
function notesOf(rows, say) {
  const counts = /** @type {const} */ (['owner', 'deadline', 'measure']).flatMap((what) => {
    const count = rows.filter((row) => missingOf(row).includes(what)).length;
    return count > 0 ? [say.text(`ledger.lacks.${what}`, { count })] : [];
  });
  return [[say.text('ledger.rows', { count: rows.length }), ...counts].join(say.text('ledger.between.parts'))];
}

/** @param {Row} row @param {boolean} titled */
function sourceOf({ title, cells: { source } }, titled) {
  return titled || source === '' ? [title, source].filter((words) => words !== '').join('\n') : source;
}

/** @param {string} words @param {import('../core/say.js').Say} say */
function statusName(words, say) {
  const status = statusOf(words);
  return status ? say.text(`ledger.status.${status}`) : words;
}

/** @param {import('./types.js').Cells} cells @param {import('../core/say.js').Say} say */
function ledBy(cells, say) {
  const [first, ...others] = namesIn(cells.others);
  if (cells.lead.trim() !== '' || first === undefined) return cells;
  return { ...cells, lead: first, others: others.join(say.text('ledger.between.names')) };
}

/** @param {string} words @param {number} year @returns {Cell[]} */
function quartersOf(words, year) {
  const due = deadlinesIn(words, year);
  return QUARTERS.map((quarter) => {
    const mine = due.flatMap(({ point }) => (point?.quarter === quarter ? [point.words] : []));
    return { text: [...new Set(mine)].join('\n') };
  });
}
