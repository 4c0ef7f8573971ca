import { inBoth } from '../core/say.js';
import { arrived, change, find, job, settle, store, viewFor } from './shelf.js';

/**
 * What becomes of the worker's answers. A text that fails never drives another one out.
 *
 * @typedef {import('../core/types.js').Said} Said
 * @typedef {import('./shelf.js').Shelf} Shelf
 */

/**
 * @param {Shelf} shelf whose client they are for
 * @returns {import('../core/client.js').Listener}
 */
export function answersFor(shelf) {
  const { around, waiting } = shelf;
  return {
    ready: around.progress.ready,
    analysed: (id, analysis, revision) => analysed(shelf, id, analysis, revision),
    progress(id, done, all) {
      if (waiting.has(id)) around.progress.step(done, all);
    },
    refused(id, said) {
      const entry = find(shelf, id);
      if (!entry?.analysis) {
        fail(shelf, id, said);
        return;
      }
      arrived(shelf, id);
      settle(shelf);
      around.tell({ id: `broken-${id}`, severity: 'error', said, entry: id });
    },
    lacking: (said) => lose(shelf, said),
    broken: (id, message) => broken(shelf, id, message),
  };
}

/**
 * @param {Shelf} shelf
 * @param {number} id
 * @param {import('../core/types.js').Analysis} analysis
 * @param {number} revision of the text that it is of
 */
function analysed(shelf, id, analysis, revision) {
  const { state, around } = shelf;
  const entry = find(shelf, id);
  if (shelf.again.delete(id) && entry) shelf.client.analyse(job(entry));
  if (!entry || entry.revision !== revision) return;
  const first = entry.analysis === null;
  const empty = analysis.source.warnings.find(({ code }) => code === 'empty');
  if (empty && !first) around.tell({ id: `empty-${id}`, severity: 'warning', said: inBoth('edit.empty'), entry: id });
  else state.set({ notices: state.get().notices.filter((notice) => notice.id !== `empty-${id}`) });
  if (empty && first) {
    fail(shelf, id, { zh: empty.message, en: empty.message_en });
    return;
  }
  arrived(shelf, id);
  change(shelf, id, { analysis, stage: 'done', error: null, analysed: revision });
  // A piece that was put back may have made one article of two.
  const { current, document: at } = state.get();
  if (id === current && at >= analysis.documents.length) state.set({ document: 0 });
  if (first && opens(shelf, id)) {
    const wanted = Math.min(shelf.document, analysis.documents.length - 1);
    state.set({ current: id, document: Math.max(0, wanted), view: viewFor(shelf, entry) });
    around.plain.hide();
  }
  settle(shelf);
  void around.drawn().then(() => performance.mark('xushi:done', { detail: { id } }));
}

/**
 * Whether a text that came through is the one to show: the first of those given last.
 *
 * @param {Shelf} shelf
 * @param {number} id
 */
function opens(shelf, id) {
  return id === shelf.batch.find((one) => find(shelf, one)?.stage !== 'failed');
}

/**
 * @param {Shelf} shelf
 * @param {number | null} id
 * @param {string} message
 */
function broken(shelf, id, message) {
  console.error(`the core broke down: ${message}`);
  const entry = id === null ? undefined : find(shelf, id);
  if (entry && entry.analysis) {
    arrived(shelf, entry.id);
    settle(shelf);
    const said = inBoth(entry.revision > 0 ? 'error.broken.edit' : 'error.broken.later', { name: entry.name });
    shelf.around.tell({ id: `broken-${entry.id}`, severity: 'warning', said, entry: entry.id });
    return;
  }
  if (id !== null) fail(shelf, id, inBoth('error.broken', { name: entry?.name ?? '' }));
  else lose(shelf, inBoth('error.loading'));
}

/**
 * Nothing can be analysed now: what waits is given up, and what was read stays.
 *
 * @param {Shelf} shelf
 * @param {Said} said
 */
function lose(shelf, said) {
  const lost = [...shelf.waiting].filter((id) => !find(shelf, id)?.analysis);
  for (const id of [...shelf.waiting]) arrived(shelf, id);
  for (const id of lost) fail(shelf, id, said);
  if (lost.length === 0) shelf.around.tell({ id: 'loading', severity: 'error', said });
  document.documentElement.dataset.state = 'error';
}

/**
 * A text that was given did not come through.
 *
 * @param {Shelf} shelf
 * @param {number} id
 * @param {Said} said
 */
export function fail(shelf, id, said) {
  const { state, around, batch } = shelf;
  const entry = find(shelf, id);
  if (!entry) return;
  arrived(shelf, id);
  if (entry.pasted) around.failed();
  if (id === batch[0]) around.plain.hide();
  const several = batch.length > 1;
  const whole = several ? { zh: `《${entry.name}》：${said.zh}`, en: `${entry.name}: ${said.en}` } : said;
  around.tell({ id: `failed-${id}`, severity: 'error', said: whole, entry: id });
  if (several) change(shelf, id, { stage: 'failed', error: said });
  else state.set({ entries: state.get().entries.filter((one) => one.id !== id) });
  const { current } = state.get();
  // The first of several failed: the next one that is through is shown.
  const through = batch.map((one) => find(shelf, one)).find((one) => one?.analysis);
  if (several && through && !batch.includes(current ?? -1)) {
    state.set({ current: through.id, document: 0, view: viewFor(shelf, through) });
  }
  settle(shelf);
  if (shelf.waiting.size === 0) document.documentElement.dataset.state = 'error';
  store(shelf);
}
