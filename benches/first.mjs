// The first analysis of a fresh worker, after some rounds of warming up as the page's worker does it.

import { parentPort, workerData } from 'node:worker_threads';
import { openModule, readDictionary } from '../tests/wasm/engine.mjs';

const { Engine } = await openModule();
const engine = new Engine(await readDictionary());
for (let round = 0; round < workerData.rounds; round += 1) {
  engine.warmUp();
  await new Promise((resolve) => setTimeout(resolve, 0));
}
const started = performance.now();
engine.analyze('bench.txt', workerData.bytes, () => {});
parentPort?.postMessage(performance.now() - started);
