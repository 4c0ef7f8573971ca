import { inBoth } from '../core/say.js';
import { storeTexts } from './storage.js';

/**
 * The texts, and what is waited for: what the library's functions work on.
 *
 * @typedef {import('../core/types.js').Entry} Entry
 *
 * @typedef {object} Around what the library needs of the page
 * @property {import('../notices/progress.js').ProgressPart} progress
 * @property {(notice: import('../core/types.js').Notice) => void} tell
 * @property {() => Promise<void>} drawn when what is read now stands on the page
 * @property {import('../reading/plain.js').PlainPart} plain
 * @property {(entry: Entry) => import('../ledger/types.js').SavedLedger | null} ledger what is to be kept of it
 * @property {() => void} failed a text did not come through, and goes back to where it was given
 *
 * @typedef {object} Shelf
 * @property {import('../core/state.js').State<import('../core/types.js').Shown>} state
 * @property {Around} around
 * @property {import('../core/client.js').Client} client
 * @property {import('../office/readers.js').Readers} readers
 * @property {Set<number>} waiting those that the reader waits for
 * @property {number[]} batch those that were given last, the one to be opened first
 * @property {number} document which of its documents is opened
 * @property {Map<number, string>} sources those that were asked for
 * @property {Set<number>} again texts that changed once more while they were analysed: only their last state counts
 */

/** @param {Shelf} shelf @param {number} id */
export function find({ state }, id) {
  return state.get().entries.find((entry) => entry.id === id);
}

/**
 * @param {Shelf} shelf
 * @param {number} id
 * @param {Partial<Entry>} changes
 */
export function change({ state }, id, changes) {
  const entries = state.get().entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry));
  state.set({ entries });
}

/** What the worker is given. @param {Entry} entry */
export function job({ id, name, blob, file, kept, revision }) {
  const stated = file?.stated ?? [];
  return { id, name, blob, revision, stated, kept: kept.flatMap(({ source_span: { start, end } }) => [start, end]) };
}

/** The reader waits for a text from now on. @param {Shelf} shelf @param {Entry} entry */
export function wait({ waiting, around }, { id, name }) {
  waiting.add(id);
  around.progress.start(name);
}

/** The reader waits for a text no longer. @param {Shelf} shelf @param {number} id */
export function arrived(shelf, id) {
  const { waiting, around } = shelf;
  waiting.delete(id);
  if (waiting.size === 0) around.progress.end();
  else tellProgress(shelf);
}

/** Which of the files that were given last is under way. @param {Shelf} shelf */
export function tellProgress(shelf) {
  const { batch, waiting, around } = shelf;
  const left = batch.filter((id) => waiting.has(id));
  const next = left[0] === undefined ? undefined : find(shelf, left[0]);
  if (next) around.progress.many(batch.length - left.length + 1, batch.length, next.name);
}

/** The page's state, told on its root for styles, tests and scripts. @param {Shelf} shelf */
export function settle({ state, waiting, around }) {
  const root = document.documentElement;
  if (waiting.size > 0) root.dataset.state = 'working';
  else if (state.get().view === 'landing') root.dataset.state = 'landing';
  else {
    void around.drawn().then(() => {
      if (waiting.size === 0 && root.dataset.state === 'working') root.dataset.state = 'ready';
    });
  }
}

/**
 * Who compares texts, or has the ledger open, goes on with that; a file that is a ledger opens as one.
 *
 * @param {Shelf} shelf
 * @param {Entry | undefined} entry
 * @returns {'several' | 'ledger' | 'compare' | 'reading'}
 */
export function viewFor({ state }, entry) {
  const { view } = state.get();
  if (entry?.file?.ledgers?.length) return 'ledger';
  return view === 'several' || view === 'ledger' || view === 'compare' ? view : 'reading';
}

/** Where the reader asked for it. @param {Shelf} shelf */
export function store({ state, around }) {
  const { keep: asked, entries } = state.get();
  if (!asked) return;
  void storeTexts(entries.map((entry) => ({ ...entry, ledger: around.ledger(entry) }))).catch(() => around.tell({ id: 'keep', severity: 'warning', said: inBoth('error.keep') }));
}
