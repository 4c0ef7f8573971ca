/**
 * An analysis in pieces: what a long text gives would hold the page for too long if it came in one
 * message. The worker cuts, the page puts together; each message is a task of its own.
 *
 * @typedef {import('./types.js').Analysis} Analysis
 * @typedef {'blocks' | 'outline' | 'sentences' | 'claims' | 'tasks' | 'terms' | 'findings' |
 *   'set_aside' | 'source_map'} ListName
 * @typedef {{document: number, list: ListName, items: any[]}} Piece
 */

/** How many things one message holds: what the page takes in within some milliseconds. */
const PIECE = 200;

/** @type {ListName[]} */
const LISTS = [
  'blocks',
  'outline',
  'sentences',
  'claims',
  'tasks',
  'terms',
  'findings',
  'set_aside',
  'source_map',
];

/**
 * @param {Analysis} analysis its long lists are taken out
 * @returns {{head: Analysis, pieces: Piece[]}}
 */
export function cut(analysis) {
  /** @type {Piece[]} */
  const pieces = [];
  analysis.documents.forEach((document, index) => {
    const lists = /** @type {Record<ListName, any[]>} */ (/** @type {unknown} */ (document));
    for (const list of LISTS) {
      const items = lists[list];
      if (items.length <= PIECE) continue;
      lists[list] = [];
      for (let at = 0; at < items.length; at += PIECE) {
        pieces.push({ document: index, list, items: items.slice(at, at + PIECE) });
      }
    }
  });
  return { head: analysis, pieces };
}

/**
 * @param {Analysis} head
 * @param {Piece} piece
 */
export function join(head, { document, list, items }) {
  const target = head.documents[document];
  if (!target) return;
  const whole = /** @type {any[]} */ (target[list]);
  for (const item of items) whole.push(item);
}
