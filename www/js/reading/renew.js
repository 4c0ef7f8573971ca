/**
 * A text that changed here and there: what stands on the page already is kept as it stands.
 *
 * @typedef {import('./leaves.js').Leaf} Leaf
 */

import { classOf, tagOf } from './leaves.js';

/**
 * How many leaves at the beginning and at the end hold the new text already; they take the places of
 * the new ones.
 *
 * @param {Leaf[]} old
 * @param {Leaf[]} next
 * @param {string} before the text that `old` was made of
 * @param {string} text
 * @param {boolean} painting whether marks are no elements
 * @returns {{head: number, tail: number}}
 */
export function keepLeaves(old, next, before, text, painting) {
  const most = Math.min(old.length, next.length);
  /** @param {number} mine @param {number} theirs */
  const keeps = (mine, theirs) => {
    const [leaf, wanted] = [old[mine], next[theirs]];
    return leaf !== undefined && wanted !== undefined && adopt(leaf, wanted, before, text, painting);
  };
  let head = 0;
  while (head < most && keeps(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && keeps(old.length - 1 - tail, next.length - 1 - tail)) tail += 1;
  return { head, tail };
}

/**
 * Gives a leaf the places of another, where its elements are what that one's would be.
 *
 * @param {Leaf} leaf
 * @param {Leaf} wanted
 * @param {string} before
 * @param {string} text
 * @param {boolean} painting
 */
function adopt(leaf, wanted, before, text, painting) {
  const { stretches } = wanted;
  /** @type {Leaf['nodes']} */
  const nodes = [];
  if (leaf.nodes.length === 0 && leaf.element.childNodes.length === 0) {
    const same =
      leaf.stretches.length === stretches.length &&
      stretches.every((stretch, at) => sameKind(stretch, leaf.stretches[at])) &&
      before.slice(leaf.start, leaf.end) === text.slice(wanted.start, wanted.end);
    if (!same) return false;
  } else {
    const { childNodes } = leaf.element;
    if (!painting || childNodes.length !== stretches.length) return false;
    for (const [at, stretch] of stretches.entries()) {
      const block = childNodes[at];
      if (!(block instanceof HTMLElement) || block.localName !== tagOf(stretch)) return false;
      if (block.className !== classOf(stretch)) return false;
      if (block.dataset['level'] !== (stretch.level ? String(stretch.level) : undefined)) return false;
      if (block.textContent !== text.slice(stretch.start, stretch.end)) return false;
      block.normalize();
      const node = block.firstChild;
      if (!(node instanceof Text) || block.childNodes.length > 1) return false;
      nodes.push({ start: stretch.start, node });
    }
  }
  Object.assign(leaf, { start: wanted.start, end: wanted.end, stretches, nodes });
  return true;
}

/**
 * @param {import('./leaves.js').Stretch} a
 * @param {import('./leaves.js').Stretch | undefined} b
 */
function sameKind(a, b) {
  return (
    b !== undefined &&
    a.kind === b.kind &&
    a.level === b.level &&
    a.continued === b.continued &&
    a.end - a.start === b.end - b.start
  );
}
