import { element } from '../core/dom.js';
import { download, stem } from '../export/download.js';
import { createWriters } from '../export/writers.js';
import { tableOf } from './table.js';

/**
 * The ledger as a file, as it is edited.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('../export/writers.js').Kind} Kind
 *
 * @typedef {object} ExportsPart
 * @property {HTMLElement} root
 * @property {() => void} words in the language that is read
 * @property {(canExport: boolean) => void} draw
 */

/** Each kind of file, and what its button says. @type {[Kind, string][]} */
const KINDS = [
  ['xlsx', 'Excel'],
  ['docx', 'Word'],
  ['csv', 'CSV'],
  ['md', 'Markdown'],
];

/** @type {readonly (keyof import('./table.js').Wishes)[]} */
const WISHES = ['isFirstLead', 'hasQuarters'];

/**
 * @param {import('../core/say.js').Say} say
 * @param {() => readonly Row[]} asked what is to be written, taken in to the last key
 * @param {() => void} failed a file could not be written
 * @returns {ExportsPart}
 */
export function createExports(say, asked, failed) {
  const writers = createWriters();
  const buttons = KINDS.map(([kind, name]) => element('button', { type: 'button', 'data-kind': kind, onclick: () => write(kind) }, name));
  const wishes = WISHES.map((wish) => {
    const box = element('input', { type: 'checkbox', id: `ledger-${wish}` });
    const words = element('span');
    return { wish, box, words, label: element('label', {}, box, words) };
  });
  const wishGroup = element('div', { class: 'wishes', role: 'group' }, ...wishes.map(({ label }) => label));
  const fileGroup = element('div', { class: 'files-of', role: 'group' }, ...buttons);
  let isWriting = false;
  let canExport = false;

  /** @param {Kind} kind */
  async function write(kind) {
    const [isFirstLead = false, hasQuarters = false] = wishes.map(({ box }) => box.checked);
    const table = tableOf(asked(), { isFirstLead, hasQuarters }, say);
    isWriting = true;
    draw();
    try {
      download(`${stem(table.title)}.${kind}`, await writers.write(kind, table));
    } catch (error) {
      console.warn('the ledger could not be written', error);
      failed();
    }
    isWriting = false;
    draw();
  }

  function draw() {
    for (const button of buttons) button.disabled = !canExport || isWriting;
  }

  return {
    root: element('div', { class: 'exports' }, wishGroup, fileGroup),
    words() {
      wishGroup.setAttribute('aria-label', say.text('ledger.wishes'));
      fileGroup.setAttribute('aria-label', say.text('ledger.exports'));
      for (const { wish, words, label } of wishes) {
        words.textContent = say.text(`ledger.wish.${wish}`);
        label.title = say.text(`ledger.wish.${wish}.title`);
      }
      KINDS.forEach(([kind], at) => {
        const button = buttons[at];
        if (button) button.title = say.text(`ledger.export.${kind}`);
      });
    },
    draw(can) {
      canExport = can;
      draw();
    },
  };
}
