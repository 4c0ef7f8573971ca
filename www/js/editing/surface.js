/**
 * The text as it stands in elements that a reader types into. A browser may leave them in any shape: what
 * counts is the words, a line end between two blocks.
 *
 * @typedef {{node: Node, offset: number}} Point
 */

/**
 * @param {Element} root
 * @returns {Generator<{words: string, node: Node | null}>} `node` is the text node that holds the words
 */
function* pieces(root) {
  let first = true;
  for (const leaf of root.children) {
    for (const block of leaf.childNodes) {
      const continued = block instanceof Element && block.classList.contains('continued');
      if (!first && !continued) yield { words: '\n', node: null };
      first = false;
      yield* inside(block, block);
    }
  }
}

/**
 * @param {Node} node
 * @param {Node} block
 * @returns {Generator<{words: string, node: Node | null}>}
 */
function* inside(node, block) {
  if (node instanceof Text) yield { words: node.data, node };
  // The last one only keeps an empty line open.
  else if (node instanceof HTMLBRElement && node !== block.lastChild) yield { words: '\n', node };
  else for (const child of node.childNodes) yield* inside(child, block);
}

/** The words. @param {Element} root */
export function wordsOf(root) {
  let words = '';
  for (const piece of pieces(root)) words += piece.words;
  return words;
}

/**
 * How many units stand before a point.
 * @param {Element} root
 * @param {Node} node
 * @param {number} offset
 */
export function positionOf(root, node, offset) {
  // Between two children: before the first text of the later one.
  const inner = node instanceof Text ? null : (node.childNodes[offset] ?? null);
  let position = 0;
  for (const piece of pieces(root)) {
    if (piece.node === node) return position + offset;
    if (piece.node && inner && (inner === piece.node || inner.contains(piece.node))) return position;
    if (piece.node && !(node instanceof Text) && !inner) {
      const order = node.compareDocumentPosition(piece.node);
      const behind = order & Node.DOCUMENT_POSITION_FOLLOWING && !(order & Node.DOCUMENT_POSITION_CONTAINED_BY);
      if (behind) return Math.max(0, position - 1);
    }
    position += piece.words.length;
  }
  return position;
}

/**
 * The point at a position.
 * @param {Element} root
 * @param {number} position
 * @returns {Point | null}
 */
export function pointAt(root, position) {
  let before = 0;
  /** @type {Point | null} */
  let last = null;
  for (const { words, node } of pieces(root)) {
    const after = before + words.length;
    if (node instanceof Text) {
      if (position >= before && position <= after) return { node, offset: position - before };
      last = { node, offset: node.length };
      if (before > position) return last;
    }
    before = after;
  }
  return last;
}
