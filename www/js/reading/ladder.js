/**
 * The 虚实 ladder of any stretch of a document, in characters a step, from sums made once.
 *
 * @typedef {'measurable' | 'concrete' | 'formulaic' | 'general'} Step
 * @typedef {Record<Step, number>} Shares characters a step
 */

import { firstFrom } from './marks.js';
import { inRunningText } from './running.js';

/** From 实 to 虚. @type {readonly Step[]} */
export const STEPS = ['measurable', 'concrete', 'general', 'formulaic'];

/**
 * @param {import('../core/types.js').AnalysedDocument} document
 * @returns {(start: number, end: number) => Shares}
 */
export function ladderOf(document) {
  const { sentences } = document;
  const runs = inRunningText(document);
  const starts = sentences.map(({ span }) => span);
  const sums = Object.fromEntries(
    STEPS.map((step) => [step, new Float64Array(sentences.length + 1)]),
  );
  sentences.forEach((sentence, index) => {
    const { span, ladder } = sentence;
    const counts = runs(sentence);
    for (const step of STEPS) {
      const sum = /** @type {Float64Array} */ (sums[step]);
      sum[index + 1] = (sum[index] ?? 0) + (counts && ladder === step ? span.end - span.start : 0);
    }
  });
  return (start, end) => {
    const from = firstFrom(starts, start);
    const to = firstFrom(starts, end);
    /** @param {Step} step */
    const share = (step) => (sums[step]?.[to] ?? 0) - (sums[step]?.[from] ?? 0);
    return {
      measurable: share('measurable'),
      concrete: share('concrete'),
      formulaic: share('formulaic'),
      general: share('general'),
    };
  };
}

/**
 * As the scores of a document or a section count them: letters and digits alone, no marks.
 *
 * @param {import('../core/types.js').ScoreSet} scores
 * @returns {Shares}
 */
export function sharesOf({ specificity: { parts } }) {
  return {
    measurable: parts.measurable_characters ?? 0,
    concrete: parts.concrete_characters ?? 0,
    formulaic: parts.formulaic_characters ?? 0,
    general: parts.general_characters ?? 0,
  };
}

/**
 * The share of 实 (measurable and concrete), 0–100; `null` where nothing is graded.
 * @param {Shares} shares
 */
export function solidity({ measurable, concrete, formulaic, general }) {
  const all = measurable + concrete + formulaic + general;
  return all === 0 ? null : (100 * (measurable + concrete)) / all;
}
