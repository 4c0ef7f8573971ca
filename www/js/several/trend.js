import { STEPS } from '../reading/ladder.js';
import { axesOf, figure, LENGTH } from './axes.js';
import { draw } from './draw.js';
import { scaleEnd } from './gather.js';

/**
 * The documents over time: the ladder as columns, each score as dots with a line through them. The table
 * is their equivalent.
 *
 * @typedef {import('./gather.js').Item} Item
 * @typedef {import('./gather.js').Measure} Measure
 * @typedef {Item & {time: number}} Dated
 */

/** From so many documents on the line is the mean of five; fewer are joined as they are. */
const SMOOTHED = 8;
/** Documents before and after that the mean takes in. */
const REACH = 2;

/** Units that a column is wide. */
const NARROWEST = 2;
const WIDEST = 14;

/** Whether there is a time to draw. @param {Item[]} items */
export function hasTrend(items) {
  return new Set(items.flatMap(({ time }) => time ?? [])).size > 1;
}

/** Whether the line is a mean. @param {Item[]} items */
export function isSmoothed(items) {
  return dated(items).length >= SMOOTHED;
}

/** @param {Item[]} items @returns {Dated[]} ascending */
function dated(items) {
  return items
    .filter(/** @returns {item is Dated} */ (item) => item.time !== null)
    .sort((a, b) => a.time - b.time);
}

/**
 * @param {Measure} measure
 * @param {Item[]} items
 * @param {import('../core/say.js').Say} say
 * @param {(item: Item) => void} read
 */
export function trend(measure, items, say, read) {
  const end = scaleEnd(items.map(({ values }) => values[measure]));
  const axes = axesOf(items, end);
  const shown = dated(items).flatMap((item) => {
    const value = item.values[measure];
    return value === null ? [] : [{ item, value, x: axes.across(item.time), y: axes.up(value), words: `${say.number(value)}%` }];
  });
  const means = shown.map(({ x }, at) => {
    const near = shown.slice(Math.max(0, at - REACH), at + REACH + 1);
    return { x, y: axes.up(near.reduce((sum, { value }) => sum + value, 0) / near.length) };
  });
  const smoothed = isSmoothed(items);
  const dots = shown.map(({ x, y }) => draw('circle', { cx: x, cy: y, r: 2.6, class: 'dot' }));
  return figure(
    {
      name: say.text(`score.${measure}`),
      kind: measure,
      items,
      end,
      axes,
      points: shown,
      marks: [
        draw('polyline', { class: smoothed ? 'joined light' : 'joined', points: line(shown) }),
        smoothed ? draw('polyline', { class: 'joined mean', points: line(means) }) : '',
        ...dots,
      ],
      point: (near) => dots.forEach((dot, at) => dot.classList.toggle('near', at === near)),
    },
    say,
    read,
  );
}

/** @param {{x: number, y: number}[]} points */
function line(points) {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}

/**
 * The share of each step of the ladder, a column a document.
 *
 * @param {Item[]} items
 * @param {import('../core/say.js').Say} say
 * @param {(item: Item) => void} read
 */
export function ladderTrend(items, say, read) {
  const axes = axesOf(items, 100);
  const shown = dated(items).flatMap((item) => {
    const all = STEPS.reduce((sum, step) => sum + item.shares[step], 0);
    return all === 0 ? [] : [{ item, all, x: axes.across(item.time), y: axes.up(50), words: wordsOf(item, all, say) }];
  });
  const gaps = shown.slice(1).map(({ x }, at) => x - (shown[at]?.x ?? 0)).sort((a, b) => a - b);
  // Two texts of one spring may overlap a little; else all would be as thin as they stand close.
  const width = Math.min(WIDEST, Math.max(NARROWEST, 0.85 * (gaps[gaps.length >> 1] ?? LENGTH)));
  const columns = shown.map(({ item, all, x }) => {
    let below = 0;
    const steps = STEPS.map((step) => {
      const share = (100 * item.shares[step]) / all;
      const top = axes.up(below + share);
      const height = axes.up(below) - top;
      below += share;
      return draw('rect', { class: `of-step ${step}`, x: x - width / 2, y: top, width, height: Math.max(0, height) });
    });
    return draw('g', { class: 'column' }, ...steps);
  });
  return figure(
    {
      name: say.text('several.ladder'),
      kind: 'ladder',
      items,
      end: 100,
      axes,
      points: shown,
      marks: columns,
      point: (near) => columns.forEach((column, at) => column.classList.toggle('near', at === near)),
    },
    say,
    read,
  );
}

/**
 * @param {Item} item
 * @param {number} all
 * @param {import('../core/say.js').Say} say
 */
function wordsOf({ shares }, all, say) {
  return STEPS.map((step) =>
    say.text('ladder.share', { step: say.text(`ladder.${step}`), value: say.number((100 * shares[step]) / all, 0) }),
  ).join(' ');
}
