import { applied, difference } from './change.js';

/**
 * What was changed in a text, step by step, each with its way back.
 *
 * @typedef {{start: number, removed: string, added: string}} Step of the source
 * @typedef {{done: Step[], undone: Step[]}} History
 */

/** So many steps can be taken back. */
const MOST = 500;

/** @type {History} */
export const NO_HISTORY = Object.freeze({ done: [], undone: [] });

/**
 * The history after a text was changed.
 *
 * @param {History} history
 * @param {string} before
 * @param {string} after
 * @returns {History}
 */
export function recorded(history, before, after) {
  const change = difference(before, after);
  if (!change) return history;
  const step = { start: change.start, removed: before.slice(change.start, change.end), added: change.words };
  return { done: [...history.done, step].slice(-MOST), undone: [] };
}

/**
 * The text and the history one step back or forth, and where the change was.
 *
 * @param {History} history
 * @param {string} source
 * @param {'undo' | 'redo'} way
 * @returns {{history: History, source: string, place: import('../core/types.js').Span} | null}
 */
export function stepped(history, source, way) {
  const step = (way === 'undo' ? history.done : history.undone).at(-1);
  if (!step) return null;
  const [gone, come] = way === 'undo' ? [step.added, step.removed] : [step.removed, step.added];
  const next =
    way === 'undo'
      ? { done: history.done.slice(0, -1), undone: [...history.undone, step] }
      : { done: [...history.done, step], undone: history.undone.slice(0, -1) };
  return {
    history: next,
    source: applied(source, [{ start: step.start, end: step.start + gone.length, words: come }]),
    place: { start: step.start, end: step.start + come.length },
  };
}
