import { STEPS } from '../reading/ladder.js';
import { axesOf, figure, LENGTH } from './axes.js';
import { draw } from './draw.js';
import { dated, scaleEnd } from './gather.js';

/**
 * The documents over time: the ladder as columns, each score as dots with a line through them. The table
 * is their equivalent.
 *
 * @typedef {import('./gather.js').Item} Item
 * @typedef {import('./gather.js').Measure} Measure
 */

/** From so many documents on the line is the mean of five; fewer are joined as they are. */
const SMOOTHED = 8;
/** Documents before and after that the mean takes in. */
const REACH = 2;

/** Units that a column is wide. */
const NARROWEST = 2;
const WIDEST = 14;

/** Whether some place has texts of two times: then there is something to join. @param {Item[]} items */
export function hasTrend(items) {
  return series(dated(items)).length > 0;
}

/** Whether the dated texts are all of one place: then a column each stands over time. @param {Item[]} items */
export function isOfOnePlace(items) {
  return new Set(dated(items).map(({ place }) => place)).size === 1;
}

/**
 * Texts of one place, ascending by time, for each place that has texts of two times: only these are joined.
 *
 * @template {{place: string | null, time: number}} T
 * @param {T[]} items ascending
 * @returns {T[][]}
 */
function series(items) {
  const places = [...new Set(items.map(({ place }) => place))];
  const groups = places.map((place) => (place === null ? [] : items.filter((item) => item.place === place)));
  return groups.filter((group) => new Set(group.map(({ time }) => time)).size > 1);
}

/** Whether the line is a mean. @param {Item[]} items */
export function isSmoothed(items) {
  return series(dated(items)).some((group) => group.length >= SMOOTHED);
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
    const { time, place } = item;
    return value === null ? [] : [{ item, time, place, value, x: axes.across(time), y: axes.up(value), words: `${say.number(value)}%` }];
  });
  const smoothed = isSmoothed(items);
  const isNamed = !isOfOnePlace(items);
  const lines = series(shown).flatMap((group) => {
    const means = group.map(({ x }, at) => {
      const near = group.slice(Math.max(0, at - REACH), at + REACH + 1);
      return { x, y: axes.up(near.reduce((sum, { value }) => sum + value, 0) / near.length) };
    });
    return [
      draw('polyline', { class: smoothed ? 'joined light' : 'joined', points: line(group) }),
      smoothed ? draw('polyline', { class: 'joined mean', points: line(means) }) : /** @type {const} */ (''),
      isNamed ? nameOf(group) : /** @type {const} */ (''),
    ];
  });
  const dots = shown.map(({ x, y }) => draw('circle', { cx: x, cy: y, r: 2.6, class: 'dot' }));
  return figure(
    {
      name: say.text(`score.${measure}`),
      kind: measure,
      items,
      end,
      axes,
      points: shown,
      marks: [...lines, ...dots],
      point: (near) => dots.forEach((dot, at) => dot.classList.toggle('near', at === near)),
    },
    say,
    read,
  );
}

/** The place of a line, over its last point. @param {{x: number, y: number, place: string | null}[]} group */
function nameOf(group) {
  const { x = 0, y = 0, place } = group.at(-1) ?? {};
  return draw('text', { class: 'at', x, y: Math.max(9, y - 6), 'text-anchor': 'end' }, place ?? '');
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
