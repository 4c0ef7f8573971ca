import { rangeIn } from './leaves.js';
import { liveRange } from './painting.js';
import { leavesUnder } from './sequence.js';

/**
 * Places of the text on the screen, and points of the screen in the text.
 *
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {import('./leaves.js').Leaf} Leaf
 * @typedef {import('./sequence.js').Sequence} Sequence
 */

/**
 * The first line of a place on the screen; `null` where it is not laid out.
 *
 * @param {Sequence} sequence
 * @param {Span} span
 */
export function placeOf(sequence, span) {
  const [leaf] = leavesUnder(sequence, span);
  if (!leaf || leaf.nodes.length === 0 || !leaf.element.isConnected) return null;
  const range = rangeIn(leaf, span.start, Math.max(span.end, span.start + 1));
  if (!range) return null;
  const live = liveRange(range);
  const [line] = live.getClientRects();
  return line ?? live.getBoundingClientRect();
}

/**
 * Scrolls until a place is in view, unless it is.
 *
 * @param {Sequence} sequence
 * @param {HTMLElement} scroller
 * @param {Span} span
 * @param {boolean} first to its top
 */
export function bring(sequence, scroller, span, first) {
  const centre = () => {
    const place = placeOf(sequence, span);
    if (!place) return;
    const box = scroller.getBoundingClientRect();
    if (first) {
      scroller.scrollTop += place.top - box.top - 6;
      return;
    }
    if (place.top >= box.top + 90 && place.bottom <= box.bottom - 60) return;
    scroller.scrollTop += place.top - box.top - box.height / 3;
  };
  centre();
  // Leaves that came into view on the way have their true height now.
  requestAnimationFrame(() => {
    centre();
    requestAnimationFrame(centre);
  });
}

/**
 * The position of the character under a point of the screen.
 *
 * @param {Sequence} sequence
 * @param {number} x
 * @param {number} y
 * @returns {number | null}
 */
export function positionAt({ byElement }, x, y) {
  const caret = caretAt(x, y);
  if (!caret || !(caret.node instanceof Text)) return null;
  const holder = caret.node.parentElement?.closest('.leaf');
  const leaf = holder && byElement.get(holder);
  const found = leaf && leaf.nodes.find(({ node }) => node === caret.node);
  if (!found) return null;
  // A caret stands between characters; the one under the pointer may be before it.
  for (const offset of [caret.offset, caret.offset - 1]) {
    if (offset < 0 || offset >= found.node.length) continue;
    const range = document.createRange();
    range.setStart(found.node, offset);
    range.setEnd(found.node, offset + 1);
    for (const box of range.getClientRects()) {
      const hit = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      if (hit) return found.start + offset;
    }
  }
  return null;
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {{node: Node, offset: number} | null}
 */
function caretAt(x, y) {
  const page = /** @type {any} */ (document);
  if (page.caretPositionFromPoint) {
    const caret = page.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = page.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** The stretch of the text that is seen. @param {Sequence} sequence @param {HTMLElement} scroller */
export function inView({ leaves }, scroller) {
  const box = scroller.getBoundingClientRect();
  const first = leafAtHeight(leaves, scroller.scrollTop);
  const last = leafAtHeight(leaves, scroller.scrollTop + box.height);
  return { start: positionIn(first, box.top), end: positionIn(last, box.bottom) };
}

/**
 * @param {Leaf[]} leaves
 * @param {number} height from the top of the scrolled content
 */
function leafAtHeight(leaves, height) {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const leaf = /** @type {Leaf} */ (leaves[middle]);
    if (leaf.element.isConnected && leaf.element.offsetTop <= height) low = middle + 1;
    else high = middle;
  }
  return leaves[Math.max(0, low - 1)];
}

/**
 * The position of the text that stands at a height of the screen; a guess by share.
 * @param {Leaf | undefined} leaf
 * @param {number} y
 */
function positionIn(leaf, y) {
  if (!leaf) return 0;
  for (const child of leaf.element.children) {
    const box = child.getBoundingClientRect();
    if (box.bottom < y) continue;
    const index = [...leaf.element.children].indexOf(child);
    const stretch = leaf.stretches[index];
    if (!stretch) break;
    const share = Math.min(1, Math.max(0, (y - box.top) / (box.height || 1)));
    return Math.round(stretch.start + share * (stretch.end - stretch.start));
  }
  return y < leaf.element.getBoundingClientRect().top ? leaf.start : leaf.end;
}
