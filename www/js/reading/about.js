import { element } from '../core/dom.js';
import { openCount } from '../findings/dismissed.js';
import { evidenceOf } from '../scores/evidence.js';
import { documentCard } from './document-card.js';
import { sharesOf, solidity, STEPS } from './ladder.js';

/**
 * What stands above the text: what the document says of itself, and what it is made of.
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/types.js').App} app
 * @param {(table: import('../core/types.js').TableName) => void} openTable
 * @param {(span: import('../core/types.js').Span) => void} goTo
 */
export function showAbout(root, document, app, openTable, goTo) {
  const { say, state } = app;
  root.replaceChildren(
    documentCard(document, say, goTo),
    figures(document, say, openTable, openCount(document, state.get().dismissed)),
    steps(document, app),
  );
}

/**
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 * @param {(table: import('../core/types.js').TableName) => void} openTable
 * @param {number} findings
 */
function figures(document, say, openTable, findings) {
  const { claims, tasks } = document;
  /** @type {[import('../core/types.js').TableName, number][]} */
  const counts = [
    ['targets', claims.filter(({ status }) => status === 'target').length],
    ['actuals', claims.filter(({ status }) => status === 'actual').length],
    ['tasks', tasks.length],
    ['findings', findings],
  ];
  return element(
    'div',
    { class: 'figures' },
    ...counts.map(([table, count]) =>
      element(
        'button',
        { type: 'button', class: `figure ${table}`, onclick: () => openTable(table) },
        element('span', { class: 'number' }, String(count)),
        element('span', { class: 'name' }, say.text(`table.${table}`)),
      ),
    ),
  );
}

/**
 * The share of each step of the ladder; each leads to its sentences.
 *
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/types.js').App} app
 */
function steps(document, { say, actions }) {
  const shares = sharesOf(document.scores.document);
  const solid = solidity(shares);
  const all = STEPS.reduce((sum, step) => sum + shares[step], 0);
  const made = element('div', { class: 'steps' });
  if (solid === null) return made;
  /** @param {import('./ladder.js').Step} step */
  const prove = (step) => {
    const part = `${step}_characters`;
    const spans = evidenceOf(document, 'specificity', part, { start: 0, end: document.text.length + 1 }) ?? [];
    if (spans.length > 0) actions.prove({ score: 'specificity', part, spans, at: 0 });
  };
  const bar = element('div', { class: 'bar', 'aria-hidden': 'true' });
  const legend = element('ul', { class: 'legend' });
  for (const step of STEPS) {
    const segment = element('span', { class: `step ${step}` });
    segment.style.setProperty('flex-grow', String(shares[step]));
    if (shares[step] > 0) bar.append(segment);
    legend.append(
      element(
        'li',
        {},
        element(
          'button',
          { type: 'button', title: say.text(`ladder.${step}.meaning`), disabled: shares[step] === 0, onclick: () => prove(step) },
          element('span', { class: `swatch ${step}`, 'aria-hidden': 'true' }),
          say.text(`ladder.${step}`),
          ' ',
          element('b', {}, `${say.number((100 * shares[step]) / all, 0)}%`),
        ),
      ),
    );
  }
  made.append(bar, legend);
  return made;
}
