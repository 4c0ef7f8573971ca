import { createClient } from '../core/client.js';
import { inBoth } from '../core/say.js';
import { NO_HISTORY } from '../editing/history.js';
import { answersFor, fail } from './answers.js';
import { putBack, revise, sourceOf, step } from './revisions.js';
import { find, job, settle, store } from './shelf.js';

/**
 * The texts that the reader gave, and their way through the worker. What was read stays until the
 * reader takes it away.
 *
 * @typedef {import('../core/types.js').Entry} Entry
 * @typedef {{name: string, blob: Blob, pasted: boolean, kept?: SetAside[]}} Given
 * @typedef {import('../core/types.js').SetAside} SetAside
 * @typedef {import('./shelf.js').Shelf} Shelf
 *
 * @typedef {object} Library
 * @property {(texts: Given[]) => void} add
 * @property {(id: number) => void} remove
 * @property {(id: number, piece: SetAside, back: boolean) => void} putBack
 * @property {(id: number) => Promise<string>} source the text as it was decoded, with what was changed since
 * @property {(id: number) => string | null} known the same, where it was asked for before
 * @property {(id: number, source: string) => void} revise puts another source in its place
 * @property {(id: number, way: 'undo' | 'redo') => import('../core/types.js').Span | null} step one change back
 *   or forth; gives its place in the source
 * @property {() => void} cancel
 * @property {(id: number) => Promise<string>} json
 */

/** Files larger than this are not opened: they would not fit into the core's memory. */
const LARGEST = 64 * 1024 * 1024;

/**
 * @param {Shelf['state']} state
 * @param {import('./shelf.js').Around} around
 * @returns {Library}
 */
export function createLibrary(state, around) {
  /** @type {Omit<Shelf, 'client'>} */
  const without = { state, around, waiting: new Set(), batch: [], sources: new Map(), again: new Set() };
  // Its client answers to it.
  const shelf = /** @type {Shelf} */ (without);
  shelf.client = createClient(answersFor(shelf));
  let given = 0;
  return {
    add(texts) {
      add(shelf, texts.map((text) => newEntry((given += 1), text)));
    },
    remove: (id) => remove(shelf, id),
    source: (id) => sourceOf(shelf, id),
    known: (id) => shelf.sources.get(id) ?? null,
    revise: (id, source) => revise(shelf, id, source),
    step: (id, way) => step(shelf, id, way),
    putBack: (id, piece, back) => putBack(shelf, id, piece, back),
    cancel: () => cancel(shelf),
    async json(id) {
      const entry = find(shelf, id);
      if (!entry) throw new Error('no such text');
      return shelf.client.json(job(entry));
    },
  };
}

/** @param {number} id @param {Given} given @returns {Entry} */
function newEntry(id, { name, blob, pasted, kept = [] }) {
  const untouched = { revision: 0, analysed: 0, history: NO_HISTORY };
  return { id, name, blob, pasted, stage: 'waiting', analysis: null, error: null, kept, ...untouched };
}

/** @param {Shelf} shelf @param {Entry[]} fresh */
function add(shelf, fresh) {
  const { state, around } = shelf;
  shelf.batch = fresh.map(({ id }) => id);
  // Words about texts that are gone, or about an earlier attempt, help no more.
  const notices = state.get().notices.filter(({ entry }) => entry !== undefined && find(shelf, entry)?.analysis);
  state.set({ notices, entries: [...state.get().entries.filter(({ stage }) => stage !== 'failed'), ...fresh] });
  for (const { id } of fresh) shelf.waiting.add(id);
  if (fresh[0]) {
    around.progress.start(fresh[0].name);
    around.plain.show(fresh[0].blob);
  }
  settle(shelf);
  for (const entry of fresh) {
    if (entry.blob.size > LARGEST) fail(shelf, entry.id, inBoth('error.large', { name: entry.name }));
    else shelf.client.analyse(job(entry));
  }
  store(shelf);
}

/** @param {Shelf} shelf @param {number} id */
function remove(shelf, id) {
  const { state } = shelf;
  const entries = state.get().entries.filter((entry) => entry.id !== id);
  const { current } = state.get();
  const rest = entries.find(({ analysis }) => analysis);
  state.set({
    entries,
    notices: state.get().notices.filter(({ entry }) => entry !== id),
    ...(current === id ? { current: rest?.id ?? null, document: 0, view: rest ? 'reading' : 'landing' } : {}),
  });
  shelf.waiting.delete(id);
  shelf.sources.delete(id);
  settle(shelf);
  store(shelf);
}

/** @param {Shelf} shelf */
function cancel(shelf) {
  const { state, around, waiting } = shelf;
  shelf.client.cancel();
  around.progress.end();
  around.plain.hide();
  const lost = state.get().entries.filter(({ id, analysis }) => waiting.has(id) && !analysis);
  if (lost.some(({ pasted }) => pasted)) around.failed();
  waiting.clear();
  state.set({ entries: state.get().entries.filter((entry) => !lost.includes(entry)) });
  settle(shelf);
  around.tell({ id: 'cancelled', severity: 'info', said: inBoth('progress.cancelled') });
  store(shelf);
}
