import { element } from '../core/dom.js';
import { frame, inStretches, oncePerFrame } from '../core/schedule.js';
import { createPainting, forgetSpans, marksWithin, paintAgain, paintLeaf, paintSpans, write } from './painting.js';
import { bring, inView, placeOf, positionAt } from './position.js';
import { attachAll, begin, clearSequence, createSequence, hurry, leavesUnder, renewSequence, WHOLE } from './sequence.js';

/**
 * The text, set to be read, with its highlights.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {import('./marks.js').Mark} Mark
 * @typedef {import('./leaves.js').Leaf} Leaf
 *
 * @typedef {object} TextPart
 * @property {(document: AnalysedDocument, marks: import('./marks.js').Marks, stay: boolean) => void}
 *   show its beginning; `stay`: where the reader is
 * @property {() => Promise<void>} finish the rest of it; another `show` stops it, and may have it go on
 * @property {() => void} clear
 * @property {(span: Span, first?: boolean) => void} goTo brings a place into view; `first`: to its top
 * @property {(name: import('./painting.js').Painted, spans: Span[]) => void} paint
 * @property {(x: number, y: number) => number | null} positionAt of a point on the screen
 * @property {(position: number) => Mark[]} marksAt those of layers that are on
 * @property {(span: Span) => DOMRect | null} place on the screen; `null` where it is not laid out
 * @property {() => {start: number, end: number}} inView
 * @property {() => void} fillAll for print and editing, which wait for nothing
 * @property {() => Promise<void>} paintAgain all marks, in the way that the page is used now
 *
 * @typedef {object} Held
 * @property {AnalysedDocument | null} shown
 * @property {HTMLElement} scroller
 * @property {import('./sequence.js').Sequence} sequence
 * @property {import('./painting.js').Painting} painting
 * @property {AbortController} task
 * @property {boolean} stale whether the leaves on the page have the marks of an earlier pass
 * @property {boolean} scrolled whether the text may stand elsewhere than at its top
 */

/**
 * @param {HTMLElement} root where the leaves go
 * @param {HTMLElement} scroller
 * @param {import('../core/types.js').App} app
 * @param {() => void} moved called when another part of the text came into view
 * @returns {TextPart}
 */
export function createText(root, scroller, { state }, moved) {
  const sequence = createSequence(root, scroller, (leaf) => fillLeaf(held, leaf));
  const painting = createPainting(() => state.get().editing);
  /** @type {Held} */
  const held = { shown: null, scroller, sequence, painting, task: new AbortController(), stale: false, scrolled: false };
  const onScroll = oncePerFrame(moved);
  scroller.addEventListener(
    'scroll',
    () => {
      held.scrolled = true;
      onScroll();
    },
    { passive: true },
  );
  return {
    show: (document, marks, stay) => show(held, document, marks, stay),
    finish: () => finish(held),
    clear() {
      held.task.abort();
      held.shown = null;
      painting.marks = null;
      clearLeaves(held);
    },
    goTo(span, first = false) {
      hurry(sequence, span.end);
      for (const leaf of leavesUnder(sequence, span)) fillLeaf(held, leaf);
      bring(sequence, scroller, span, first);
    },
    paint: (name, spans) => paintSpans(painting, sequence, name, spans),
    positionAt: (x, y) => positionAt(sequence, x, y),
    marksAt(position) {
      const { layers } = state.get();
      return marksWithin(painting, position, position + 1).filter((mark) => layers[mark.layer]);
    },
    place: (span) => placeOf(sequence, span),
    inView: () => inView(sequence, scroller),
    fillAll() {
      hurry(sequence, Infinity);
      for (const leaf of sequence.leaves) fillLeaf(held, leaf);
    },
    async paintAgain() {
      await repaint(held, held.task.signal);
    },
  };
}

/** @param {Held} held @param {Leaf} leaf */
function fillLeaf({ shown, sequence, painting }, leaf) {
  if (!shown || leaf.nodes.length > 0) return;
  write(painting, leaf, shown.text);
  sequence.watcher.unobserve(leaf.element);
  paintLeaf(painting, leaf);
}

/**
 * @param {Held} held
 * @param {AnalysedDocument} document
 * @param {import('./marks.js').Marks} marks
 * @param {boolean} stay
 */
function show(held, document, marks, stay) {
  const { shown: before, sequence, painting, scroller } = held;
  held.task.abort();
  held.task = new AbortController();
  const same = before !== null && before.text === document.text && sameBlocks(before, document);
  held.shown = document;
  painting.marks = marks;
  held.stale = same || (stay && before !== null && renew(held, document, before.text));
  if (held.stale) return;
  clearLeaves(held);
  // Setting it would have the page laid out at once.
  if (held.scrolled && !stay) scroller.scrollTop = 0;
  held.scrolled &&= stay;
  begin(sequence, document);
}

/**
 * @param {Held} held
 * @param {AnalysedDocument} document
 * @param {string} before
 */
function renew({ sequence, painting }, document, before) {
  const all = renewSequence(sequence, document, before, painting.direct, (leaf) => write(painting, leaf, document.text));
  if (all) forgetSpans(painting);
  return all;
}

/** @param {Held} held */
async function finish(held) {
  const { sequence, shown } = held;
  const { signal } = held.task;
  if (held.stale && !(await repaint(held, signal))) return;
  held.stale = false;
  if (!(await attachAll(sequence, signal)) || !shown || shown.text.length > WHOLE) return;
  await inStretches(sequence.leaves, (leaf) => fillLeaf(held, leaf), signal, frame);
}

/** @param {Held} held @param {AbortSignal} signal */
function repaint({ painting, sequence, shown }, signal) {
  return paintAgain(painting, sequence, shown?.text ?? null, signal);
}

/** @param {Held} held */
function clearLeaves({ sequence, painting }) {
  painting.paint.clear();
  forgetSpans(painting);
  clearSequence(sequence);
}

/**
 * @param {AnalysedDocument} a
 * @param {AnalysedDocument} b
 */
function sameBlocks(a, b) {
  return (
    a.blocks.length === b.blocks.length &&
    a.blocks.every((block, index) => block.kind === b.blocks[index]?.kind)
  );
}

/** What a reader sees where a text has nothing in it. @param {string} words */
export function emptyText(words) {
  return element('p', { class: 'empty' }, words);
}
