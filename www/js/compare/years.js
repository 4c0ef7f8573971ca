import { element } from '../core/dom.js';
import { trueValue } from '../wording/units.js';
import { becameOf, matrixOf } from './matrix.js';

/**
 * Several years in a row (逐年): each text is compared with the next, and the answers make one table.
 *
 * @typedef {import('./types.js').Say} Say
 * @typedef {import('./types.js').Cited} Cited
 * @typedef {import('./types.js').TextComparison} TextComparison
 * @typedef {import('../several/gather.js').Item} Item
 * @typedef {import('./matrix.js').Line} Line
 */

/** The longest document of each text, in the order that is given. @param {readonly Item[]} items */
export function yearsOf(items) {
  const length = (/** @type {Item} */ { document }) => document.text.length;
  return items.filter((item) => items.every((other) => other.entry !== item.entry || other === item || length(other) < length(item) || (length(other) === length(item) && other.at > item.at)));
}

/** What a column is called: the year, or the title. @param {Item} item */
export const yearOf = ({ date, title, file }) => date?.slice(0, 4) ?? title ?? file;

/**
 * @param {readonly Item[]} items
 * @param {(item: Item) => string} revisionOf
 * @param {(first: Item, second: Item) => Promise<TextComparison>} compare
 * @param {Map<string, TextComparison>} known what was asked before
 * @param {(done: number, all: number) => boolean} step says how far it is; whether it goes on
 * @returns {Promise<Line[] | null>} nothing where it was broken off
 */
export async function askYears(items, revisionOf, compare, known, step) {
  const pairs = [];
  for (const [at, second] of items.entries()) {
    const first = items[at - 1];
    if (!first) continue;
    if (!step(at - 1, items.length - 1)) return null;
    const key = `${revisionOf(first)}|${revisionOf(second)}`;
    const pair = known.get(key) ?? (await compare(first, second));
    known.set(key, pair);
    pairs.push(pair);
  }
  return step(pairs.length, pairs.length) ? matrixOf(pairs) : null;
}

/**
 * The heads of the table, and what makes a row.
 *
 * @param {readonly Item[]} items
 * @param {Say} say
 * @param {(item: Item, cited: Cited) => void} go
 */
export function yearTable(items, say, go) {
  const names = items.map(yearOf);
  const place = (/** @type {Item | undefined} */ item, /** @type {Cited} */ cited) =>
    item &&
    element('button', { type: 'button', class: 'place', title: `${say.text('compare.go', { title: yearOf(item) })}\n${cited.words}`, onclick: () => go(item, cited) }, cited.figure ?? say.text('compare.no-figure'));
  const make = (/** @type {Line} */ { indicator, cells }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, indicator),
      ...cells.map((cell, at) =>
        cell
          ? element(
              'td',
              { 'data-head': names[at] },
              place(items[at], cell.target),
              cell.outcome !== null && element('span', { class: 'became' }, cell.result && '→ ', cell.result && place(items[at + 1], cell.result), ' ', element('span', { class: 'outcome', 'data-outcome': cell.outcome }, becameOf(cell, say))),
            )
          : element('td'),
      ),
    );
  return { heads: [say.text('compare.column.indicator'), ...names], make };
}

/**
 * The numbers of indicators that have a target in three years at least, all of one unit and measure.
 *
 * @param {readonly Line[]} lines
 * @param {readonly Item[]} items
 * @returns {import('./pictures.js').Series[]}
 */
export function seriesOf(lines, items) {
  return lines.flatMap(({ indicator, cells }) => {
    const claim = (/** @type {number} */ at, /** @type {Cited | null | undefined} */ cited) => items[at]?.document.claims[cited?.claim ?? -1];
    const plans = cells.map((cell, at) => claim(at, cell?.target));
    const told = plans.filter((one) => one !== undefined);
    const [first] = told;
    const isSame = (/** @type {typeof first} */ one) => one?.measure === first?.measure && (one?.unit ?? '') === (first?.unit ?? '');
    if (!first || told.length < 3 || !told.every(isSame)) return [];
    // What several years came to has another scale.
    const done = cells.map((cell, at) => (cell?.outcome === 'met' || cell?.outcome === 'missed' ? claim(at + 1, cell.result) : undefined));
    const value = (/** @type {typeof first | undefined} */ one) => (one && isSame(one) ? trueValue(one) : null);
    const places = cells.flatMap((cell, at) => (cell ? [{ cell, name: yearOf(/** @type {Item} */ (items[at])) }] : []));
    const words = (/** @type {(typeof places)[0] | undefined} */ place) => (place ? `${place.name} ${place.cell.target.figure ?? ''}` : '');
    return [{ head: indicator, from: words(places[0]), to: words(places.at(-1)), targets: plans.map(value), results: done.map(value) }];
  });
}
