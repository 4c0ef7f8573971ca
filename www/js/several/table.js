import { element } from '../core/dom.js';
import { STEPS } from '../reading/ladder.js';
import { periodName } from '../wording/period.js';
import { titleOf } from './cards.js';
import { MEASURES } from './gather.js';

/**
 * The table that says in figures what the charts show.
 *
 * @typedef {import('./gather.js').Item} Item
 */

/** @param {import('../core/say.js').Say} say */
export function heads(say) {
  return [
    say.text('several.title'),
    say.text('meta.date'),
    say.text('meta.length'),
    ...MEASURES.map((measure) => say.text(`score.${measure}`)),
    ...STEPS.map((step) => say.text(`ladder.${step}`)),
  ];
}

/**
 * @param {Item} item
 * @param {import('../core/say.js').Say} say
 * @returns {string[]} a cell each, as they are copied and exported
 */
export function cells(item, say) {
  const all = STEPS.reduce((sum, step) => sum + item.shares[step], 0);
  return [
    titleOf(item, say),
    periodName(item.date, say),
    String(item.document.statistics.characters),
    ...MEASURES.map((measure) => item.values[measure]).map((value) => (value === null ? '' : String(value))),
    ...STEPS.map((step) => (all === 0 ? '' : String(Math.round((1000 * item.shares[step]) / all) / 10))),
  ];
}

/**
 * @param {Item} item
 * @param {import('../core/say.js').Say} say
 * @param {(item: Item) => void} read
 */
export function row(item, say, read) {
  const [title = '', date = '', length = '', ...figures] = cells(item, say);
  return element(
    'tr',
    { onclick: () => read(item) },
    element('th', { scope: 'row' }, element('button', { type: 'button', class: 'go' }, title)),
    element('td', { class: 'period' }, date || '—'),
    element('td', { class: 'number' }, say.number(Number(length))),
    ...figures.map((figure) => element('td', { class: 'number' }, figure === '' ? '—' : Number(figure).toFixed(1))),
  );
}
