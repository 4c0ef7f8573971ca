/**
 * The worker of the readers of office files: the one module that touches their wasm. It is started with the first such
 * file and ended when a file breaks it down or the reader cancels.
 *
 * @typedef {import('./types.js').ReadFile} ReadFile
 * @typedef {import('./comments.js').Comment} Comment
 * @typedef {{type: 'read', request: number, name: string, blob: Blob}
 *   | {type: 'comment', request: number, blob: Blob, comments: Comment[], author: string}} Request
 * @typedef {{type: 'step', request: number, done: number, all: number}
 *   | {type: 'read', request: number, files: ReadFile[]}
 *   | {type: 'commented', request: number, bytes: Uint8Array<ArrayBuffer> | null}
 *   | {type: 'lacking', request: number}
 *   | {type: 'broken', request: number, message: string}} Answer
 *   `bytes`: `null` where the file cannot be read again
 */
import init, { comment, read } from '../../generated/readers/readers.js';
import { fetchPdf, readPdf } from './pages.js';

const scope = /** @type {any} */ (globalThis);

/** @param {Answer} answer */
const answer = (answer) => scope.postMessage(answer);

/** How nearly every PDF begins: %PDF. */
const PDF = [0x25, 0x50, 0x44, 0x46];

const ready = init().then(
  () => true,
  () => false,
);

scope.addEventListener('message', (/** @type {MessageEvent<Request>} */ event) => {
  const { request } = event.data;
  take(event.data).catch((error) => {
    answer({ type: 'broken', request, message: error instanceof Error ? error.message : String(error) });
  });
});

/** @param {Request} asked */
async function take(asked) {
  const { request } = asked;
  const bytes = new Uint8Array(await asked.blob.arrayBuffer());
  // What does not come is told of when it is needed.
  if (PDF.every((sign, at) => bytes[at] === sign)) void fetchPdf().catch(() => {});
  if (!(await ready)) answer({ type: 'lacking', request });
  else if (asked.type === 'comment') answer({ type: 'commented', request, bytes: commented(bytes, asked) });
  else answer({ type: 'read', request, files: await filesOf(bytes, asked) });
}

/** @param {Uint8Array} bytes @param {Extract<Request, {type: 'comment'}>} asked */
function commented(bytes, { comments, author }) {
  const places = Uint32Array.from(comments.flatMap(({ start, end }) => [start, end]));
  try {
    const words = comments.map(({ words }) => words);
    return /** @type {Uint8Array<ArrayBuffer>} */ (comment(bytes, places, words, author));
  } catch (error) {
    // What is said of a file is an object; anything else is a breakdown.
    if (error instanceof Error) throw error;
    return null;
  }
}

/** @param {Uint8Array} bytes @param {Extract<Request, {type: 'read'}>} asked */
async function filesOf(bytes, { request, name }) {
  const step = (/** @type {number} */ done, /** @type {number} */ all) => {
    answer({ type: 'step', request, done, all });
  };
  /** @type {ReadFile[]} */
  const files = [];
  for (const file of read(name, bytes)) {
    const isPdf = file.outcome === 'pdf' && file.bytes;
    files.push(isPdf ? await readPdf(file.name, file.bytes, step) : file);
  }
  return files;
}
