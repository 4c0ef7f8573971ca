/**
 * The text as leaves: stretches of some thousand characters, each one element of the page, filled
 * when its turn comes. So a text of ten million characters is read as easily as one of ten thousand.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('./marks.js').Mark} Mark
 *
 * @typedef {object} Stretch a block or, of a very long one, a piece
 * @property {string} kind
 * @property {number} level of a heading, 0 for all else
 * @property {number} start
 * @property {number} end
 * @property {boolean} continued not the first piece of its block
 *
 * @typedef {object} Leaf
 * @property {number} start
 * @property {number} end
 * @property {Stretch[]} stretches
 * @property {HTMLElement} element
 * @property {{start: number, node: Text}[]} nodes ascending; empty until the leaf is filled
 */

import { element } from '../core/dom.js';
import { within } from './marks.js';

/** Characters in a leaf of several blocks: about what a screen shows, so that it is laid out soon. */
const LEAF = 1200;
/** Near the beginning, which is laid out while much else is drawn, a leaf is a third as large. */
const FIRST_LEAF = 400;
/** So far down is near the beginning. */
const BEGINNING = 4000;
/** Characters in the longest piece of a block; no paragraph that people write is cut. */
const PIECE = 4000;
/** Characters in a line of the measure, for the guess at a leaf's height before it is filled. */
const LINE = 34;

/**
 * The leaves of a document, each made when it is asked for.
 *
 * @param {AnalysedDocument} document
 * @returns {Generator<Leaf>}
 */
export function* leavesOf(document) {
  const levels = levelsOf(document);
  /** @type {Stretch[]} */
  let open = [];
  let size = 0;
  for (const block of document.blocks) {
    const { start, end } = block.span;
    const level = block.kind === 'heading' ? (levels.get(start) ?? 1) : 0;
    for (let from = start; from < end; ) {
      const to = pieceEnd(document.text, from, end);
      if (size > 0 && size + to - from > (from < BEGINNING ? FIRST_LEAF : LEAF)) {
        yield leaf(open);
        open = [];
        size = 0;
      }
      open.push({ kind: block.kind, level, start: from, end: to, continued: from > start });
      size += to - from;
      from = to;
    }
  }
  if (open.length > 0) yield leaf(open);
}

/**
 * @param {Stretch[]} stretches
 * @returns {Leaf}
 */
function leaf(stretches) {
  return {
    start: stretches[0]?.start ?? 0,
    end: stretches[stretches.length - 1]?.end ?? 0,
    stretches,
    element: leafElement(stretches),
    nodes: [],
  };
}

/**
 * @param {Stretch[]} stretches
 */
function leafElement(stretches) {
  const made = element('div', { class: 'leaf' });
  const lines = stretches.reduce(
    (sum, { start, end }) => sum + Math.ceil((end - start) / LINE) + 0.5,
    0,
  );
  made.style.setProperty('--lines', String(Math.ceil(lines)));
  return made;
}

/**
 * Where a piece that begins at `from` ends: never between the halves of one character.
 * @param {string} text
 * @param {number} from
 * @param {number} end
 */
function pieceEnd(text, from, end) {
  if (end - from <= PIECE) return end;
  const to = from + PIECE;
  const unit = text.charCodeAt(to);
  return unit >= 0xdc00 && unit <= 0xdfff ? to + 1 : to;
}

/**
 * The level of every heading, by where it starts.
 * @param {AnalysedDocument} document
 */
function levelsOf(document) {
  /** @type {Map<number, number>} */
  const levels = new Map();
  const rest = [...document.outline];
  for (let heading = rest.pop(); heading; heading = rest.pop()) {
    levels.set(heading.span.start, heading.level);
    for (const child of heading.children) rest.push(child);
  }
  return levels;
}

/**
 * Puts a leaf's text into its element.
 *
 * @param {Leaf} leaf
 * @param {string} text
 * @param {Mark[] | null} marks what to wrap in `<mark>`; `null` where highlights need no elements
 */
export function fill(leaf, text, marks) {
  leaf.nodes = [];
  leaf.element.replaceChildren(
    ...leaf.stretches.map((stretch) => {
      const made = element(tagOf(stretch), {
        class: classOf(stretch),
        'data-level': stretch.level || undefined,
      });
      const inside = marks && within(sorted(marks), stretch.start, stretch.end);
      if (inside && inside.length > 0) fillMarked(leaf, made, text, stretch, inside);
      else addText(leaf, made, text, stretch.start, stretch.end);
      return made;
    }),
  );
}

/** @param {Mark[]} marks */
function sorted(marks) {
  return marks.sort((a, b) => a.start - b.start);
}

/** @param {Stretch} stretch */
export function classOf({ kind, continued }) {
  return `block ${kind}${continued ? ' continued' : ''}`;
}

/** @param {Stretch} stretch @returns {keyof HTMLElementTagNameMap} */
export function tagOf({ kind, level, continued }) {
  if (kind === 'title' && !continued) return 'h2';
  if (level > 0 && !continued) {
    return /** @type {'h3' | 'h4' | 'h5' | 'h6'} */ (`h${Math.min(level + 2, 6)}`);
  }
  return 'p';
}

/**
 * @param {Leaf} leaf
 * @param {Node} parent
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function addText(leaf, parent, text, start, end) {
  const node = document.createTextNode(text.slice(start, end));
  leaf.nodes.push({ start, node });
  parent.appendChild(node);
}

/**
 * Without the CSS Custom Highlight API: cuts the text at every mark's ends and wraps what is marked.
 *
 * @param {Leaf} leaf
 * @param {Node} parent
 * @param {string} text
 * @param {Stretch} stretch
 * @param {Mark[]} marks
 */
function fillMarked(leaf, parent, text, stretch, marks) {
  const cuts = new Set([stretch.start, stretch.end]);
  for (const mark of marks) {
    cuts.add(Math.max(mark.start, stretch.start));
    cuts.add(Math.min(mark.end, stretch.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  places.slice(0, -1).forEach((start, at) => {
    const end = /** @type {number} */ (places[at + 1]);
    const layers = new Set(
      marks.filter((mark) => mark.start <= start && mark.end >= end).map((mark) => mark.layer),
    );
    if (layers.size === 0) {
      addText(leaf, parent, text, start, end);
      return;
    }
    const wrapped = element('mark', { class: [...layers].join(' ') });
    addText(leaf, wrapped, text, start, end);
    parent.appendChild(wrapped);
  });
}

/**
 * The leaf that holds a position, or the nearest before it.
 *
 * @param {Leaf[]} leaves
 * @param {number} position
 * @returns {number} -1 where there are none
 */
export function leafAt(leaves, position) {
  return lastUpTo(leaves, position);
}

/**
 * The page's range for a span within a filled leaf.
 *
 * @param {Leaf} leaf
 * @param {number} start
 * @param {number} end
 * @returns {{startContainer: Text, startOffset: number, endContainer: Text, endOffset: number} | null}
 */
export function rangeIn(leaf, start, end) {
  const from = Math.max(start, leaf.start);
  const to = Math.min(end, leaf.end);
  if (from >= to) return null;
  const first = leaf.nodes[lastUpTo(leaf.nodes, from)];
  const last = leaf.nodes[lastUpTo(leaf.nodes, to - 1)];
  if (!first || !last) return null;
  return {
    startContainer: first.node,
    startOffset: Math.min(from - first.start, first.node.length),
    endContainer: last.node,
    endOffset: Math.min(to - last.start, last.node.length),
  };
}

/**
 * @param {{start: number}[]} ascending
 * @param {number} position
 */
function lastUpTo(ascending, position) {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {{start: number}} */ (ascending[middle]).start <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
