import { inStretches } from '../core/schedule.js';
import { fill, rangeIn } from './leaves.js';
import { LAYERS, within } from './marks.js';
import { canPaint, createPaint } from './paint.js';
import { filledLeaves, leavesUnder } from './sequence.js';

/**
 * What is highlighted in the leaves: the marks of the layers, and what comes and goes over them.
 *
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {import('./leaves.js').Leaf} Leaf
 * @typedef {import('./marks.js').Mark} Mark
 * @typedef {import('./sequence.js').Sequence} Sequence
 *
 * @typedef {'chosen' | 'find' | 'evidence'} Painted what comes and goes over the marks
 * @typedef {Mark['layer'] | 'slips' | 'notes' | Painted} Name of paint; findings have one for each severity
 *
 * @typedef {object} Painting
 * @property {boolean} direct whether the browser paints over the text; else marks are elements
 * @property {import('./paint.js').Paint} paint
 * @property {import('./marks.js').Marks | null} marks
 * @property {Record<Painted, Span[]>} spans
 * @property {() => boolean} isEdited whether the text can change under its marks
 */

/** All that is painted. @type {readonly Name[]} */
const PAINTED = [...LAYERS, 'slips', 'notes', 'evidence', 'find', 'chosen'];

/** The severities of findings, by the names of their paint. @type {Partial<Record<Name, Mark['grade']>>} */
const GRADES = { findings: 'error', slips: 'warning', notes: 'info' };

/** Where more places than these are painted, leaves are gone through instead of places. */
const MANY = 50;

/**
 * @param {() => boolean} isEdited
 * @returns {Painting}
 */
export function createPainting(isEdited) {
  return { direct: canPaint(), paint: createPaint(), marks: null, spans: nothing(), isEdited };
}

/** @returns {Record<Painted, Span[]>} */
function nothing() {
  return { chosen: [], find: [], evidence: [] };
}

/** What came over the marks of another state of the text. @param {Painting} painting */
export function forgetSpans(painting) {
  painting.spans = nothing();
}

/**
 * The marks that share a unit with `start..end`, layer by layer.
 *
 * @param {Painting} painting
 * @param {number} start
 * @param {number} end
 */
export function marksWithin({ marks }, start, end) {
  return marks ? LAYERS.flatMap((layer) => within(marks[layer], start, end)) : [];
}

/** Puts a leaf's text on the page, with marks that are elements. @param {Painting} painting @param {Leaf} leaf @param {string} text */
export function write(painting, leaf, text) {
  fill(leaf, text, painting.direct ? null : marksWithin(painting, leaf.start, leaf.end));
}

/** @param {Painting} painting @param {Leaf} leaf */
export function paintLeaf(painting, leaf) {
  if (!painting.direct || !painting.marks) return;
  for (const name of PAINTED) painting.paint.add(name, rangesOf(painting, placesOf(painting, name, leaf), leaf));
}

/**
 * @param {Painting} painting
 * @param {Name} name
 * @param {Leaf} leaf
 * @returns {Span[]}
 */
function placesOf({ marks, spans }, name, leaf) {
  if (name === 'chosen' || name === 'find' || name === 'evidence') return within(spans[name], leaf.start, leaf.end);
  if (!marks) return [];
  const grade = GRADES[name];
  if (grade) return within(marks.findings, leaf.start, leaf.end).filter((mark) => mark.grade === grade);
  return name === 'slips' || name === 'notes' ? [] : within(marks[name], leaf.start, leaf.end);
}

/**
 * @param {Painting} painting
 * @param {Span[]} places
 * @param {Leaf} leaf
 */
function rangesOf({ isEdited }, places, leaf) {
  return places.flatMap(({ start, end }) => {
    const range = leaf.nodes.length > 0 ? rangeIn(leaf, start, end) : null;
    if (!range) return [];
    // In a text that is edited, one that moves with what is typed before it.
    return [isEdited() ? liveRange(range) : new StaticRange(range)];
  });
}

/** @param {StaticRangeInit} range */
export function liveRange({ startContainer, startOffset, endContainer, endOffset }) {
  const live = document.createRange();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live;
}

/**
 * @param {Painting} painting
 * @param {Sequence} sequence
 * @param {Painted} name
 * @param {Span[]} places
 */
export function paintSpans(painting, sequence, name, places) {
  const spans = [...places].sort((a, b) => a.start - b.start);
  painting.spans[name] = spans;
  if (painting.direct) {
    const ranges =
      places.length > MANY
        ? filledLeaves(sequence).flatMap((leaf) => rangesOf(painting, placesOf(painting, name, leaf), leaf))
        : places.flatMap((place) => leavesUnder(sequence, place).flatMap((leaf) => rangesOf(painting, [place], leaf)));
    painting.paint.replace(name, ranges);
  } else if (name === 'chosen') {
    markChosen(sequence, places);
  }
}

/** Where marks are elements. @param {Sequence} sequence @param {Span[]} places */
function markChosen(sequence, places) {
  for (const old of sequence.root.querySelectorAll('.chosen')) old.classList.remove('chosen');
  for (const place of places) {
    for (const leaf of leavesUnder(sequence, place)) {
      const range = leaf.nodes.length > 0 && rangeIn(leaf, place.start, place.end);
      if (range) range.startContainer.parentElement?.classList.add('chosen');
    }
  }
}

/**
 * All marks of the leaves that have their text.
 *
 * @param {Painting} painting
 * @param {Sequence} sequence
 * @param {string | null} text
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether it came to the end
 */
export async function paintAgain(painting, sequence, text, signal) {
  const filled = filledLeaves(sequence);
  if (!painting.direct) {
    return inStretches(filled, (leaf) => text !== null && write(painting, leaf, text), signal);
  }
  // The new paint takes the place of the old one at once, so that nothing flickers.
  const ranges = PAINTED.map(() => /** @type {AbstractRange[]} */ ([]));
  /** @param {Leaf} leaf */
  const gather = (leaf) => {
    for (const [at, name] of PAINTED.entries()) {
      ranges[at]?.push(...rangesOf(painting, placesOf(painting, name, leaf), leaf));
    }
  };
  if (!(await inStretches(filled, gather, signal))) return false;
  const known = new Set(filled);
  for (const leaf of filledLeaves(sequence)) if (!known.has(leaf)) gather(leaf);
  for (const [at, name] of PAINTED.entries()) painting.paint.replace(name, ranges[at] ?? []);
  return true;
}
