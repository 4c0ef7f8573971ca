import { createClient } from '../core/client.js';
import { inBoth } from '../core/say.js';
import { difference, moved } from '../editing/change.js';
import { NO_HISTORY, recorded, stepped } from '../editing/history.js';
import { storeTexts } from './storage.js';

/**
 * The texts that the reader gave, and their way through the worker. What was read stays until the
 * reader takes it away: a text that fails never drives another one out.
 *
 * @typedef {import('../core/types.js').Entry} Entry
 * @typedef {import('../core/types.js').Said} Said
 * @typedef {{name: string, blob: Blob, pasted: boolean, kept?: SetAside[]}} Given
 * @typedef {import('../core/types.js').SetAside} SetAside
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
 * @param {import('../core/state.js').State<import('../core/types.js').Shown>} state
 * @param {object} around
 * @param {import('../notices/progress.js').ProgressPart} around.progress
 * @param {(notice: import('../core/types.js').Notice) => void} around.tell
 * @param {() => Promise<void>} around.drawn when what is read now stands on the page
 * @param {import('../reading/plain.js').PlainPart} around.plain
 * @param {() => void} around.failed a text did not come through, and goes back to where it was given
 * @returns {Library}
 */
export function createLibrary(state, { progress, tell, drawn, plain, failed }) {
  let next = 1;
  /** @type {Set<number>} Those that the reader waits for. */
  const waiting = new Set();

  const client = createClient({
    ready: progress.ready,
    analysed(id, analysis, revision) {
      const entry = find(id);
      if (again.delete(id) && entry) client.analyse(job(entry));
      if (!entry || entry.revision !== revision) return;
      const first = entry.analysis === null;
      const empty = analysis.source.warnings.find(({ code }) => code === 'empty');
      if (empty && !first) tell({ id: `empty-${id}`, severity: 'warning', said: inBoth('edit.empty'), entry: id });
      else state.set({ notices: state.get().notices.filter((notice) => notice.id !== `empty-${id}`) });
      if (empty && first) {
        fail(id, { zh: empty.message, en: empty.message_en });
        return;
      }
      arrived(id);
      change(id, { analysis, stage: 'done', error: null, analysed: revision });
      // A piece that was put back may have made one article of two.
      const { current, document: at } = state.get();
      if (id === current && at >= analysis.documents.length) state.set({ document: 0 });
      if (first && opens(id)) {
        state.set({ current: id, document: 0, view: readingOrSeveral() });
        plain.hide();
      }
      settle();
      void drawn().then(() => performance.mark('xushi:done', { detail: { id } }));
    },
    progress(id, done, all) {
      if (waiting.has(id)) progress.step(done, all);
    },
    refused(id, said) {
      const entry = find(id);
      if (!entry?.analysis) {
        fail(id, said);
        return;
      }
      arrived(id);
      settle();
      tell({ id: `broken-${id}`, severity: 'error', said, entry: id });
    },
    lacking: lose,
    broken(id, message) {
      console.error(`the core broke down: ${message}`);
      const entry = id === null ? undefined : find(id);
      if (entry && entry.analysis) {
        arrived(entry.id);
        settle();
        const key = entry.revision > 0 ? 'error.broken.edit' : 'error.broken.later';
        tell({ id: `broken-${entry.id}`, severity: 'warning', said: inBoth(key, { name: entry.name }), entry: entry.id });
        return;
      }
      if (id !== null) fail(id, inBoth('error.broken', { name: entry?.name ?? '' }));
      else lose(inBoth('error.loading'));
    },
  });

  /** Nothing can be analysed now: what waits is given up, and what was read stays. @param {Said} said */
  function lose(said) {
    const lost = [...waiting].filter((id) => !find(id)?.analysis);
    for (const id of [...waiting]) arrived(id);
    for (const id of lost) fail(id, said);
    if (lost.length === 0) tell({ id: 'loading', severity: 'error', said });
    document.documentElement.dataset.state = 'error';
  }

  /** @param {number} id */
  function find(id) {
    return state.get().entries.find((entry) => entry.id === id);
  }

  /**
   * @param {number} id
   * @param {Partial<Entry>} changes
   */
  function change(id, changes) {
    const entries = state.get().entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry));
    state.set({ entries });
  }

  /** Whether a text that came through is the one to show: the first of those given last. @param {number} id */
  function opens(id) {
    return id === batch.find((one) => find(one)?.stage !== 'failed');
  }

  /** Who compares texts goes on comparing. */
  function readingOrSeveral() {
    return state.get().view === 'several' ? 'several' : 'reading';
  }

  /** @type {number[]} */
  let batch = [];

  /** @param {number} id */
  function arrived(id) {
    waiting.delete(id);
    if (waiting.size === 0) progress.end();
  }

  /** The page's state, told on its root for styles, tests and scripts. */
  function settle() {
    const root = document.documentElement;
    if (waiting.size > 0) root.dataset.state = 'working';
    else if (state.get().view === 'landing') root.dataset.state = 'landing';
    else {
      void drawn().then(() => {
        if (waiting.size === 0 && root.dataset.state === 'working') root.dataset.state = 'ready';
      });
    }
  }

  /**
   * @param {number} id
   * @param {Said} said
   */
  function fail(id, said) {
    const entry = find(id);
    if (!entry) return;
    arrived(id);
    if (entry.pasted) failed();
    if (id === batch[0]) plain.hide();
    const several = batch.length > 1;
    const whole = several ? { zh: `《${entry.name}》：${said.zh}`, en: `${entry.name}: ${said.en}` } : said;
    tell({ id: `failed-${id}`, severity: 'error', said: whole, entry: id });
    if (several) change(id, { stage: 'failed', error: said });
    else state.set({ entries: state.get().entries.filter((one) => one.id !== id) });
    const { current } = state.get();
    // The first of several failed: the next one that is through is shown.
    const through = batch.map(find).find((one) => one?.analysis);
    if (several && through && !batch.includes(current ?? -1)) {
      state.set({ current: through.id, document: 0, view: readingOrSeveral() });
    }
    settle();
    if (waiting.size === 0) document.documentElement.dataset.state = 'error';
    store();
  }

  /** @type {Map<number, string>} */
  const sources = new Map();
  /** Texts that changed once more while they were analysed: only their last state counts. @type {Set<number>} */
  const again = new Set();

  /**
   * Another source takes the place of an entry's own; what was put back is put back there, too.
   *
   * @param {Entry} entry
   * @param {string} source
   * @param {import('../editing/history.js').History} history
   */
  function renew(entry, source, history) {
    const gone = difference(sources.get(entry.id) ?? '', source);
    const kept = entry.kept.map((piece) => {
      const { start, end } = piece.source_span;
      return { ...piece, source_span: { start: moved(start, gone), end: moved(end, gone) } };
    });
    sources.set(entry.id, source);
    // A first unit that is a byte order mark is none of the text's.
    const blob = new Blob([source.startsWith('\ufeff') ? '\ufeff' : '', source], { type: 'text/plain' });
    const changed = { ...entry, blob, kept, history, revision: entry.revision + 1 };
    change(entry.id, changed);
    if (entry.revision !== entry.analysed && waiting.has(entry.id)) again.add(entry.id);
    else client.analyse(job(changed));
    waiting.add(entry.id);
    progress.start(entry.name);
    settle();
    store();
  }

  /** @param {Entry} entry */
  function job({ id, name, blob, kept, revision }) {
    return { id, name, blob, revision, kept: kept.flatMap(({ source_span: { start, end } }) => [start, end]) };
  }

  function store() {
    const { keep: asked, entries } = state.get();
    if (asked) void storeTexts(entries).catch(() => tell({ id: 'keep', severity: 'warning', said: inBoth('error.keep') }));
  }

  return {
    add(texts) {
      const fresh = texts.map(({ name, blob, pasted, kept = [] }) => {
        const id = next;
        next += 1;
        return /** @type {Entry} */ ({ id, name, blob, pasted, stage: 'waiting', analysis: null, error: null, kept, revision: 0, analysed: 0, history: NO_HISTORY });
      });
      batch = fresh.map(({ id }) => id);
      // Words about texts that are gone, or about an earlier attempt, help no more.
      const notices = state.get().notices.filter(({ entry }) => entry !== undefined && find(entry)?.analysis);
      state.set({ notices, entries: [...state.get().entries.filter(({ stage }) => stage !== 'failed'), ...fresh] });
      for (const { id } of fresh) waiting.add(id);
      if (fresh[0]) {
        progress.start(fresh[0].name);
        plain.show(fresh[0].blob);
      }
      settle();
      for (const entry of fresh) {
        if (entry.blob.size > LARGEST) fail(entry.id, inBoth('error.large', { name: entry.name }));
        else client.analyse(job(entry));
      }
      store();
    },
    remove(id) {
      const entries = state.get().entries.filter((entry) => entry.id !== id);
      const { current } = state.get();
      const rest = entries.find(({ analysis }) => analysis);
      state.set({
        entries,
        notices: state.get().notices.filter(({ entry }) => entry !== id),
        ...(current === id
          ? { current: rest?.id ?? null, document: 0, view: rest ? 'reading' : 'landing' }
          : {}),
      });
      waiting.delete(id);
      sources.delete(id);
      settle();
      store();
    },
    async source(id) {
      const have = sources.get(id);
      if (have !== undefined) return have;
      const entry = find(id);
      if (!entry?.analysis) throw new Error('no such text');
      const { encoding } = entry.analysis.source;
      const bytes = await entry.blob.arrayBuffer();
      const source = new TextDecoder(encoding).decode(bytes);
      if (!sources.has(id)) sources.set(id, source);
      return sources.get(id) ?? source;
    },
    known: (id) => sources.get(id) ?? null,
    revise(id, source) {
      const entry = find(id);
      const before = sources.get(id);
      if (!entry?.analysis || before === undefined) return;
      renew(entry, source, recorded(entry.history, before, source));
    },
    step(id, way) {
      const entry = find(id);
      const back = entry && stepped(entry.history, sources.get(id) ?? '', way);
      if (!entry || !back) return null;
      renew(entry, back.source, back.history);
      return back.place;
    },
    putBack(id, piece, back) {
      const entry = find(id);
      if (!entry?.analysis) return;
      // What was asked for and never came through is asked for no more.
      const done = entry.kept.filter(({ source_span: span }) =>
        (entry.analysis?.source.kept ?? []).some(({ start }) => start === span.start),
      );
      const others = done.filter(({ source_span: span }) => span.start !== piece.source_span.start);
      const changed = { ...entry, kept: back ? [...others, piece] : others };
      change(id, { kept: changed.kept });
      waiting.add(id);
      progress.start(entry.name);
      settle();
      client.analyse(job(changed));
      store();
    },
    cancel() {
      client.cancel();
      progress.end();
      plain.hide();
      const lost = state.get().entries.filter(({ id, analysis }) => waiting.has(id) && !analysis);
      if (lost.some(({ pasted }) => pasted)) failed();
      waiting.clear();
      state.set({ entries: state.get().entries.filter((entry) => !lost.includes(entry)) });
      settle();
      tell({ id: 'cancelled', severity: 'info', said: inBoth('progress.cancelled') });
      store();
    },
    async json(id) {
      const entry = find(id);
      if (!entry) throw new Error('no such text');
      return client.json(job(entry));
    },
  };
}
