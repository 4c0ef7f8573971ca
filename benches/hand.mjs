// A worker as the page has two of: `reader` analyses without the word list, `counter` counts words.

import { parentPort, workerData } from 'node:worker_threads';
import { openModule, readDictionary } from '../tests/wasm/engine.mjs';

const { Engine, memory } = await openModule();
const engine = new Engine();
if (workerData.role === 'counter') engine.loadDictionary(await readDictionary());

parentPort?.on('message', (/** @type {Uint8Array} */ bytes) => {
  if (workerData.role === 'counter') engine.vocabularies('bench.txt', bytes);
  else engine.analyze('bench.txt', bytes, () => {});
  parentPort?.postMessage(memory.buffer.byteLength);
});
parentPort?.postMessage('ready');
