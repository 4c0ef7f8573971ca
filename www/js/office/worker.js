/**
 * The worker of the readers of office files: the one module that touches their wasm. It is started with the first such
 * file and ended when a file breaks it down or the reader cancels.
 *
 * @typedef {import('./types.js').ReadFile} ReadFile
 * @typedef {{request: number, name: string, blob: Blob}} Request
 * @typedef {{type: 'step', request: number, done: number, all: number}
 *   | {type: 'read', request: number, files: ReadFile[]}
 *   | {type: 'lacking', request: number}
 *   | {type: 'broken', request: number, message: string}} Answer
 */
import init, { read } from '../../generated/readers/readers.js';
import { readPdf } from './pages.js';

const scope = /** @type {any} */ (globalThis);

/** @param {Answer} answer */
const answer = (answer) => scope.postMessage(answer);

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
async function take({ request, name, blob }) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (!(await ready)) {
    answer({ type: 'lacking', request });
    return;
  }
  const step = (/** @type {number} */ done, /** @type {number} */ all) => {
    answer({ type: 'step', request, done, all });
  };
  /** @type {ReadFile[]} */
  const files = [];
  for (const file of read(name, bytes)) {
    const isPdf = file.outcome === 'pdf' && file.bytes;
    files.push(isPdf ? await readPdf(file.name, file.bytes, step) : file);
  }
  answer({ type: 'read', request, files });
}
