/**
 * The scores and their parts, in the order in which they are told.
 *
 * @typedef {import('../core/types.js').ScoreName} ScoreName
 */

/** @type {readonly ScoreName[]} */
export const SCORES = [
  'specificity',
  'formula_density',
  'accountability',
  'target_firmness',
  'outlook',
  'parallelism',
  'readability',
];

/** Whole before parts, 实 before 虚; others follow as they come. */
const PARTS = [
  'graded_characters',
  'measurable_characters',
  'concrete_characters',
  'general_characters',
  'formulaic_characters',
  'tasks',
  'with_measure',
  'with_deadline',
  'with_owner',
  'hard',
  'soft',
  'neither',
  'runs',
  'characters_in_runs',
  'fixed_characters',
  'forward_characters',
  'characters_per_sentence',
  'characters_per_clause',
  'adverb_share',
  'conjunction_share',
  'mattr',
  'characters',
];

/**
 * @param {import('../core/types.js').Score['parts']} parts
 * @returns {[string, number][]}
 */
export function inOrder(parts) {
  const place = (/** @type {string} */ part) => (PARTS.indexOf(part) + PARTS.length + 1) % (PARTS.length + 1);
  return Object.entries(parts).sort(([a], [b]) => place(a) - place(b));
}

/**
 * @param {string} part
 * @param {import('../core/say.js').Say} say
 */
export function partName(part, say) {
  return say.known(`part.${part}`) ?? part.replaceAll('_', ' ');
}
