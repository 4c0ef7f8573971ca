import { element } from '../core/dom.js';
import { inBoth } from '../core/say.js';
import { gather } from '../several/gather.js';
import { UNITS } from './book.js';
import { isLedgerFile } from './feed.js';
import { BETWEEN_PARTS } from './rows.js';
import { stateWord } from './states.js';

/**
 * A later report beside the ledger: what it says of each row goes into the empty cells of its progress and state, a step
 * that can be taken back.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('../../../schema/contract').Progress} Progress
 */

/** The states that a report proposes, the worst first. */
const PROPOSED = /** @type {const} */ (['late', 'running', 'done']);

/**
 * Rows with what a report says of them. A row that was merged has what is said of all its parts.
 *
 * @param {readonly Row[]} rows
 * @param {ReadonlyMap<string, readonly Progress[]>} told by text and document
 * @param {string} between figures
 * @returns {readonly Row[]}
 */
export function filled(rows, told, between) {
  return rows.map((row) => {
    const { span, cells } = row;
    const all = told.get(`${row.entry}/${row.document}`) ?? [];
    const own = all.filter((one) => one.state && span && span.start <= one.span.start && one.span.end <= span.end);
    const state = PROPOSED.find((name) => own.some((one) => one.state === name));
    if (!state) return row;
    const figures = [...new Set(own.flatMap((one) => one.figures))].join(between);
    const said = [figures, ...new Set(own.flatMap(({ sentences }) => sentences))].filter((words) => words !== '').join(BETWEEN_PARTS);
    return { ...row, cells: { ...cells, progress: cells.progress || said, state: cells.state || stateWord(state) } };
  });
}

/**
 * @param {import('../core/types.js').App} app
 * @param {import('./book.js').Book} book
 * @param {import('../core/say.js').Say} own in the language of the ledger
 * @param {(key: string, values?: Record<string, number>) => void} tell what was done
 */
export function createReport({ state, say, actions }, book, own, tell) {
  const choice = element('select', { id: 'ledger-report', onchange: () => void read(choice.value) });
  const items = () => gather(state.get().entries.filter((entry) => !isLedgerFile(entry)));

  /** @param {string} key of the report */
  async function read(key) {
    const report = items().find(({ entry, at }) => `${entry}/${at}` === key);
    choice.value = '';
    if (!report) return;
    const plans = [...new Set(book.rows().flatMap(({ entry, document, span }) => (span && entry !== report.entry ? [`${entry}/${document}`] : [])))];
    choice.disabled = true;
    tell('compare.waiting');
    try {
      const told = new Map();
      for (const plan of plans) {
        const [entry = 0, document = 0] = plan.split('/').map(Number);
        told.set(plan, await actions.progress({ entry, document }, { entry: report.entry, document: report.at }));
      }
      const at = UNITS.indexOf(book.unit());
      const before = book.rows();
      book.change((rows) => filled(rows, new Map([...told].map(([plan, units]) => [plan, units[at]])), own.text('ledger.between')));
      const after = book.rows();
      const count = after.filter((row, place) => row !== before[place]).length;
      tell(count > 0 ? 'ledger.report.filled' : 'ledger.report.silent', { count });
    } catch (error) {
      console.warn('the report was not read', error);
      tell('ledger.report.failed');
      actions.tell({ id: 'report', severity: 'error', said: inBoth('ledger.report.failed') });
    }
    choice.disabled = false;
  }

  return {
    root: choice,
    /** The texts that are open, where there are two. */
    draw() {
      const all = items();
      const isAlone = new Set(all.map(({ entry }) => entry)).size < 2;
      choice.hidden = isAlone;
      choice.setAttribute('aria-label', say.text('ledger.report'));
      choice.title = say.text('ledger.report.title');
      choice.replaceChildren(
        element('option', { value: '' }, say.text('ledger.report')),
        ...(isAlone ? [] : all).map(({ entry, at, title, file }) => element('option', { value: `${entry}/${at}` }, title ?? file)),
      );
    },
  };
}
