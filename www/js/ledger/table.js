import { commonYear, deadlinesIn } from './dates.js';
import { COLUMNS, missingOf, namesIn, SAID_IN } from './rows.js';
import { STATES, stateOf } from './states.js';

/**
 * The ledger as a table that is written into a file.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('../export/writers.js').Cell} Cell
 * @typedef {import('../export/writers.js').Column} TableColumn
 * @typedef {import('../export/writers.js').Table} Table
 * @typedef {{isFirstLead: boolean, hasQuarters: boolean}} Wishes `isFirstLead`: where no unit leads, the one that is named
 *   first does; `hasQuarters`: deadlines stand in columns of quarters, too
 */

/** @type {Record<import('./types.js').Column | 'number', number>} */
const WIDTHS = { number: 10, source: 24, content: 46, target: 24, lead: 16, others: 20, deadline: 16, progress: 14, state: 9, note: 10 };
const QUARTER_WIDTH = 10;
const QUARTERS = [1, 2, 3, 4];

/** Columns whose cells stand in the middle. */
const CENTRED = ['number', 'lead', 'others', 'deadline', 'state'];

/**
 * @param {readonly Row[]} rows
 * @param {Wishes} wishes
 * @param {import('../core/say.js').Say} say
 * @returns {Table}
 */
export function tableOf(rows, { isFirstLead, hasQuarters }, say) {
  const year = commonYear(rows.map(({ cells }) => cells.deadline));
  const titles = [...new Map(rows.map(({ entry, document, title }) => [`${entry}/${document}`, title])).values()];
  const [title = '', ...others] = titles;
  const isTitled = others.length > 0;
  return {
    title: titleOf(isTitled ? '' : title, say),
    lines: isTitled ? [say.text('ledger.source', { names: titles.join(say.text('ledger.between.parts')) })] : [],
    columns: [columnOf('number', say), ...COLUMNS.flatMap((column) => [columnOf(column, say), ...(column === 'deadline' && hasQuarters ? quarterColumns(say) : [])])],
    rows: rows.map((row, at) => {
      const lacks = missingOf(row).flatMap((what) => SAID_IN[what]);
      /** @type {Cell[]} */
      const cells = [{ text: [String(at + 1), row.number].filter((words) => words !== '').join('\n') }];
      const words = isFirstLead ? ledBy(row.cells, say) : row.cells;
      for (const column of COLUMNS) {
        const text = column === 'source' ? sourceOf(row, isTitled) : column === 'state' ? stateName(words.state, say) : words[column];
        cells.push(lacks.includes(column) ? { text, mark: true } : { text });
        if (column === 'deadline' && hasQuarters) cells.push(...quartersOf(words.deadline, year));
      }
      return cells;
    }),
  };
}

/** A ledger that comes back has its name. @param {string} title @param {import('../core/say.js').Say} say */
function titleOf(title, say) {
  const own = say.text('ledger.title');
  if (title === '') return own;
  return title.endsWith(own) ? title : say.text('ledger.title.of', { title });
}

/** @param {import('./types.js').Column | 'number'} column @param {import('../core/say.js').Say} say @returns {TableColumn} */
function columnOf(column, say) {
  const choices = column === 'state' ? { choices: STATES.map((state) => say.text(`ledger.state.${state}`)) } : {};
  return { head: say.text(`ledger.column.${column}`), width: WIDTHS[column], centred: CENTRED.includes(column), ...choices };
}

/** @param {import('../core/say.js').Say} say @returns {TableColumn[]} */
function quarterColumns(say) {
  return QUARTERS.map((quarter) => ({ head: say.text(`ledger.column.quarter${quarter}`), width: QUARTER_WIDTH, centred: true }));
}

/** @param {Row} row @param {boolean} isTitled */
function sourceOf({ title, cells: { source } }, isTitled) {
  return isTitled ? [title, source].filter((words) => words !== '').join('\n') : source;
}

/** @param {string} words @param {import('../core/say.js').Say} say */
function stateName(words, say) {
  const state = stateOf(words);
  return state ? say.text(`ledger.state.${state}`) : words;
}

/** @param {import('./types.js').Cells} cells @param {import('../core/say.js').Say} say */
function ledBy(cells, say) {
  const [first, ...others] = namesIn(cells.others);
  if (cells.lead.trim() !== '' || first === undefined) return cells;
  return { ...cells, lead: first, others: others.join(say.text('ledger.between')) };
}

/** @param {string} words @param {number} year @returns {Cell[]} */
function quartersOf(words, year) {
  const due = deadlinesIn(words, year);
  return QUARTERS.map((quarter) => {
    const mine = due.flatMap(({ point }) => (point?.quarter === quarter ? [point.words] : []));
    return { text: [...new Set(mine)].join('\n') };
  });
}
