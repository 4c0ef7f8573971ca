/**
 * Where the things stand that a part of a score counts.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {import('../core/types.js').ScoreName} ScoreName
 * @typedef {import('../reading/ladder.js').Step} Step
 */

import { firstFrom } from '../reading/marks.js';
import { inRunningText } from '../reading/running.js';

/** So many of the longest sentences are shown for the length of sentences. */
const LONGEST = 20;

/** @type {Record<string, Step>} */
const STEPS = {
  measurable_characters: 'measurable',
  concrete_characters: 'concrete',
  general_characters: 'general',
  formulaic_characters: 'formulaic',
};

/** @type {Record<string, import('../../../schema/contract').Missing>} */
const STATED = { with_measure: 'measure', with_deadline: 'deadline', with_owner: 'owner' };

/** What was looked for in a whole document. @type {WeakMap<AnalysedDocument, Map<string, Span[] | null>>} */
const known = new WeakMap();

/**
 * @param {AnalysedDocument} document
 * @param {ScoreName} score
 * @param {string} part
 * @param {Span} stretch what begins in it is counted
 * @returns {Span[] | null} ascending, but for the longest sentences, which come first; `null` for a
 *   part that is made of no places
 */
export function evidenceOf(document, score, part, stretch) {
  const named = document.scores.document[score].evidence?.[part];
  if (named) return inside(named, stretch);
  let parts = known.get(document);
  if (!parts) known.set(document, (parts = new Map()));
  let all = parts.get(part);
  if (all === undefined) parts.set(part, (all = find(document, part)));
  if (all === null) return null;
  return part === 'characters_per_sentence' ? longest(inside(all, stretch)) : inside(all, stretch);
}

/**
 * @param {AnalysedDocument} document
 * @param {string} part
 * @returns {Span[] | null} ascending
 */
function find(document, part) {
  const { sentences, tasks } = document;
  const step = STEPS[part];
  const runs = inRunningText(document);
  if (step) return sentences.filter((sentence) => sentence.ladder === step && runs(sentence)).map(({ span }) => span);
  if (part === 'fixed_characters') return fixed(document);
  if (part === 'tasks') return tasks.map(({ span }) => span);
  const stated = STATED[part];
  if (stated) return tasks.filter(({ missing }) => !missing.includes(stated)).map(({ span }) => span);
  if (part === 'characters_per_sentence') return sentences.filter((sentence) => sentence.ladder !== null && runs(sentence)).map(({ span }) => span);
  return null;
}

/**
 * @param {Span[]} spans ascending
 * @param {Span} stretch
 */
function inside(spans, { start, end }) {
  return spans.slice(firstFrom(spans, start), firstFrom(spans, end));
}

/** Fixed wording outside of headings, joined where it overlaps. @param {AnalysedDocument} document */
function fixed(document) {
  const { terms, sentences } = document;
  const runs = inRunningText(document);
  const places = terms
    .flatMap(({ kind, occurrences }) => (kind === 'keyword' ? [] : occurrences))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const starts = sentences.map(({ span }) => span);
  /** @type {Span[]} */
  const joined = [];
  for (const { start, end } of places) {
    const sentence = sentences[firstFrom(starts, start + 1) - 1];
    if (!sentence || !runs(sentence)) continue;
    const last = joined[joined.length - 1];
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** @param {Span[]} spans */
function longest(spans) {
  return [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start).slice(0, LONGEST);
}
