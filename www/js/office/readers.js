import { inBoth } from '../core/say.js';
import { isForReaders } from './asks.js';

/**
 * The page's end of the readers of office files.
 *
 * @typedef {import('./types.js').Brought} Brought
 * @typedef {import('./types.js').Given} Given
 * @typedef {import('./types.js').Said} Said
 * @typedef {import('./types.js').ReadFile} ReadFile
 * @typedef {import('./worker.js').Answer} Answer
 * @typedef {import('./comments.js').Comment} Comment
 *
 * @typedef {object} Readers
 * @property {(brought: Brought[]) => Promise<{texts: Given[], skipped: number}>} open the texts of files, in their
 *   order, and how many files of archives hold none; rejects when cancelled
 * @property {(file: Blob, comments: Comment[], author: string) => Promise<Uint8Array<ArrayBuffer> | null>} comment the
 *   file with comments, or `null` where that could not be made
 * @property {() => void} cancel
 *
 * @typedef {object} Watcher
 * @property {(name: string, at: number, all: number) => void} started the readers take up a file, the `at`th of all
 * @property {(done: number, all: number) => void} step pages of it
 */

/** Files larger than this are not opened: they would not fit into the memory of core and readers. */
const LARGEST = 64 * 1024 * 1024;

/** @param {Watcher} watcher @returns {Readers} */
export function createReaders(watcher) {
  const asked = createAsked(watcher);
  let round = 0;

  /** @param {Brought} brought @param {number} at @param {number} all */
  async function openOne(brought, at, all) {
    const { name, blob, pasted } = brought;
    if (blob.size > LARGEST) return { texts: [{ name, blob, pasted, refused: inBoth('error.large', { name }) }], skipped: 0 };
    // A file may be gone, or locked, since it was brought.
    const isOffice = await isForReaders(name, blob).catch(() => null);
    if (isOffice === null) return { texts: [{ name, blob, pasted, refused: inBoth('office.unreadable') }], skipped: 0 };
    if (!isOffice) return { texts: [{ name, blob, pasted }], skipped: 0 };
    watcher.started(name, at, all);
    const files = await asked.read(name, blob);
    const texts = files.flatMap((file) => givenOf(file, brought, files.length === 1));
    return { texts, skipped: files.length - texts.length };
  }

  return {
    async open(brought) {
      const own = round;
      /** @type {Given[]} */
      const texts = [];
      let skipped = 0;
      for (const [at, one] of brought.entries()) {
        const opened = await openOne(one, at + 1, brought.length);
        if (own !== round) throw new Error('cancelled');
        texts.push(...opened.texts);
        skipped += opened.skipped;
      }
      return { texts, skipped };
    },
    comment: asked.comment,
    cancel() {
      round += 1;
      asked.end();
    },
  };
}

/**
 * The text of a file, or why there is none.
 *
 * @param {ReadFile} file
 * @param {Brought} brought
 * @param {boolean} isAlone whether it is all that was brought
 * @returns {Given[]}
 */
function givenOf({ name, outcome, office, bytes, said }, { blob, pasted, words }, isAlone) {
  if (outcome === 'refused' && words !== undefined) {
    return [{ name, blob: new Blob([words], { type: 'text/plain' }), pasted }];
  }
  if (outcome === 'office' && office) {
    const { text, ...file } = office;
    const original = file.kind === 'docx' && isAlone ? blob : null;
    return [{ name, blob: new Blob([text], { type: 'text/plain' }), pasted, file, original }];
  }
  if (outcome === 'plain') return [{ name, blob: isAlone ? blob : new Blob([bytes ?? '']), pasted }];
  if (outcome === 'skipped' && !isAlone) return [];
  return [{ name, blob, pasted, refused: said ?? inBoth('office.nothing') }];
}

/**
 * What the worker was asked and has not answered. It is started when it is needed.
 *
 * @param {Pick<Watcher, 'step'>} watcher
 */
function createAsked({ step }) {
  /** @type {Worker | null} */
  let worker = null;
  /** By the number of the request: what takes its answer, and what takes words for a refusal. */
  const open = /** @type {Map<number, {take: (answer: Answer) => void, refuse: (said: Said) => void}>} */ (new Map());
  let next = 0;

  /** Ends the worker; what it was asked is refused in these words. @param {string} key */
  function end(key) {
    worker?.terminate();
    worker = null;
    for (const { refuse } of open.values()) refuse(inBoth(key));
    open.clear();
  }

  function start() {
    const made = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    made.addEventListener('message', (/** @type {MessageEvent<Answer>} */ { data }) => {
      if (made !== worker) return;
      if (data.type === 'step') step(data.done, data.all);
      else if (data.type === 'lacking') end('office.lacking');
      else if (data.type === 'broken') end('office.broken');
      else {
        open.get(data.request)?.take(data);
        open.delete(data.request);
      }
    });
    made.addEventListener('error', () => {
      if (made === worker) end('office.lacking');
    });
    return made;
  }

  /**
   * @param {(request: number) => import('./worker.js').Request} asking
   * @param {(answer: Answer) => void} take
   * @param {(said: Said) => void} refuse
   */
  function ask(asking, take, refuse) {
    worker ??= start();
    next += 1;
    open.set(next, { take, refuse });
    worker.postMessage(asking(next));
  }

  return {
    /** @param {string} name @param {Blob} blob @returns {Promise<ReadFile[]>} */
    read: (name, blob) =>
      new Promise((resolve) =>
        ask(
          (request) => ({ type: 'read', request, name, blob }),
          (answer) => resolve(answer.type === 'read' ? answer.files : []),
          (said) => resolve([{ name, outcome: 'refused', said }]),
        ),
      ),
    /** @param {Blob} blob @param {Comment[]} comments @param {string} author @returns {Promise<Uint8Array<ArrayBuffer> | null>} */
    comment: (blob, comments, author) =>
      new Promise((resolve) =>
        ask(
          (request) => ({ type: 'comment', request, blob, comments, author }),
          (answer) => resolve(answer.type === 'commented' ? answer.bytes : null),
          () => resolve(null),
        ),
      ),
    end: () => end('office.nothing'),
  };
}
