import { profiles } from '../../generated/tables.js';

/**
 * Which rules a kind of text is held to: a speech to others than an official letter.
 */

/** What a reader can choose: all rules, those of the kind that a document is taken for, or those of one kind. */
export const PROFILES = ['all', 'auto', ...Object.keys(profiles)];

/**
 * The profile that a document is held to.
 *
 * @param {string} chosen of `PROFILES`
 * @param {string} kind of document
 * @returns {string} `all` where nothing is left out
 */
export function profileFor(chosen, kind) {
  if (chosen !== 'auto') return chosen;
  return Object.keys(profiles).find((name) => profiles[name]?.kinds.includes(kind)) ?? 'all';
}

/**
 * Which rules a document is not held to.
 *
 * @param {string} chosen of `PROFILES`
 * @param {string} kind of document
 * @returns {ReadonlySet<string>} their ids
 */
export function leftOut(chosen, kind) {
  return new Set(profiles[profileFor(chosen, kind)]?.leavesOut);
}
