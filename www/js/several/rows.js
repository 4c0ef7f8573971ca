import { element } from '../core/dom.js';
import { pictureButton } from '../export/picture.js';
import { shortened } from '../files/names.js';
import { STEPS } from '../reading/ladder.js';
import { titleOf } from './cards.js';
import { draw } from './draw.js';
import { scaleEnd } from './gather.js';

/**
 * Documents of several places, or of one time: a row each, from the highest value down, with a dot on a scale that begins
 * at zero; for the ladder a bar of its steps. Nothing joins them.
 *
 * @typedef {import('./gather.js').Item} Item
 * @typedef {import('./gather.js').Measure} Measure
 * @typedef {{item: Item, value: number, words: string, mark: (y: number) => Element[]}} Row
 */

const WIDTH = 320;
const FROM = 118;
const TO = 278;
const ROW = 17;
const TOP = 4;
const BOTTOM = 18;

/** So many rows are drawn: of more the highest and the lowest. */
const MOST = 24;
/** Characters of a title that are shown. */
const SHOWN = 9;

/** Whether rows are left out. @param {Item[]} items */
export function isCut(items) {
  return items.length > MOST;
}

/**
 * @param {Measure} measure
 * @param {Item[]} items
 * @param {import('../core/say.js').Say} say
 * @param {(item: Item) => void} read
 */
export function dots(measure, items, say, read) {
  const end = scaleEnd(items.map(({ values }) => values[measure]));
  const rows = items.flatMap((item) => {
    const value = item.values[measure];
    const mark = (/** @type {number} */ y) => [
      draw('line', { class: 'grid', x1: FROM, x2: TO, y1: y, y2: y }),
      draw('circle', { class: 'dot', cx: across(value ?? 0, end), cy: y, r: 3.2 }),
    ];
    return value === null ? [] : [{ item, value, words: say.number(value), mark }];
  });
  return figure(say.text(`score.${measure}`), measure, rows, end, say, read);
}

/**
 * @param {Item[]} items
 * @param {import('../core/say.js').Say} say
 * @param {(item: Item) => void} read
 */
export function ladderRows(items, say, read) {
  const rows = items.flatMap((item) => {
    const all = STEPS.reduce((sum, step) => sum + item.shares[step], 0);
    const value = all === 0 ? 0 : (100 * (item.shares.measurable + item.shares.concrete)) / all;
    const mark = (/** @type {number} */ y) => {
      let before = 0;
      return STEPS.map((step) => {
        const from = across((100 * before) / all, 100);
        before += item.shares[step];
        return draw('rect', { class: `of-step ${step}`, x: from, y: y - 4.5, width: across((100 * before) / all, 100) - from, height: 9 });
      });
    };
    return all === 0 ? [] : [{ item, value, words: say.number(value, 0), mark }];
  });
  return figure(say.text('several.ladder'), 'ladder', rows, 100, say, read);
}

/** In little room: the place and the year, where they are known of all. @param {Row[]} rows @param {string[]} titles */
function namesOf(rows, titles) {
  const isTold = rows.every(({ item: { place, time } }) => place !== null && time !== null);
  if (isTold) return rows.map(({ item: { place, time } }) => `${place} ${Math.floor(time ?? 0)}`);
  return shortened(titles).map((words) => (words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words));
}

/** @param {number} value @param {number} end */
function across(value, end) {
  return Math.round(10 * (FROM + (value / end) * (TO - FROM))) / 10;
}

/**
 * @param {string} name
 * @param {string} kind a class
 * @param {Row[]} all
 * @param {number} end of the scale
 * @param {import('../core/say.js').Say} say
 * @param {(item: Item) => void} read
 */
function figure(name, kind, all, end, say, read) {
  const sorted = all.sort((a, b) => b.value - a.value);
  const rows = sorted.length > MOST ? [...sorted.slice(0, MOST / 2), ...sorted.slice(-MOST / 2)] : sorted;
  const titles = rows.map(({ item }) => titleOf(item, say));
  const short = namesOf(rows, titles);
  const height = TOP + rows.length * ROW + BOTTOM;
  const picture = draw(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': say.text('several.rows', { name }), class: 'in-rows' },
    draw('desc', {}, rows.map(({ words }, at) => say.text('several.point', { when: titles[at] ?? '', value: `${words}%` })).join(say.text('several.between'))),
    draw('line', { class: 'zero', x1: FROM, x2: FROM, y1: TOP, y2: height - BOTTOM }),
    ...rows.map(({ item, words, mark }, at) => {
      const y = TOP + (at + 0.5) * ROW;
      const row = draw(
        'g',
        { class: 'row' },
        draw('title', {}, titles[at] ?? ''),
        draw('rect', { class: 'field', x: 0, y: y - ROW / 2, width: WIDTH, height: ROW }),
        draw('text', { class: 'at', x: FROM - 6, y: y + 3.5, 'text-anchor': 'end' }, short[at] ?? ''),
        ...mark(y),
        draw('text', { class: 'value', x: WIDTH - 4, y: y + 3.5, 'text-anchor': 'end' }, words),
      );
      row.addEventListener('click', () => read(item));
      return row;
    }),
    ...[0, end / 2, end].map((value) =>
      draw('text', { class: 'at', x: across(value, end), y: height - 4, 'text-anchor': 'middle' }, say.number(value)),
    ),
  );
  return element(
    'figure',
    { class: `trend ${kind}` },
    element('figcaption', {}, element('span', { class: 'name' }, name, ' %'), pictureButton(() => picture, name, say)),
    picture,
  );
}
