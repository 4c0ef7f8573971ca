import { difference, moved } from '../editing/change.js';
import { recorded, stepped } from '../editing/history.js';
import { change, find, job, settle, store, wait } from './shelf.js';

/**
 * The source of a text, and what takes its place.
 *
 * @typedef {import('../core/types.js').Entry} Entry
 * @typedef {import('../core/types.js').SetAside} SetAside
 * @typedef {import('./shelf.js').Shelf} Shelf
 */

/**
 * The text as it was decoded, with what was changed since.
 *
 * @param {Shelf} shelf
 * @param {number} id
 * @returns {Promise<string>}
 */
export async function sourceOf(shelf, id) {
  const { sources } = shelf;
  const have = sources.get(id);
  if (have !== undefined) return have;
  const entry = find(shelf, id);
  if (!entry?.analysis) throw new Error('no such text');
  const { encoding } = entry.analysis.source;
  const bytes = await entry.blob.arrayBuffer();
  const source = new TextDecoder(encoding).decode(bytes);
  if (!sources.has(id)) sources.set(id, source);
  return sources.get(id) ?? source;
}

/** @param {Shelf} shelf @param {number} id @param {string} source */
export function revise(shelf, id, source) {
  const entry = find(shelf, id);
  const before = shelf.sources.get(id);
  if (!entry?.analysis || before === undefined) return;
  renew(shelf, entry, source, recorded(entry.history, before, source));
}

/**
 * One change back or forth.
 *
 * @param {Shelf} shelf
 * @param {number} id
 * @param {'undo' | 'redo'} way
 * @returns {import('../core/types.js').Span | null} its place in the source
 */
export function step(shelf, id, way) {
  const entry = find(shelf, id);
  const back = entry && stepped(entry.history, shelf.sources.get(id) ?? '', way);
  if (!entry || !back) return null;
  renew(shelf, entry, back.source, back.history);
  return back.place;
}

/**
 * Another source takes the place of an entry's own; what was put back is put back there, too.
 *
 * @param {Shelf} shelf
 * @param {Entry} entry
 * @param {string} source
 * @param {import('../editing/history.js').History} history
 */
function renew(shelf, entry, source, history) {
  const { id, revision } = entry;
  const gone = difference(shelf.sources.get(id) ?? '', source);
  const kept = entry.kept.map((piece) => {
    const { start, end } = piece.source_span;
    return { ...piece, source_span: { start: moved(start, gone), end: moved(end, gone) } };
  });
  const stated = entry.file?.stated.map((number, at) => (at % 3 === 2 ? number : moved(number, gone))) ?? [];
  const file = entry.file && { ...entry.file, stated };
  shelf.sources.set(id, source);
  // A first unit that is a byte order mark is none of the text's.
  const blob = new Blob([source.startsWith('\ufeff') ? '\ufeff' : '', source], { type: 'text/plain' });
  const changed = { ...entry, blob, file, kept, history, revision: revision + 1 };
  change(shelf, id, changed);
  if (revision !== entry.analysed && shelf.waiting.has(id)) shelf.again.add(id);
  else shelf.client.analyse(job(changed));
  wait(shelf, entry);
  settle(shelf);
  store(shelf);
}

/**
 * Puts a piece that was set aside back into the text, or aside again.
 *
 * @param {Shelf} shelf
 * @param {number} id
 * @param {SetAside} piece
 * @param {boolean} back
 */
export function putBack(shelf, id, piece, back) {
  const entry = find(shelf, id);
  if (!entry?.analysis) return;
  // What was asked for and never came through is asked for no more.
  const done = entry.kept.filter(({ source_span: span }) =>
    (entry.analysis?.source.kept ?? []).some(({ start }) => start === span.start),
  );
  const others = done.filter(({ source_span: span }) => span.start !== piece.source_span.start);
  const changed = { ...entry, kept: back ? [...others, piece] : others };
  change(shelf, id, { kept: changed.kept });
  wait(shelf, entry);
  settle(shelf);
  shelf.client.analyse(job(changed));
  store(shelf);
}
