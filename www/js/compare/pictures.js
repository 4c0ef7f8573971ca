import { element } from '../core/dom.js';
import { pictureButton } from '../export/picture.js';
import { draw } from '../several/draw.js';

/**
 * The pictures of a comparison: bars of what became of the rows, and slopes of numbers, from text to text or over years.
 *
 * @typedef {import('./types.js').Say} Say
 * @typedef {object} Series the numbers of an indicator, a place a text; `null`: it has none
 * @property {string} head
 * @property {string} from the first and the last of them, in words
 * @property {string} to
 * @property {(number | null)[]} targets
 * @property {(number | null)[]} [results]
 */

/**
 * A bar of all rows, a part an outcome; a part is a button that shows its rows alone.
 *
 * @param {[string, number][]} counts
 * @param {string} group
 * @param {string | null} wanted
 * @param {Say} say
 * @param {(outcome: string | null) => void} choose
 */
export function barsOf(counts, group, wanted, say, choose) {
  const most = Math.max(1, ...counts.map(([, count]) => count));
  return element(
    'ul',
    { class: 'outcome-bars', 'aria-label': say.text('compare.filter') },
    ...counts.map(([outcome, count]) => {
      const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
      bar.style.inlineSize = `${(count / most) * 100}%`;
      return element(
        'li',
        {},
        element(
          'button',
          { type: 'button', class: 'outcome', 'data-outcome': outcome, 'aria-pressed': String(outcome === wanted), onclick: () => choose(outcome === wanted ? null : outcome) },
          element('span', { class: 'name' }, say.text(`compare.${group}.${outcome}`)),
          element('span', { class: 'track' }, bar),
          element('span', { class: 'count' }, String(count)),
        ),
      );
    }),
  );
}

const WIDTH = 168;
const HEIGHT = 124;
const EDGE = 14;
const [TOP, BOTTOM] = [28, 84];

/** So many pictures are drawn. */
const MOST = 24;

/** So many characters of a name, or of a figure, are shown; all are told. */
const [NAME, FIGURE] = [12, 18];

/** @param {string} words @param {number} most */
const short = (words, most) => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

/**
 * A small picture for each indicator, all in one: a line from number to number, of targets and of results.
 *
 * @param {readonly Series[]} all
 * @param {{name: string, note: string, width: number}} around `width`: that there is room for
 * @param {Say} say
 */
export function slopesOf(all, { name, note, width }, say) {
  const shown = all.slice(0, MOST);
  const columns = Math.min(shown.length, Math.max(2, Math.floor(width / WIDTH)));
  const [wide, high] = [columns * WIDTH, Math.ceil(shown.length / columns) * HEIGHT];
  const svg = draw(
    'svg',
    { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, role: 'group', 'aria-label': name },
    ...shown.map((series, at) => slope(series, (at % columns) * WIDTH, Math.floor(at / columns) * HEIGHT, say)),
  );
  return element('figure', { class: 'slopes' }, element('figcaption', {}, element('strong', {}, name), element('span', { class: 'note' }, note), pictureButton(() => svg, name, say)), svg);
}

/** @param {Series} series @param {number} x @param {number} y @param {Say} say */
function slope({ head, from, to, targets, results = [] }, x, y, say) {
  const most = Math.max(...[...targets, ...results].map((value) => Math.abs(value ?? 0))) || 1;
  const step = (WIDTH - 2 * EDGE) / Math.max(1, targets.length - 1);
  const points = (/** @type {readonly (number | null)[]} */ values) =>
    values.flatMap((value, at) => (value === null ? [] : [{ x: EDGE + at * step, y: BOTTOM - (Math.abs(value) / most) * (BOTTOM - TOP) }]));
  const line = (/** @type {{x: number, y: number}[]} */ places, /** @type {string} */ name) => [
    draw('polyline', { class: name, points: places.map((place) => `${place.x},${place.y}`).join(' '), fill: 'none' }),
    ...places.map((place) => draw('circle', { class: name, cx: place.x, cy: place.y, r: 3 })),
  ];
  const numbers = targets.filter((value) => value !== null).map(Math.abs);
  const rise = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0);
  const way = rise > 0 ? 'up' : rise < 0 ? 'down' : 'level';
  const label = (/** @type {string} */ words, /** @type {Record<string, string | number>} */ place) => draw('text', place, words);
  return draw(
    'g',
    { class: `slope ${way}`, transform: `translate(${x} ${y})`, role: 'img', 'aria-label': say.text('compare.slope', { name: head, from, to }) },
    draw('line', { class: 'axis', x1: EDGE, x2: WIDTH - EDGE, y1: BOTTOM, y2: BOTTOM }),
    ...line(points(targets), results.length > 0 ? 'planned' : 'way'),
    ...line(points(results), 'reached'),
    label(short(head, NAME), { class: 'head', x: EDGE, y: 16 }),
    label(short(from, FIGURE), { x: EDGE, y: BOTTOM + 15 }),
    label(short(to, FIGURE), { x: WIDTH - EDGE, y: BOTTOM + 29, 'text-anchor': 'end' }),
  );
}
