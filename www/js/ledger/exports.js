import { element } from '../core/dom.js';
import { toCsv } from '../export/csv.js';
import { download, stem } from '../export/download.js';
import { toMarkdown } from '../export/markdown.js';
import { tableOf } from './table.js';

/**
 * The ledger as a file, as it is edited.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {'csv' | 'md'} Kind
 *
 * @typedef {object} ExportsPart
 * @property {HTMLElement} root
 * @property {() => void} words in the language that is read
 * @property {(canExport: boolean) => void} draw
 *
 * @param {import('../core/say.js').Say} say
 * @param {() => readonly Row[]} asked what is to be written, taken in to the last key
 * @returns {ExportsPart}
 */
export function createExports(say, asked) {
  const buttons = KINDS.map((kind) => element('button', { type: 'button', 'data-kind': kind, onclick: () => write(kind) }, NAMES[kind]));
  const [lead, quarters] = ['lead', 'quarters'].map((name) => element('input', { type: 'checkbox', id: `ledger-wish-${name}` }));
  const leadLabel = element('span');
  const quartersLabel = element('span');
  const wishes = element('div', { class: 'wishes', role: 'group' }, element('label', {}, lead, leadLabel), element('label', {}, quarters, quartersLabel));
  const group = element('div', { class: 'files-of', role: 'group' }, ...buttons);

  /** @param {Kind} kind */
  function write(kind) {
    const table = tableOf(asked(), { isFirstLead: lead?.checked ?? false, hasQuarters: quarters?.checked ?? false }, say);
    const cells = [table.columns.map(({ head }) => head), ...table.rows.map((row) => row.map(({ text }) => text))];
    const name = `${stem(table.title)}.${kind}`;
    if (kind === 'csv') download(name, toCsv(cells), 'text/csv;charset=utf-8');
    else download(name, toMarkdown(table.title, table.lines, cells), 'text/markdown;charset=utf-8');
  }

  return {
    root: element('div', { class: 'exports' }, wishes, group),
    words() {
      wishes.setAttribute('aria-label', say.text('ledger.wishes'));
      group.setAttribute('aria-label', say.text('ledger.exports'));
      leadLabel.textContent = say.text('ledger.wish.lead');
      quartersLabel.textContent = say.text('ledger.wish.quarters');
      leadLabel.title = say.text('ledger.wish.lead.title');
      quartersLabel.title = say.text('ledger.wish.quarters.title');
      KINDS.forEach((kind, at) => {
        const button = buttons[at];
        if (button) button.title = say.text(`ledger.export.${kind}`);
      });
    },
    draw(canExport) {
      for (const button of buttons) button.disabled = !canExport;
    },
  };
}

/** @type {readonly Kind[]} */
const KINDS = ['csv', 'md'];
/** @type {Record<Kind, string>} */
const NAMES = { csv: 'CSV', md: 'Markdown' };
