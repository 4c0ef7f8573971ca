import { frame, inStretches } from '../core/schedule.js';
import { leafAt, leavesOf } from './leaves.js';
import { keepLeaves } from './renew.js';

/**
 * The leaves of the text that is shown, as they come onto the page, one after the other.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {import('./leaves.js').Leaf} Leaf
 *
 * @typedef {object} Sequence
 * @property {HTMLElement} root where the leaves go
 * @property {Leaf[]} leaves
 * @property {Map<Element, Leaf>} byElement
 * @property {Generator<Leaf> | null} coming leaves that are not made yet
 * @property {number} attached so many of the leaves are on the page
 * @property {IntersectionObserver} watcher has a leaf filled that comes near
 * @property {(leaf: Leaf) => void} fill puts a leaf's text on the page
 */

/** Texts up to so many characters are filled whole; longer ones around what is in view. */
export const WHOLE = 400_000;

/** So many leaves stand near the beginning: each is laid out when it comes, in a frame of its own. */
const NEAR = 6;

/** Leaves that are put on the page at once where none of them is near. */
const BATCH = 16;

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} scroller
 * @param {(leaf: Leaf) => void} fill
 * @returns {Sequence}
 */
export function createSequence(root, scroller, fill) {
  /** @type {Map<Element, Leaf>} */
  const byElement = new Map();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const leaf = byElement.get(target);
        if (isIntersecting && leaf && leaf.nodes.length === 0) fill(leaf);
      }
    },
    { root: scroller, rootMargin: '800px 0px' },
  );
  return { root, leaves: [], byElement, coming: null, attached: 0, watcher, fill };
}

/** The first leaf of another document; the others wait. @param {Sequence} sequence @param {AnalysedDocument} document */
export function begin(sequence, document) {
  sequence.coming = leavesOf(document);
  if (take(sequence)) attach(sequence, 1);
}

/** @param {Sequence} sequence */
export function clearSequence(sequence) {
  sequence.watcher.disconnect();
  sequence.byElement.clear();
  sequence.coming = null;
  sequence.attached = 0;
  sequence.root.replaceChildren();
  sequence.leaves = [];
}

/** Takes the next leaf in; whether there was one. @param {Sequence} sequence */
function take(sequence) {
  const next = sequence.coming?.next();
  if (!next || next.done) {
    sequence.coming = null;
    return false;
  }
  sequence.leaves.push(next.value);
  sequence.byElement.set(next.value.element, next.value);
  return true;
}

/**
 * Puts leaves on the page, up to this many in all; those near the beginning with their text.
 *
 * @param {Sequence} sequence
 * @param {number} count
 */
function attach(sequence, count) {
  const fresh = sequence.leaves.slice(sequence.attached, count);
  sequence.root.append(...fresh.map(({ element }) => element));
  for (const leaf of fresh) {
    sequence.attached += 1;
    if (sequence.attached <= NEAR) sequence.fill(leaf);
    else if (leaf.nodes.length === 0) sequence.watcher.observe(leaf.element);
  }
}

/** @param {Sequence} sequence */
function attachSome(sequence) {
  if (sequence.attached >= sequence.leaves.length) return false;
  attach(sequence, sequence.attached + BATCH);
  return true;
}

/**
 * All leaves that are not on the page yet.
 *
 * @param {Sequence} sequence
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether it came to the end
 */
export async function attachAll(sequence, signal) {
  // What can be seen comes leaf by leaf, each laid out in a frame of its own.
  while (sequence.attached < NEAR && (sequence.attached < sequence.leaves.length || take(sequence))) {
    attach(sequence, sequence.attached + 1);
    await frame();
    if (signal.aborted) return false;
  }
  const nothing = () => {};
  if (!(await inStretches(repeated(() => take(sequence)), nothing, signal))) return false;
  return inStretches(repeated(() => attachSome(sequence)), nothing, signal, frame);
}

/** So that a place can be gone to before its turn has come. @param {Sequence} sequence @param {number} position */
export function hurry(sequence, position) {
  const { leaves } = sequence;
  while (sequence.coming && (leaves[leaves.length - 1]?.end ?? 0) <= position) take(sequence);
  attach(sequence, Math.max(sequence.attached, leafAt(leaves, position) + 1));
}

/**
 * Puts another state of the text in the place of the one that stands there, and touches only what
 * differs; whether all of it stood there.
 *
 * @param {Sequence} sequence
 * @param {AnalysedDocument} document
 * @param {string} before the text as it was shown
 * @param {boolean} painting whether marks are no elements
 * @param {(leaf: Leaf) => void} write as `fill` does, without its paint: all is painted anew when it stands
 */
export function renewSequence(sequence, document, before, painting, write) {
  const { leaves, byElement, watcher, root } = sequence;
  if (sequence.coming || sequence.attached < leaves.length || leaves.length === 0) return false;
  const next = [...leavesOf(document)];
  if (next.length === 0) return false;
  const { head, tail } = keepLeaves(leaves, next, before, document.text, painting);
  const fresh = next.slice(head, next.length - tail);
  const behind = leaves[leaves.length - tail]?.element ?? null;
  for (const leaf of leaves.slice(head, leaves.length - tail)) {
    byElement.delete(leaf.element);
    watcher.unobserve(leaf.element);
    leaf.element.remove();
  }
  for (const leaf of fresh) {
    byElement.set(leaf.element, leaf);
    if (document.text.length <= WHOLE) write(leaf);
    else watcher.observe(leaf.element);
    root.insertBefore(leaf.element, behind);
  }
  sequence.leaves = [...leaves.slice(0, head), ...fresh, ...leaves.slice(leaves.length - tail)];
  sequence.attached = sequence.leaves.length;
  return true;
}

/** The leaves that a span touches. @param {Sequence} sequence @param {Span} span */
export function leavesUnder({ leaves }, { start, end }) {
  const first = Math.max(0, leafAt(leaves, start));
  const last = Math.max(0, leafAt(leaves, Math.max(start, end - 1)));
  return leaves.slice(first, last + 1);
}

/** Those that have their text. @param {Sequence} sequence */
export function filledLeaves({ leaves }) {
  return leaves.filter((leaf) => leaf.nodes.length > 0);
}

/**
 * Calls `work` again and again, until it says that there is nothing left.
 * @param {() => boolean} work
 * @returns {Generator<void>}
 */
function* repeated(work) {
  while (work()) yield;
}
