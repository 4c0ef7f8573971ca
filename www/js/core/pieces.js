/**
 * An analysis in pieces: what a long text gives would hold the page for too long if it came in one
 * message. The worker cuts, the page puts together; each message is a task of its own.
 *
 * @typedef {import('./types.js').Analysis} Analysis
 * @typedef {'blocks' | 'outline' | 'announcements' | 'sentences' | 'claims' | 'tasks' | 'terms' | 'findings' |
 *   'set_aside' | 'source_map'} ListName
 * @typedef {{document: number, list: ListName, items: any[]}} Piece
 */

/** How many things one message holds: what the page takes in within some milliseconds. */
const PIECE = 200;

/** @type {ListName[]} */
const LISTS = [
  'blocks',
  'outline',
  'announcements',
  'sentences',
  'claims',
  'tasks',
  'terms',
  'findings',
  'set_aside',
  'source_map',
];

/**
 * @param {Analysis} analysis its lists are taken out
 * @returns {{head: Analysis, messages: Piece[][]}}
 */
export function cut(analysis) {
  /** @type {Piece[]} */
  let open = [];
  let size = 0;
  const messages = [open];
  analysis.documents.forEach((document, index) => {
    const lists = /** @type {Record<ListName, any[]>} */ (/** @type {unknown} */ (document));
    for (const list of LISTS) {
      const items = lists[list];
      lists[list] = [];
      for (let at = 0; at < items.length; ) {
        const piece = items.slice(at, at + PIECE - size);
        open.push({ document: index, list, items: piece });
        at += piece.length;
        size += piece.length;
        if (size < PIECE) continue;
        open = [];
        size = 0;
        messages.push(open);
      }
    }
  });
  return { head: analysis, messages };
}

/**
 * @param {Analysis} head
 * @param {Piece[]} pieces
 */
export function join(head, pieces) {
  for (const { document, list, items } of pieces) {
    const target = head.documents[document];
    if (!target) continue;
    const whole = /** @type {any[]} */ (target[list]);
    for (const item of items) whole.push(item);
  }
}
