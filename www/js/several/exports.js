import { element } from '../core/dom.js';
import { inBoth } from '../core/say.js';
import { csvOf, linesOf, sheetsOf } from '../export/all.js';
import { download } from '../export/download.js';
import { createWriters } from '../export/writers.js';
import { sorted } from '../findings/dismissed.js';
import { titleOf } from './cards.js';

/**
 * The buttons that save targets, tasks and findings of all texts in one file.
 *
 * @typedef {import('./gather.js').Item} Item
 */

const KINDS = /** @type {const} */ (['xlsx', 'csv', 'jsonl']);

/**
 * @param {import('../core/types.js').App} app
 * @param {() => readonly Item[]} items
 */
export function createAllExports({ state, say, actions }, items) {
  const writers = createWriters();
  const label = element('span', { class: 'name' });
  const buttons = KINDS.map((kind) => element('button', { type: 'button', 'data-form': kind, onclick: () => void save(kind) }));

  /** What is open, without the findings that the reader dismissed. */
  const sources = () =>
    items().map((item) => {
      const { findings } = item.document;
      const open = sorted(item.document, state.get().dismissed).open.flatMap((index) => findings[index] ?? []);
      return { name: item.file, title: titleOf(item, say), document: { ...item.document, findings: open } };
    });

  /** @param {typeof KINDS[number]} kind */
  async function save(kind) {
    const { language } = state.get();
    const name = `${say.text('export.name')}.${kind}`;
    try {
      if (kind === 'xlsx') download(name, await writers.workbook(sheetsOf(sources(), language, say)));
      else if (kind === 'csv') download(name, csvOf(sources(), language, say), 'text/csv;charset=utf-8');
      else download(name, linesOf(sources()), 'application/jsonl;charset=utf-8');
    } catch (error) {
      console.warn('the texts could not be written', error);
      actions.tell({ id: 'export', severity: 'error', said: inBoth('ledger.export.failed') });
    }
  }

  return {
    root: element('div', { class: 'several-tools all', role: 'group' }, label, ...buttons),
    words() {
      label.textContent = say.text('export.all');
      for (const button of buttons) {
        button.textContent = say.text(`export.${button.dataset.form}`);
        button.title = say.text(`export.${button.dataset.form}.title`);
      }
    },
  };
}
