import { element } from '../core/dom.js';
import { openCount } from '../findings/dismissed.js';
import { pairsOf } from './compare.js';

/**
 * The tabs over the tables, each with how much there is.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').TableName} TableName
 *
 * @typedef {object} TabsPart
 * @property {HTMLElement} root
 * @property {() => void} words in the language that is read
 * @property {(document: AnalysedDocument | null) => void} draw
 * @property {(document: AnalysedDocument) => void} countPairs which are known later than all else
 */

/**
 * How much there is of each, in the order of the tabs.
 *
 * @type {Record<TableName, (document: AnalysedDocument, dismissed: import('../findings/dismissed.js').Dismissed) => string>}
 */
const TALLIES = {
  targets: ({ claims }) => String(claims.filter(({ status }) => status === 'target').length),
  actuals: ({ claims }) => String(claims.filter(({ status }) => status === 'actual').length),
  compare: (document) => String(pairsOf(document)?.length ?? ''),
  tasks: ({ tasks }) => String(tasks.length),
  findings: (document, dismissed) => String(openCount(document, dismissed)),
  terms: ({ terms }) => String(terms.length),
  scores: () => '',
};

export const TABLES = /** @type {TableName[]} */ (Object.keys(TALLIES));

/**
 * @param {import('../core/types.js').App} app
 * @returns {TabsPart}
 */
export function createTabs({ state, say }) {
  const tabs = TABLES.map((table) => ({ table, button: tab(table, () => state.set({ table })) }));
  const root = element('div', { class: 'tabs', role: 'tablist', onkeydown: move }, ...tabs.map(({ button }) => button));

  /** @param {KeyboardEvent} event */
  function move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = TABLES.indexOf(state.get().table);
    const next = TABLES[(at + step + TABLES.length) % TABLES.length];
    if (next) state.set({ table: next });
    tabs.find(({ table }) => table === next)?.button.focus();
  }

  return {
    root,
    words() {
      root.setAttribute('aria-label', say.text('tables.label'));
      for (const { table, button } of tabs) {
        const [name] = button.children;
        if (name) name.textContent = say.text(`table.${table}`);
      }
    },
    draw(document) {
      const { table, dismissed } = state.get();
      for (const { table: name, button } of tabs) {
        button.setAttribute('aria-selected', String(name === table));
        button.tabIndex = name === table ? 0 : -1;
        count(button, document ? TALLIES[name](document, dismissed) : '');
      }
    },
    countPairs(document) {
      const found = tabs.find(({ table }) => table === 'compare');
      if (found) count(found.button, TALLIES.compare(document, state.get().dismissed));
    },
  };
}

/** @param {TableName} table @param {() => void} open */
function tab(table, open) {
  return element(
    'button',
    { type: 'button', role: 'tab', id: `tab-${table}`, 'aria-controls': 'table', onclick: open },
    element('span', { class: 'name' }),
    element('span', { class: 'count' }),
  );
}

/** @param {HTMLElement} button @param {string} words */
function count(button, words) {
  const number = button.children[1];
  if (number) number.textContent = words;
}
