import { periodName } from '../wording/period.js';
import { seenWords } from '../wording/seen.js';

/**
 * Set phrases and numeric slogans (提法) of several dated texts: which text has which, the first to come first.
 *
 * @typedef {import('./gather.js').Item} Item
 * @typedef {import('../core/types.js').Term} Term
 * @typedef {{index: number, count: number}} Use `index` among the terms of its text, of the first that reads so
 * @typedef {'came' | 'went' | 'between' | 'through'} Course of a phrase by the texts of the first and of the last time: the first
 *   lack it, the last do, both do, or neither
 *
 * @typedef {object} Line
 * @property {string} phrase
 * @property {Term['kind']} kind
 * @property {Term['seen']} seen
 * @property {Course} course
 * @property {(Use | null)[]} uses a cell a text
 */

/** @type {readonly Course[]} */
export const COURSES = ['came', 'went', 'between', 'through'];

/** Whether there is a time between the texts over which something can come and go. @param {readonly Item[]} texts */
export const hasCourse = (texts) => new Set(texts.map(({ time }) => time)).size > 1;

/**
 * @param {readonly Item[]} texts in the order of their dates
 * @returns {Line[]} by the first text that has the phrase, then by the last, then by how many have it
 */
export function linesOf(texts) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  for (const [at, { document }] of texts.entries()) {
    for (const [index, term] of document.terms.entries()) {
      if (term.kind !== 'set_phrase' && term.kind !== 'slogan') continue;
      const { text: phrase, kind, seen } = term;
      const line = lines.get(phrase) ?? { phrase, kind, seen, course: 'through', uses: texts.map(() => null) };
      const known = line.uses[at];
      line.uses[at] = { index: known?.index ?? index, count: (known?.count ?? 0) + term.occurrences.length };
      lines.set(phrase, line);
    }
  }
  const all = [...lines.values()];
  for (const line of all) line.course = courseOf(line.uses, texts);
  const first = (/** @type {Line} */ { uses }) => uses.findIndex((use) => use);
  const last = (/** @type {Line} */ { uses }) => uses.findLastIndex((use) => use);
  return all.sort((one, other) => first(one) - first(other) || last(one) - last(other) || textsWith(other) - textsWith(one));
}

/** How many texts have the phrase. @param {Line} line */
const textsWith = ({ uses }) => uses.filter((use) => use).length;

/** @param {Line['uses']} uses @param {readonly Item[]} texts @returns {Course} */
function courseOf(uses, texts) {
  const isIn = (/** @type {number | null | undefined} */ time) => uses.some((use, at) => use !== null && texts[at]?.time === time);
  const [isInFirst, isInLast] = [texts.at(0)?.time, texts.at(-1)?.time].map(isIn);
  if (isInFirst) return isInLast ? 'through' : 'went';
  return isInLast ? 'came' : 'between';
}

/**
 * The table as it is copied and exported.
 *
 * @param {readonly Line[]} lines
 * @param {readonly Item[]} texts
 * @param {import('../core/say.js').Say} say
 * @returns {string[][]}
 */
export function rowsOf(lines, texts, say) {
  return [
    [say.text('several.phrases.phrase'), say.text('several.phrases.course'), say.text('column.seen'), ...texts.map((item) => periodName(item.date, say))],
    ...lines.map((line) => [
      line.phrase,
      say.text(`several.phrases.${line.course}`),
      seenWords(line.seen, say),
      ...line.uses.map((use) => String(use?.count ?? '')),
    ]),
  ];
}
