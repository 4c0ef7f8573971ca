import { inBoth } from '../core/say.js';

/** So many rows are named of which something is to be told. */
const MOST = 20;

/** Whether a file is a ledger itself. @param {Pick<import('../core/types.js').Entry, 'file'>} entry */
export const isLedgerFile = ({ file }) => (file?.ledgers ?? []).length > 0;

/**
 * Asks the core for the rows of every text that is open, when they are wanted, and again when a text was changed.
 *
 * @typedef {import('../core/types.js').Entry} Entry
 *
 * @typedef {object} FeedPart
 * @property {() => void} follow the texts as they are now
 * @property {() => void} retry those that did not come
 * @property {() => {waiting: number, failed: string[]}} state texts that are waited for, and names of those that failed
 *
 * @param {import('./book.js').Book} book
 * @param {import('../core/types.js').App} app
 * @param {() => void} changed what `state` tells is something else
 * @returns {FeedPart}
 */
export function createFeed(book, { state, actions }, changed) {
  /** @type {Map<number, {analysis: object, stage: 'asked' | 'there' | 'failed'}>} */
  const known = new Map();

  /** @param {Entry} entry */
  async function ask(entry) {
    const mine = { analysis: entry.analysis ?? {}, stage: /** @type {'asked' | 'there' | 'failed'} */ ('asked') };
    known.set(entry.id, mine);
    try {
      const isLedger = isLedgerFile(entry);
      if (isLedger) tellRows(entry);
      const ledgers = isLedger ? null : await actions.ledger(entry.id);
      if (known.get(entry.id) !== mine) return;
      mine.stage = 'there';
      book.take(entry, ledgers);
    } catch (error) {
      console.warn('the ledger did not come', error);
      mine.stage = 'failed';
    }
    changed();
  }

  /**
   * Rows that are no tasks, and those of which a part is not known, are named, so that nothing is lost unseen.
   *
   * @param {Entry} entry
   */
  function tellRows({ id, name, file }) {
    for (const what of /** @type {const} */ (['skipped', 'unknown'])) {
      const rows = (file?.ledgers ?? []).flatMap((ledger) => ledger[what]);
      if (rows.length === 0) continue;
      const told = rows.slice(0, MOST).join(', ') + (rows.length > MOST ? '…' : '');
      actions.tell({ id: `${what}-${id}`, severity: 'info', said: inBoth(`ledger.${what}`, { name, rows: told }), entry: id });
    }
  }

  function follow() {
    const { entries } = state.get();
    book.keepOnly(new Set(entries.map(({ id }) => id)));
    for (const id of [...known.keys()]) if (!entries.some((entry) => entry.id === id)) known.delete(id);
    for (const entry of entries) {
      const isCurrent = entry.analysis !== null && entry.revision === entry.analysed;
      if (isCurrent && known.get(entry.id)?.analysis !== entry.analysis) void ask(entry);
    }
    changed();
  }

  return {
    follow,
    retry() {
      for (const [id, { stage }] of known) if (stage === 'failed') known.delete(id);
      follow();
    },
    state() {
      const { entries } = state.get();
      const stages = entries.map(({ id, name, analysis, stage }) => ({ name, stage: known.get(id)?.stage, coming: !analysis && stage === 'waiting' }));
      return {
        waiting: stages.filter(({ stage, coming }) => stage === 'asked' || coming).length,
        failed: stages.filter(({ stage }) => stage === 'failed').map(({ name }) => name),
      };
    },
  };
}
