import { element } from '../core/dom.js';
import { STEPS } from '../reading/ladder.js';
import { periodName } from '../wording/period.js';
import { draw } from './draw.js';
import { MEASURES, scaleEnd } from './gather.js';

/**
 * One small chart a document, all on the same scales: the ladder as a bar, and for each score a line on
 * which a light tick stands for every document and a strong one for this.
 *
 * @typedef {import('./gather.js').Item} Item
 * @typedef {import('./gather.js').Measure} Measure
 * @typedef {Record<Measure, number>} Ends where the lines end; they begin at zero
 */

/** Units of a line's length. */
const LENGTH = 200;

/** @param {Item[]} items @returns {Ends} */
export function endsOf(items) {
  return /** @type {Ends} */ (
    Object.fromEntries(MEASURES.map((measure) => [measure, scaleEnd(items.map(({ values }) => values[measure]))]))
  );
}

/**
 * The ticks of all documents, drawn once and shown on each card.
 *
 * @param {Item[]} items
 * @param {Ends} ends
 */
export function ticksOf(items, ends) {
  return draw(
    'svg',
    { class: 'unseen', 'aria-hidden': 'true' },
    ...MEASURES.map((measure) => {
      const values = items.flatMap(({ values: all }) => all[measure] ?? []);
      const places = new Set(values.map((value) => place(value, ends[measure])));
      return draw('path', { id: `ticks-${measure}`, d: [...places].map((at) => `M${at} 2.5V7.5`).join('') });
    }),
  );
}

/**
 * @param {Item} item
 * @param {Ends} ends
 * @param {import('../core/say.js').Say} say
 * @param {(item: Item) => void} read
 */
export function card(item, ends, say, read) {
  const { shares, values } = item;
  const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
  for (const step of STEPS) {
    if (shares[step] === 0) continue;
    const segment = element('span', { class: `step ${step}` });
    segment.style.setProperty('flex-grow', String(shares[step]));
    bar.append(segment);
  }
  return element(
    'li',
    { class: 'one' },
    element(
      'button',
      { type: 'button', title: say.text('several.read'), onclick: () => read(item) },
      element('span', { class: 'title' }, titleOf(item, say)),
      element('span', { class: 'meta' }, metaOf(item, say)),
      bar,
      ...MEASURES.map((measure) => line(measure, values[measure], ends[measure], say)),
    ),
  );
}

/**
 * @param {Measure} measure
 * @param {number | null} value
 * @param {number} end
 * @param {import('../core/say.js').Say} say
 */
function line(measure, value, end, say) {
  return element(
    'span',
    { class: `measure ${measure}` },
    element('span', { class: 'name' }, say.text(`score.${measure}`)),
    draw(
      'svg',
      { viewBox: `0 0 ${LENGTH} 10`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      draw('path', { class: 'line', d: `M0 5H${LENGTH}` }),
      draw('use', { class: 'others', href: `#ticks-${measure}` }),
      ...(value === null ? [] : [draw('path', { class: 'own', d: `M${place(value, end)} 0V10` })]),
    ),
    element('span', { class: 'figure-of' }, value === null ? '—' : value.toFixed(1)),
  );
}

/** @param {number} value @param {number} end */
function place(value, end) {
  return Math.round((LENGTH * value) / end);
}

/**
 * @param {Item} item
 * @param {import('../core/say.js').Say} say
 */
export function titleOf({ title, file, at }, say) {
  const name = file.replace(/\.[^.]+$/, '');
  return title ?? (at > 0 ? say.text('several.untitled', { file: name, number: at + 1 }) : name);
}

/**
 * @param {Item} item
 * @param {import('../core/say.js').Say} say
 */
function metaOf({ date, title, file, document }, say) {
  const length = say.text('meta.characters', { count: say.number(document.statistics.characters) });
  return [periodName(date, say) || say.text('several.undated'), length, title === null ? '' : file].filter(Boolean).join(' · ');
}
