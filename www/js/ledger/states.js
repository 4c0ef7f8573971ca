import { inBoth } from '../core/say.js';

/**
 * How far a task is. A cell holds the Chinese word, whatever language the page is read in.
 *
 * @typedef {'waiting' | 'running' | 'done' | 'late'} State
 */

/** @type {readonly State[]} */
export const STATES = ['waiting', 'running', 'done', 'late'];

/** @param {State} state */
export const stateWord = (state) => inBoth(`ledger.state.${state}`).zh;

/** @param {string} words @returns {State | null} */
export function stateOf(words) {
  return STATES.find((state) => Object.values(inBoth(`ledger.state.${state}`)).includes(words.trim())) ?? null;
}
