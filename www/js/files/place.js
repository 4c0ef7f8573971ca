import { recall, remember } from '../core/memory.js';
import { isKeepingAsked } from './storage.js';

/**
 * Which text and which table were open, over a reload: kept only where the texts are.
 *
 * @typedef {{entry: number, document: number, table: import('../core/types.js').TableName}} Place `entry` counts the texts
 */

const KEY = 'xushi-place';

/** @param {readonly import('../core/types.js').TableName[]} tables @returns {Place | null} */
export function savedPlace(tables) {
  const [entry = '', document = '', table = ''] = isKeepingAsked() ? (recall(KEY) ?? '').split('/') : [];
  const known = tables.find((name) => name === table);
  return known ? { entry: Number(entry), document: Number(document), table: known } : null;
}

/** @param {import('../core/state.js').State<import('../core/types.js').Shown>} state */
export function keepPlace(state) {
  state.on(['keep', 'entries', 'current', 'document', 'table'], () => {
    const { keep, entries, current, document, table } = state.get();
    const at = entries.findIndex(({ id }) => id === current);
    if (!keep) remember(KEY, null);
    else if (at >= 0) remember(KEY, [at, document, table].join('/'));
  });
}
