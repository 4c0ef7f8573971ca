/**
 * The one module that touches the wasm: it analyses and answers; the page stays free.
 *
 * Module and dictionary are fetched side by side; nothing is analysed before both are there. Where the dictionary
 * does not come, or is damaged, that is told once (`lacking`) and no request is answered: the page starts
 * another worker when it is asked again. Whatever goes wrong inside the core is reported as `broken`: the page then
 * throws the worker away and starts another, since wasm that panicked cannot be trusted.
 *
 * @typedef {{type: 'analyse' | 'json' | 'ledger', request: number, name: string, blob: Blob, kept: number[],
 *   stated: number[]}} Question
 * @typedef {{type: 'compare' | 'progress', request: number, sides: (Pick<Question, 'name' | 'blob' | 'kept' | 'stated'> & {document: number})[],
 *   kind?: string, isGiven?: boolean}} Pairing two documents, to be compared; a plan and a report, for the plan's ledger
 * @typedef {Question | Pairing | {type: 'hold', request: number, lock: string}} Request
 *   `kept`: places in the source that are never set aside, start, end, start, end; `stated`: the paragraphs that the
 *   text's file has, start, end, level of the heading
 * @typedef {{type: 'ready'} | {type: 'held'}
 *   | {type: 'lacking', said: import('./core/types.js').Said}
 *   | {type: 'progress', request: number, done: number, documents: number}
 *   | {type: 'head', request: number, analysis: import('./core/types.js').Analysis}
 *   | {type: 'pieces', request: number, pieces: import('./core/pieces.js').Piece[]}
 *   | {type: 'whole', request: number}
 *   | {type: 'json', request: number, text: string}
 *   | {type: 'ledger', request: number, ledgers: import('../../schema/contract').Ledger[]}
 *   | {type: 'compared', request: number, comparison: import('../../schema/contract').TextComparison | import('../../schema/contract').Progress[][]}
 *   | {type: 'refused', request: number, said: import('./core/types.js').Said}
 *   | {type: 'broken', request: number | null, message: string}} Answer
 */
import init, { Engine, Side } from '../generated/wasm/xushi.js';
import { hold } from './core/life.js';
import { cut } from './core/pieces.js';

const scope = /** @type {any} */ (globalThis);

/** @param {Answer} answer */
const answer = (answer) => scope.postMessage(answer);

/** Requests that came and are not answered yet. */
let waiting = 0;

/** `null`: there is none, and the page knows. */
const engine = Promise.all([init(), fetchDictionary()])
  .then(([, dictionary]) => new Engine(dictionary))
  .then(
    (made) => {
      answer({ type: 'ready' });
      void warmUp(made);
      return made;
    },
    (error) => {
      const said = saidBy(error);
      if (said) answer({ type: 'lacking', said });
      else broken(null, error);
      return null;
    },
  );

scope.addEventListener('message', (/** @type {MessageEvent<Request>} */ event) => {
  if (event.data.type === 'hold') {
    void hold(event.data.lock).then(() => answer({ type: 'held' }));
    return;
  }
  waiting += 1;
  take(event.data)
    .catch((error) => broken(event.data.request, error))
    .finally(() => {
      waiting -= 1;
    });
});

/** @param {Question | Pairing} asked */
async function take(asked) {
  if ('sides' in asked) {
    await compare(asked);
    return;
  }
  const { type, request, name, blob, kept, stated } = asked;
  const [ready, buffer] = await Promise.all([engine, blob.arrayBuffer()]);
  if (!ready) return;
  const places = Uint32Array.from(kept);
  const paragraphs = Uint32Array.from(stated);
  const bytes = new Uint8Array(buffer);
  try {
    if (type === 'json') {
      answer({ type: 'json', request, text: ready.analyzeToJson(name, bytes, places, paragraphs) });
      return;
    }
    if (type === 'ledger') {
      answer({ type: 'ledger', request, ledgers: ready.ledger(name, bytes, places, paragraphs) });
      return;
    }
    const step = (/** @type {number} */ done, /** @type {number} */ documents) => {
      answer({ type: 'progress', request, done, documents });
    };
    const { head, messages } = cut(ready.analyze(name, bytes, step, places, paragraphs));
    answer({ type: 'head', request, analysis: head });
    for (const pieces of messages) answer({ type: 'pieces', request, pieces });
    answer({ type: 'whole', request });
  } catch (error) {
    // The bytes are no text; anything else is a breakdown of the core.
    const said = saidBy(error);
    if (!said) throw error;
    answer({ type: 'refused', request, said });
  }
}

/** @param {Pairing} asked */
async function compare({ type, request, sides, kind = '', isGiven = false }) {
  const [ready, ...buffers] = await Promise.all([engine, ...sides.map(({ blob }) => blob.arrayBuffer())]);
  if (!ready) return;
  const [first, second] = sides.map(({ name, kept, stated, document }, at) => {
    const bytes = new Uint8Array(buffers[at] ?? new ArrayBuffer(0));
    return new Side(name, bytes, Uint32Array.from(kept), Uint32Array.from(stated), document);
  });
  try {
    if (!first || !second) return;
    const comparison = type === 'progress' ? ready.progress(first, second) : ready.compare(first, second, kind, isGiven);
    answer({ type: 'compared', request, comparison });
  } catch (error) {
    const said = saidBy(error);
    if (!said) throw error;
    answer({ type: 'refused', request, said });
  } finally {
    first?.free();
    second?.free();
  }
}

/** The words of a refusal by the core. @param {unknown} error @returns {import('./core/types.js').Said | null} */
function saidBy(error) {
  const { message, messageEn } = /** @type {{message?: string, messageEn?: string}} */ (error);
  return typeof messageEn === 'string' ? { zh: String(message), en: messageEn } : null;
}

/**
 * @param {number | null} request
 * @param {unknown} error
 */
function broken(request, error) {
  answer({ type: 'broken', request, message: error instanceof Error ? error.message : String(error) });
}

/** So often the core warms up: by then the browser has compiled well what every analysis runs through. */
const ROUNDS = 12;

/** Runs the core for nothing while nobody asks for anything. @param {Engine} ready */
async function warmUp(ready) {
  for (let round = 0; round < ROUNDS; round += 1) {
    // A task of its own each, so that a request is heard between two.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (waiting > 0) return;
    ready.warmUp();
  }
}

/** The dictionary; no bytes where it does not come, which the core refuses in words. */
async function fetchDictionary() {
  try {
    const response = await fetch(new URL('../generated/dictionary.bin', import.meta.url));
    if (!response.ok) throw new Error(String(response.status));
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    console.warn('the dictionary could not be fetched', error);
    return new Uint8Array();
  }
}
