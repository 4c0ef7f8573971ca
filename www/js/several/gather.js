/**
 * The documents of all texts that are open, each with what is compared.
 *
 * @typedef {import('../core/types.js').Entry} Entry
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {'specificity' | 'formula_density' | 'accountability'} Measure
 *
 * @typedef {object} Item
 * @property {number} entry id of the text
 * @property {number} at index of the document in it
 * @property {string | null} title
 * @property {string} file
 * @property {AnalysedDocument} document
 * @property {import('../reading/ladder.js').Shares} shares
 * @property {Record<Measure, number | null>} values 0–100
 * @property {string | null} date as the contract writes it
 * @property {'text' | 'name' | null} dated where the date comes from: what the text says, or a year in title or file name
 * @property {number | null} time years, with fractions
 * @property {string | null} place
 *
 * @typedef {'date' | 'order' | Measure} Order
 */

import { toldApart } from '../files/names.js';
import { sharesOf } from '../reading/ladder.js';
import { placeOf } from './places.js';

/** @type {readonly Measure[]} */
export const MEASURES = ['specificity', 'formula_density', 'accountability'];

/** @type {readonly Order[]} */
export const ORDERS = ['date', 'order', ...MEASURES];

/**
 * @param {Entry[]} entries
 * @returns {Item[]} in the order in which the texts were opened
 */
export function gather(entries) {
  const items = entries.flatMap(({ id, name, analysis }) =>
    (analysis?.documents ?? []).map((document, at) => ({
      entry: id,
      at,
      title: document.title ?? null,
      file: name,
      document,
      ...figuresOf(document),
      ...dateOf(document, name),
      place: placeOf(document, name),
    })),
  );
  const titles = toldApart(
    items.map(({ title, file, date, document: { metadata } }) => ({
      title: title ?? '',
      signs: [metadata.issuer?.value ?? '', file.replace(/\.[^.]+$/, ''), date ?? ''],
    })),
  );
  return items.map((item, at) => ({ ...item, title: item.title === null ? null : (titles[at] ?? item.title) }));
}

/** @param {AnalysedDocument} document */
function figuresOf({ scores: { document: scores } }) {
  return {
    shares: sharesOf(scores),
    values: {
      specificity: scores.specificity.value ?? null,
      formula_density: scores.formula_density.value ?? null,
      accountability: scores.accountability.value ?? null,
    },
  };
}

/**
 * @param {AnalysedDocument} document
 * @param {string} file
 * @returns {Pick<Item, 'date' | 'dated' | 'time'>}
 */
function dateOf({ metadata, title }, file) {
  const stated = metadata.date?.value;
  const time = stated ? timeOf(stated) : null;
  if (stated && time !== null) return { date: stated, dated: 'text', time };
  const year = yearIn(title ?? '') ?? yearIn(file);
  return year ? { date: year, dated: 'name', time: Number(year) } : { date: null, dated: null, time: null };
}

/** The year that a name bears; one with two says nothing. @param {string} name */
function yearIn(name) {
  const years = new Set(name.match(/(?<!\d)(?:19[4-9]\d|20[0-4]\d)(?!\d)/g));
  const [year] = years;
  return years.size === 1 ? year : undefined;
}

/** @param {string} date */
function timeOf(date) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return null;
  const [, year, month = '01', day = '01'] = match;
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 366;
}

/**
 * By date those without one last; by a figure the highest first; ties in the order of opening.
 *
 * @param {Item[]} items
 * @param {Order} order
 * @returns {Item[]}
 */
export function inOrder(items, order) {
  if (order === 'order') return items;
  if (order === 'date') return [...items].sort((a, b) => (a.time ?? Infinity) - (b.time ?? Infinity) || 0);
  return [...items].sort((a, b) => (b.values[order] ?? -1) - (a.values[order] ?? -1));
}

/**
 * Those that have a date.
 *
 * @param {readonly Item[]} items
 * @returns {(Item & {time: number})[]} ascending
 */
export function dated(items) {
  return items
    .filter(/** @returns {item is Item & {time: number}} */ (item) => item.time !== null)
    .sort((a, b) => a.time - b.time);
}

/**
 * The end of a scale from zero that all values fit on.
 * @param {(number | null)[]} values 0–100
 */
export function scaleEnd(values) {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  return [1, 2, 5, 10, 20, 40, 60, 80, 100].find((end) => end >= most) ?? 100;
}
