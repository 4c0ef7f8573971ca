/**
 * What was done to the rows of a sheet, step by step, each with its way back.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {{at: number, removed: readonly Row[], added: readonly Row[]}} Step
 * @typedef {{done: readonly Step[], undone: readonly Step[]}} History
 */

/** So many steps can be taken back. */
const MOST = 500;

/** @type {History} */
export const NO_STEPS = Object.freeze({ done: [], undone: [] });

/**
 * What makes other rows of these; `null` where they are the same.
 *
 * @param {readonly Row[]} before
 * @param {readonly Row[]} after
 * @returns {Step | null}
 */
export function stepBetween(before, after) {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at += 1;
  let tail = 0;
  while (tail < most - at && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [removed, added] = [before.slice(at, before.length - tail), after.slice(at, after.length - tail)];
  return removed.length + added.length === 0 ? null : { at, removed, added };
}

/** @param {History} history @param {Step} step @returns {History} */
export const recorded = ({ done }, step) => ({ done: [...done, step].slice(-MOST), undone: [] });

/**
 * Rows and history one step back or forth, and the rows that came with it.
 *
 * @param {History} history
 * @param {readonly Row[]} rows
 * @param {'undo' | 'redo'} way
 * @returns {{history: History, rows: readonly Row[], come: readonly Row[], at: number} | null}
 */
export function stepped({ done, undone }, rows, way) {
  const step = (way === 'undo' ? done : undone).at(-1);
  if (!step) return null;
  const [gone, come] = way === 'undo' ? [step.added, step.removed] : [step.removed, step.added];
  const history =
    way === 'undo' ? { done: done.slice(0, -1), undone: [...undone, step] } : { done: [...done, step], undone: undone.slice(0, -1) };
  return { history, come, at: step.at, rows: [...rows.slice(0, step.at), ...come, ...rows.slice(step.at + gone.length)] };
}
