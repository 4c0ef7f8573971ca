import { inBoth } from '../core/say.js';

/**
 * How far a task is. A cell holds the Chinese word, whatever language the page is read in.
 *
 * @typedef {'not_started' | 'under_way' | 'done' | 'late'} Status
 */

/** @type {readonly Status[]} */
export const STATUSES = ['not_started', 'under_way', 'done', 'late'];

/** @param {Status} status */
export const statusWord = (status) => inBoth(`ledger.status.${status}`).zh;

/** @param {string} words @returns {Status | null} */
export function statusOf(words) {
  return STATUSES.find((status) => Object.values(inBoth(`ledger.status.${status}`)).includes(words.trim())) ?? null;
}
