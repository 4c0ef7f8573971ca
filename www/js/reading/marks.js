/**
 * What is highlighted: every place that a layer shows, and the row of the table that answers it.
 *
 * @typedef {import('../core/types.js').Layer} Layer
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 *
 * @typedef {object} Mark
 * @property {Layer} layer
 * @property {number} start UTF-16 code units into the document's text
 * @property {number} end
 * @property {import('../core/types.js').TableName | null} table the table with its row, if any
 * @property {number} index of the row in the document's own list
 * @property {import('../core/types.js').Finding['severity']} [grade] of a finding
 *
 * @typedef {Record<Layer, Mark[]>} Marks each list ascending by start
 */

import { inStretches } from '../core/schedule.js';
import { sorted } from '../findings/dismissed.js';
import { placesOfDatesAndOwners } from './dates.js';

/** In the order of the keys 1–7. @type {readonly Layer[]} */
export const LAYERS = ['targets', 'actuals', 'dates', 'phrases', 'stock', 'findings', 'announced'];

/** So far back may a mark begin that still covers a place: longer ones are found by their start. */
const LOOK_BACK = 64;

/**
 * @param {AnalysedDocument} document
 * @param {import('../findings/dismissed.js').Dismissed} dismissed findings that are not marked
 * @returns {Promise<Marks>} at once for all but a long document
 */
export async function marksOf(document, dismissed) {
  /** @type {Marks} */
  const marks = { targets: [], actuals: [], dates: [], phrases: [], stock: [], findings: [], announced: [] };
  await inStretches(found(document, dismissed), (mark) => marks[mark.layer].push(mark));
  await inStretches(LAYERS, (layer) => {
    marks[layer].sort((a, b) => a.start - b.start || a.end - b.end);
  });
  return marks;
}

/**
 * @param {AnalysedDocument} document
 * @param {import('../findings/dismissed.js').Dismissed} dismissed
 * @returns {Generator<Mark>}
 */
function* found(document, dismissed) {
  for (const [index, claim] of document.claims.entries()) {
    if (claim.status === 'other') continue;
    const layer = claim.status === 'target' ? 'targets' : 'actuals';
    yield { layer, ...claim.span, table: layer, index };
  }
  for (const { span, table, index } of placesOfDatesAndOwners(document)) {
    yield { layer: 'dates', ...span, table, index };
  }
  for (const [index, term] of document.terms.entries()) {
    if (term.kind === 'keyword') continue;
    const layer = term.kind === 'stock_phrase' ? 'stock' : 'phrases';
    for (const span of term.occurrences) yield { layer, ...span, table: 'terms', index };
  }
  for (const index of sorted(document, dismissed).open) {
    const finding = document.findings[index];
    if (finding) yield { layer: 'findings', ...finding.span, table: 'findings', index, grade: finding.severity };
  }
  for (const [index, announcement] of document.announcements.entries()) {
    yield { layer: 'announced', ...announcement.span, table: null, index };
  }
}

/**
 * The places of a list that share a unit with `start..end`.
 *
 * @template {import('../core/types.js').Span} T
 * @param {T[]} marks ascending by start
 * @param {number} start
 * @param {number} end
 * @returns {T[]}
 */
export function within(marks, start, end) {
  const found = [];
  const first = Math.max(0, firstFrom(marks, start) - LOOK_BACK);
  for (let at = first; at < marks.length; at += 1) {
    const mark = /** @type {T} */ (marks[at]);
    if (mark.start >= end) break;
    if (mark.end > start) found.push(mark);
  }
  return found;
}

/**
 * The index of the first thing that begins at `position` or after it.
 *
 * @param {readonly {start: number}[]} ascending
 * @param {number} position
 */
export function firstFrom(ascending, position) {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {{start: number}} */ (ascending[middle]).start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
