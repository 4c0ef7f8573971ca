import { element } from '../core/dom.js';
import { pictureButton } from '../export/picture.js';
import { periodName } from '../wording/period.js';
import { titleOf } from './cards.js';
import { draw } from './draw.js';

/**
 * What all charts over time share: the axes, the dates, and what a pointer does.
 *
 * @typedef {import('./gather.js').Item} Item
 * @typedef {{item: Item, x: number, y: number, words: string}} Point `words`: its figures
 *
 * @typedef {object} Axes
 * @property {(time: number) => number} across
 * @property {(value: number) => number} up
 */

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 34;
const RIGHT = 10;
/** Between the axes and the first and last point: no column stands on a label. */
const INSET = 12;
const TOP = 10;
const BOTTOM = 22;

/** Labels under the line of time, at most. */
const YEARS = 5;

/** Units of the time's length. */
export const LENGTH = WIDTH - LEFT - RIGHT - 2 * INSET;

/**
 * @param {Item[]} items
 * @param {number} end of the scale, which begins at zero
 * @returns {Axes}
 */
export function axesOf(items, end) {
  const { from, to } = rangeOf(items);
  return {
    across: (time) => round(LEFT + INSET + ((time - from) / (to - from)) * LENGTH),
    up: (value) => round(HEIGHT - BOTTOM - (value / end) * (HEIGHT - BOTTOM - TOP)),
  };
}

/**
 * @param {object} chart
 * @param {string} chart.name
 * @param {string} chart.kind a class
 * @param {Item[]} chart.items
 * @param {number} chart.end
 * @param {Axes} chart.axes
 * @param {Point[]} chart.points ascending by time
 * @param {(Element | '')[]} chart.marks
 * @param {(at: number) => void} [chart.point] called with the point that the pointer is near, -1 for none
 * @param {import('../core/say.js').Say} say
 * @param {(item: Item) => void} read
 */
export function figure({ name, kind, items, end, axes, points, marks, point }, say, read) {
  const { from, to } = rangeOf(items);
  const { across, up } = axes;
  const readout = element('span', { class: 'readout', 'aria-hidden': 'true' });
  const desc = points.map(({ item, words }) => say.text('several.point', { when: periodName(item.date, say), value: words }));
  const picture = draw(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': say.text('several.trend', { name }), class: 'over-time' },
    draw('desc', {}, desc.join(say.text('several.between'))),
    ...[0, end / 2, end].flatMap((value) => [
      draw('line', { class: value === 0 ? 'zero' : 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: up(value), y2: up(value) }),
      draw('text', { class: 'at', x: LEFT - 6, y: up(value) + 4, 'text-anchor': 'end' }, say.number(value)),
    ]),
    ...yearsBetween(from, to).map((year) =>
      draw('text', { class: 'at', x: across(year), y: HEIGHT - 5, 'text-anchor': anchor(year, from, to) }, String(year)),
    ),
    ...marks.filter((mark) => mark !== ''),
  );

  /** @param {MouseEvent} event */
  const nearest = (event) => {
    const box = picture.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    const y = ((event.clientY - box.top) / box.height) * HEIGHT;
    // The date tells more than the height: whoever points below a dot means it, too.
    const distances = points.map((one) => 4 * Math.abs(one.x - x) + Math.abs(one.y - y));
    return distances.indexOf(Math.min(...distances));
  };
  /** @param {number} at */
  const show = (at) => {
    const near = points[at];
    point?.(at);
    readout.textContent = near ? `${periodName(near.item.date, say)}　${near.words}　${titleOf(near.item, say)}` : '';
  };
  picture.addEventListener('pointermove', (event) => show(nearest(/** @type {PointerEvent} */ (event))));
  picture.addEventListener('pointerleave', () => show(-1));
  picture.addEventListener('click', (event) => {
    const near = points[nearest(/** @type {MouseEvent} */ (event))];
    if (near) read(near.item);
  });
  return element(
    'figure',
    { class: `trend ${kind}` },
    element('figcaption', {}, element('span', { class: 'name' }, name, ' %'), readout, pictureButton(() => picture, name, say)),
    picture,
  );
}

/** @param {Item[]} items at least two with different dates */
function rangeOf(items) {
  const times = items.flatMap(({ time }) => time ?? []);
  return { from: Math.min(...times), to: Math.max(...times) };
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
  const step = [1, 2, 5, 10, 20, 50].find((size) => (to - from) / size < YEARS) ?? 100;
  const years = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) years.push(year);
  return years;
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
