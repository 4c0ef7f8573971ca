/**
 * The one module that touches the wasm: it reads, analyses and answers; the page stays free.
 *
 * Two of it work at once, told apart by their names. The `reader` analyses a text without the word list.
 * The `counter` holds the list and tells what only words tell; the page joins both. Whatever goes
 * wrong inside the core is reported as `broken`: the page then throws the worker away and starts another, since wasm
 * that panicked cannot be trusted.
 *
 * @typedef {'reader' | 'counter'} Role
 * @typedef {{type: 'analyse' | 'words' | 'json', request: number, name: string, blob: Blob, kept: number[]}} Request
 *   `kept`: places in the source that are never set aside, start, end, start, end
 * @typedef {{type: 'ready'}
 *   | {type: 'progress', request: number, done: number, documents: number}
 *   | {type: 'head', request: number, analysis: import('./core/types.js').Analysis}
 *   | {type: 'pieces', request: number, pieces: import('./core/pieces.js').Piece[]}
 *   | {type: 'whole', request: number}
 *   | {type: 'words', request: number, vocabularies: import('./core/types.js').Vocabulary[] | null}
 *   | {type: 'json', request: number, text: string}
 *   | {type: 'refused', request: number, said: import('./core/types.js').Said}
 *   | {type: 'broken', request: number | null, message: string}} Answer
 */
import init, { Engine } from '../generated/wasm/xushi.js';
import { cut } from './core/pieces.js';

const scope = /** @type {any} */ (globalThis);

/** @param {Answer} answer */
const answer = (answer) => scope.postMessage(answer);

const engine = init().then(() => new Engine());

/** Whether the word list is there; the reader wants none. @type {Promise<boolean>} */
const dictionary = scope.name === 'counter' ? engine.then(takeDictionary) : Promise.resolve(false);

Promise.all([engine, dictionary]).then(
  () => answer({ type: 'ready' }),
  (error) => broken(null, error),
);

scope.addEventListener('message', (/** @type {MessageEvent<Request>} */ event) => {
  take(event.data).catch((error) => broken(event.data.request, error));
});

/** @param {Request} asked */
async function take({ type, request, name, blob, kept }) {
  const ready = await engine;
  const places = Uint32Array.from(kept);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const hasWords = type === 'analyse' ? false : await dictionary;
  try {
    if (type === 'analyse') {
      const analysis = ready.analyze(
        name,
        bytes,
        (/** @type {number} */ done, /** @type {number} */ documents) => {
          answer({ type: 'progress', request, done, documents });
        },
        places,
      );
      const { head, messages } = cut(analysis);
      answer({ type: 'head', request, analysis: head });
      for (const pieces of messages) answer({ type: 'pieces', request, pieces });
      answer({ type: 'whole', request });
    } else if (type === 'words') {
      const vocabularies = hasWords ? ready.vocabularies(name, bytes, places) : null;
      answer({ type: 'words', request, vocabularies });
    } else {
      answer({ type: 'json', request, text: ready.analyzeToJson(name, bytes, places) });
    }
  } catch (error) {
    // The bytes are no text; anything else is a breakdown of the core.
    const { message, messageEn } = /** @type {{message?: string, messageEn?: string}} */ (error);
    if (typeof messageEn !== 'string') throw error;
    answer({ type: 'refused', request, said: { zh: String(message), en: messageEn } });
  }
}

/**
 * @param {number | null} request
 * @param {unknown} error
 */
function broken(request, error) {
  answer({ type: 'broken', request, message: error instanceof Error ? error.message : String(error) });
}

/** @param {Engine} ready */
async function takeDictionary(ready) {
  try {
    ready.loadDictionary(await fetchDictionary());
    return true;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    console.warn('the dictionary could not be loaded', error);
    return false;
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
