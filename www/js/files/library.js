import { createReaders } from '../office/readers.js';
import { createClient } from '../core/client.js';
import { inBoth } from '../core/say.js';
import { NO_HISTORY } from '../editing/history.js';
import { answersFor, fail } from './answers.js';
import { putBack, revise, sourceOf, step } from './revisions.js';
import { find, job, settle, store, tellProgress } from './shelf.js';

/**
 * The texts that the reader gave, and their way through the worker. What was read stays until the
 * reader takes it away.
 *
 * @typedef {import('../core/types.js').Entry} Entry
 * @typedef {import('../office/types.js').Brought} Brought
 * @typedef {import('../office/types.js').Given} Given
 * @typedef {import('../core/types.js').SetAside} SetAside
 * @typedef {import('./shelf.js').Shelf} Shelf
 *
 * @typedef {object} Library
 * @property {(texts: Given[], place?: import('./place.js').Place | null) => void} add `place`: the one to be opened
 * @property {(brought: Brought[]) => Promise<void>} open files of any kind, and analyses their texts
 * @property {(id: number) => void} remove
 * @property {(id: number, piece: SetAside, back: boolean) => void} putBack
 * @property {(id: number) => Promise<string>} source the text as it was decoded, with what was changed since
 * @property {(id: number) => string | null} known the same, where it was asked for before
 * @property {(id: number, source: string) => void} revise puts another source in its place
 * @property {(id: number, way: 'undo' | 'redo') => import('../core/types.js').Span | null} step one change back
 *   or forth; gives its place in the source
 * @property {(id: number, comments: import('../office/comments.js').Comment[], author: string) => Promise<Blob | null>}
 *   comment the file that a text is from, with comments
 * @property {(id: number) => Promise<import('../core/types.js').Ledger[]>} ledger of each document
 * @property {(asked: import('../compare/types.js').Asked) => Promise<import('../core/types.js').TextComparison>} compare two documents
 * @property {import('../core/types.js').App['actions']['progress']} progress
 * @property {() => void} store all texts, where the reader asked for that
 * @property {() => void} cancel
 * @property {(id: number) => Promise<string>} json
 */

/** A document that is compared with another. @param {Shelf} shelf @param {import('../compare/types.js').Chosen} chosen */
function sideOf(shelf, { entry: id, document }) {
  const entry = find(shelf, id);
  if (!entry) throw new Error('no such text');
  return { ...job(entry), document };
}

/**
 * @param {Shelf['state']} state
 * @param {import('./shelf.js').Around} around
 * @returns {Library}
 */
export function createLibrary(state, around) {
  /** @type {Omit<Shelf, 'client' | 'readers'>} */
  const without = { state, around, waiting: new Set(), batch: [], document: 0, sources: new Map(), again: new Set() };
  // Its client answers to it.
  const shelf = /** @type {Shelf} */ (without);
  shelf.client = createClient(answersFor(shelf));
  shelf.readers = createReaders({
    started(name, at, all) {
      around.progress.start(name, 'reading');
      around.progress.many(at, all, name);
    },
    step: (done, all) => around.progress.step(done, all),
  });
  let given = 0;
  const number = () => (given += 1);
  return {
    add: (texts, place = null) => add(shelf, texts, number, place),
    open: (brought) => open(shelf, brought, number),
    remove: (id) => remove(shelf, id),
    source: (id) => sourceOf(shelf, id),
    known: (id) => shelf.sources.get(id) ?? null,
    revise: (id, source) => revise(shelf, id, source),
    step: (id, way) => step(shelf, id, way),
    putBack: (id, piece, back) => putBack(shelf, id, piece, back),
    async ledger(id) {
      const entry = find(shelf, id);
      if (!entry) throw new Error('no such text');
      return shelf.client.ledger(job(entry));
    },
    compare: async ({ sides, kind, isGiven }) => shelf.client.compare(sides.map((side) => sideOf(shelf, side)), kind, isGiven),
    progress: async (...sides) => shelf.client.progress(sides.map((side) => sideOf(shelf, side))),
    store: () => store(shelf),
    cancel: () => cancel(shelf),
    async comment(id, comments, author) {
      const original = find(shelf, id)?.original;
      const bytes = original ? await shelf.readers.comment(original, comments, author) : null;
      return bytes && new Blob([bytes], { type: original?.type ?? '' });
    },
    async json(id) {
      const entry = find(shelf, id);
      if (!entry) throw new Error('no such text');
      return shelf.client.json(job(entry));
    },
  };
}

/** @param {number} id @param {Given} given @returns {Entry} */
function newEntry(id, { name, blob, pasted, file = null, original = null, kept = [], ledger = null }) {
  const untouched = { revision: 0, analysed: 0, history: NO_HISTORY };
  return { id, name, blob, pasted, file, original, stage: 'waiting', analysis: null, error: null, kept, ledger, ...untouched };
}

/**
 * Files are read one after the other; meanwhile the reader waits for something that has no entry yet.
 *
 * @param {Shelf} shelf
 * @param {Brought[]} brought
 * @param {() => number} number gives the next entry's
 */
async function open(shelf, brought, number) {
  const { waiting, readers, around } = shelf;
  const reading = number();
  waiting.add(reading);
  settle(shelf);
  try {
    const { texts, skipped: count } = await readers.open(brought);
    waiting.delete(reading);
    add(shelf, texts, number);
    if (count > 0) around.tell({ id: 'skipped', severity: 'info', said: inBoth('office.skipped', { count }) });
    else if (texts.length === 0) around.tell({ id: 'skipped', severity: 'warning', said: inBoth('office.nothing') });
  } catch {
    // Cancelled: that is told, and nothing is waited for.
    waiting.delete(reading);
  }
}

/**
 * @param {Shelf} shelf
 * @param {Given[]} texts
 * @param {() => number} number gives the next entry's
 * @param {import('./place.js').Place | null} [place] the one to be opened, else the first
 */
function add(shelf, texts, number, place = null) {
  const { state, around } = shelf;
  const fresh = texts.map((text) => newEntry(number(), text));
  const opened = fresh[place?.entry ?? 0] ?? fresh[0];
  const inTurn = opened ? [opened, ...fresh.filter((one) => one !== opened)] : [];
  shelf.batch = inTurn.map(({ id }) => id);
  shelf.document = place?.document ?? 0;
  // Words about texts that are gone, or about an earlier attempt, help no more.
  const notices = state.get().notices.filter(({ entry }) => entry !== undefined && find(shelf, entry)?.analysis);
  state.set({ notices, entries: [...state.get().entries.filter(({ stage }) => stage !== 'failed'), ...fresh] });
  for (const { id } of fresh) shelf.waiting.add(id);
  if (opened) {
    around.progress.start(opened.name);
    around.plain.show(opened.blob);
    tellProgress(shelf);
  }
  settle(shelf);
  inTurn.forEach((entry) => {
    const refused = texts[fresh.indexOf(entry)]?.refused;
    if (refused) fail(shelf, entry.id, refused);
    else shelf.client.analyse(job(entry));
  });
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
  shelf.readers.cancel();
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
