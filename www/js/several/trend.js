import { element } from '../core/dom.js';
import { periodName } from '../wording/period.js';
import { titleOf } from './cards.js';
import { draw } from './draw.js';
import { scaleEnd } from './gather.js';

/**
 * A score over time: a dot a document, and a line through them. The table is its equivalent.
 *
 * @typedef {import('./gather.js').Item} Item
 * @typedef {import('./gather.js').Measure} Measure
 * @typedef {{item: Item, x: number, y: number, value: number}} Dot
 */

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 34;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 22;

/** From so many documents on the line is the mean of five; fewer are joined as they are. */
const SMOOTHED = 8;
/** Documents before and after that the mean takes in. */
const REACH = 2;

/** Labels under the line of time, at most. */
const YEARS = 5;

/** Whether there is a time to draw. @param {Item[]} items */
export function hasTrend(items) {
  return new Set(items.flatMap(({ time }) => (time === null ? [] : [time]))).size > 1;
}

/** Whether the line is a mean. @param {Item[]} items */
export function isSmoothed(items) {
  return items.filter(({ time }) => time !== null).length >= SMOOTHED;
}

/**
 * @param {Measure} measure
 * @param {Item[]} items
 * @param {import('../core/say.js').Say} say
 * @param {(item: Item) => void} read
 */
export function trend(measure, items, say, read) {
  const shown = items
    .flatMap((item) => {
      const value = item.values[measure];
      return item.time === null || value === null ? [] : [{ item, time: item.time, value }];
    })
    .sort((a, b) => a.time - b.time);
  const times = items.flatMap(({ time }) => (time === null ? [] : [time]));
  const from = Math.min(...times);
  const to = Math.max(...times);
  const end = scaleEnd(shown.map(({ value }) => value));
  const across = (/** @type {number} */ time) => LEFT + ((time - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const up = (/** @type {number} */ value) => HEIGHT - BOTTOM - (value / end) * (HEIGHT - BOTTOM - TOP);
  const dots = shown.map(({ item, time, value }) => ({ item, value, x: across(time), y: up(value) }));
  const smoothed = isSmoothed(items);

  const readout = element('span', { class: 'readout', 'aria-hidden': 'true' });
  const name = say.text(`score.${measure}`);
  const points = dots.map(({ x, y }) => draw('circle', { cx: round(x), cy: round(y), r: 2.6, class: 'dot' }));
  const desc = shown
    .map(({ item, value }) => say.text('several.point', { when: periodName(item.date, say), value: say.number(value) }))
    .join(say.text('several.between'));
  const picture = draw(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': say.text('several.trend', { name }), class: 'over-time' },
    draw('desc', {}, desc),
    ...[0, end / 2, end].flatMap((value) => [
      draw('line', { class: value === 0 ? 'zero' : 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: up(value), y2: up(value) }),
      draw('text', { class: 'at', x: LEFT - 6, y: up(value) + 4, 'text-anchor': 'end' }, say.number(value)),
    ]),
    ...yearsBetween(from, to).map((year) =>
      draw('text', { class: 'at', x: round(across(Math.min(to, Math.max(from, year)))), y: HEIGHT - 5, 'text-anchor': anchor(year, from, to) }, String(year)),
    ),
    draw('polyline', { class: smoothed ? 'joined light' : 'joined', points: pointsOf(dots) }),
    ...(smoothed ? [draw('polyline', { class: 'joined mean', points: pointsOf(means(dots, up)) })] : []),
    ...points,
  );

  /** @param {MouseEvent} event */
  const nearest = (event) => {
    const box = picture.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    const y = ((event.clientY - box.top) / box.height) * HEIGHT;
    let best = -1;
    let least = Infinity;
    dots.forEach((dot, at) => {
      const distance = 4 * Math.abs(dot.x - x) + Math.abs(dot.y - y);
      if (distance < least) [best, least] = [at, distance];
    });
    return best;
  };
  /** @param {number} at */
  const point = (at) => {
    points.forEach((dot, index) => dot.classList.toggle('near', index === at));
    const dot = dots[at];
    readout.textContent = dot
      ? `${periodName(dot.item.date, say)}　${say.number(dot.value)}%　${titleOf(dot.item, say)}`
      : '';
  };
  picture.addEventListener('pointermove', (event) => point(nearest(/** @type {PointerEvent} */ (event))));
  picture.addEventListener('pointerleave', () => point(-1));
  picture.addEventListener('click', (event) => {
    const dot = dots[nearest(/** @type {MouseEvent} */ (event))];
    if (dot) read(dot.item);
  });

  return element(
    'figure',
    { class: `trend ${measure}` },
    element('figcaption', {}, element('span', { class: 'name' }, name, ' %'), readout),
    picture,
  );
}

/**
 * @param {Dot[]} dots
 * @param {(value: number) => number} up
 */
function means(dots, up) {
  return dots.map(({ x }, at) => {
    const near = dots.slice(Math.max(0, at - REACH), at + REACH + 1);
    return { x, y: up(near.reduce((sum, { value }) => sum + value, 0) / near.length) };
  });
}

/** @param {{x: number, y: number}[]} dots */
function pointsOf(dots) {
  return dots.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}

/**
 * Round years for the labels.
 * @param {number} from
 * @param {number} to
 */
function yearsBetween(from, to) {
  const [first, last] = [Math.floor(from), Math.floor(to)];
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first) / size < YEARS) ?? 100;
  const years = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) years.push(year);
  return years.length > 0 ? years : [first];
}

/**
 * @param {number} year
 * @param {number} from
 * @param {number} to
 */
function anchor(year, from, to) {
  const share = (year - from) / (to - from);
  return share < 0.06 ? 'start' : share > 0.94 ? 'end' : 'middle';
}
