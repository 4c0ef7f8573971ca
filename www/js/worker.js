/**
 * The one module that touches the wasm: it reads, analyses and answers; the page stays free.
 *
 * A text that comes before the word list is there is analysed at once without it, and once more
 * when it has come. Whatever goes wrong inside the core is reported as `broken`: the page then
 * throws this worker away and starts another, since wasm that panicked cannot be trusted.
 *
 * @typedef {{type: 'analyse' | 'json', id: number, name: string, blob: Blob, kept: number[], revision: number}} Request
 *   `kept`: places in the source that are never set aside, start, end, start, end
 * @typedef {'claims' | 'done'} Pass
 * @typedef {{type: 'progress', id: number, done: number, documents: number}
 *   | {type: 'head', id: number, analysis: import('./core/types.js').Analysis}
 *   | {type: 'pieces', id: number, pieces: import('./core/pieces.js').Piece[]}
 *   | {type: 'whole', id: number, pass: Pass, revision: number}
 *   | {type: 'json', id: number, text: string}
 *   | {type: 'refused', id: number, zh: string, en: string}
 *   | {type: 'broken', id: number | null, message: string}} Answer
 */
import init, { Engine } from '../generated/wasm/xushi.js';
import { cut } from './core/pieces.js';

const scope = /** @type {any} */ (globalThis);

/** @param {Answer} answer */
const answer = (answer) => scope.postMessage(answer);

/** @type {(Request & {bytes: Uint8Array})[]} Texts that wait for their second pass. */
const owed = [];
/** @type {'coming' | 'here' | 'missing'} */
let dictionary = 'coming';

const engine = init().then(() => new Engine());
engine.then(takeDictionary).catch((error) => broken(null, error));

scope.addEventListener('message', (/** @type {MessageEvent<Request>} */ event) => {
  take(event.data).catch((error) => broken(event.data.id, error));
});

/** @param {Request} request */
async function take(request) {
  const ready = await engine;
  const bytes = new Uint8Array(await request.blob.arrayBuffer());
  if (request.type === 'json') {
    guarded(request.id, () => {
      answer({ type: 'json', id: request.id, text: ready.analyzeToJson(request.name, bytes, Uint32Array.from(request.kept)) });
    });
    return;
  }
  analyse(ready, { ...request, bytes });
}

/**
 * @param {Engine} ready
 * @param {Request & {bytes: Uint8Array}} request
 */
function analyse(ready, request) {
  const { id, name, bytes, kept } = request;
  guarded(id, () => {
    const analysis = ready.analyze(
      name,
      bytes,
      (/** @type {number} */ done, /** @type {number} */ documents) => {
        answer({ type: 'progress', id, done, documents });
      },
      Uint32Array.from(kept),
    );
    const { head, messages } = cut(analysis);
    answer({ type: 'head', id, analysis: head });
    for (const pieces of messages) answer({ type: 'pieces', id, pieces });
    const pass = dictionary === 'coming' ? 'claims' : 'done';
    if (pass === 'claims') owed.push(request);
    answer({ type: 'whole', id, pass, revision: request.revision });
  });
}

/**
 * Tells a refusal (the bytes are no text) from a breakdown of the core.
 * @param {number} id
 * @param {() => void} work
 */
function guarded(id, work) {
  try {
    work();
  } catch (error) {
    const said = /** @type {{message?: string, messageEn?: string}} */ (error);
    if (typeof said?.messageEn === 'string') {
      answer({ type: 'refused', id, zh: String(said.message), en: said.messageEn });
    } else {
      broken(id, error);
    }
  }
}

/**
 * @param {number | null} id
 * @param {unknown} error
 */
function broken(id, error) {
  answer({ type: 'broken', id, message: error instanceof Error ? error.message : String(error) });
}

/** @param {Engine} ready */
async function takeDictionary(ready) {
  try {
    ready.loadDictionary(await fetchDictionary());
    dictionary = 'here';
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    console.warn('the dictionary could not be loaded', error);
    dictionary = 'missing';
  }
  for (let request = owed.shift(); request; request = owed.shift()) {
    if (dictionary === 'here') analyse(ready, request);
    else answer({ type: 'whole', id: request.id, pass: 'done', revision: request.revision });
    // A text that came meanwhile goes first.
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}

async function fetchDictionary() {
  const response = await fetch(new URL('../generated/dictionary.gz', import.meta.url));
  if (!response.ok || !response.body) throw new Error(`dictionary.gz: ${response.status}`);
  const packed = new Uint8Array(await response.arrayBuffer());
  // A server that declares the gzip as an encoding has it unpacked on the way.
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
