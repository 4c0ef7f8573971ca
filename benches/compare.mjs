// The core as a module, the whole analysis, beside two word cutters that only cut: npm's jieba-wasm and
// the browser's Intl.Segmenter. One process, one text. The core is measured twice: on one thread, and as
// the page has it, with words counted in a worker of their own.
//
// node --expose-gc benches/compare.mjs TEXT

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { openModule, readDictionary } from '../tests/wasm/engine.mjs';

const RUNS = 21;

const [path = ''] = process.argv.slice(2);
const bytes = readFileSync(path);
const text = bytes.toString('utf8');
console.log(
  `${[...text].length} characters, median of ${RUNS} runs, Node ${process.versions.node}, ${cpus()[0]?.model ?? '?'}\n`,
);

const opened = performance.now();
const { Engine, memory } = await openModule();
const bare = new Engine();
const moduleTime = performance.now() - opened;

const packed = await readDictionary();
const engine = new Engine();
const loading = performance.now();
engine.loadDictionary(packed);
const loadTime = performance.now() - loading;

const required = performance.now();
const jieba = createRequire(import.meta.url)('jieba-wasm');
const peerModuleTime = performance.now() - required;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const paragraphs = text.split('\n');
function segment() {
  let words = 0;
  for (const paragraph of paragraphs) for (const _ of segmenter.segment(paragraph)) words += 1;
  return words;
}

const hands = await Promise.all(
  ['reader', 'counter'].map(async (role) => {
    const hand = new Worker(new URL('hand.mjs', import.meta.url), { workerData: { role } });
    await once(hand, 'message');
    return hand;
  }),
);

/** The whole analysis as the page has it done; gives the bytes of memory that both modules hold. */
async function together() {
  const answers = await Promise.all(
    hands.map((hand) => {
      hand.postMessage(bytes);
      return once(hand, 'message');
    }),
  );
  return answers.reduce((sum, [held]) => sum + held, 0);
}

// A run of each in turn: what else the machine does then falls on all of them alike.
/** @type {Record<string, number[]>} */
const times = {};
for (let run = 0; run < RUNS; run += 1) {
  await time('together', together);
  await time('bare', () => bare.analyze('bench.txt', bytes, () => {}));
  await time('core', () => engine.analyze('bench.txt', bytes, () => {}));
  await time('json', () => engine.analyzeToJson('bench.txt', bytes));
  await time('cut', () => jieba.cut(text, false));
  await time('unknown', () => jieba.cut(text, true));
  await time('tag', () => jieba.tag(text, false));
  await time('intl', segment);
}
const { together: page = [], bare: without = [], core = [], json = [], cut = [], unknown = [], tag = [], intl = [] } = times;

print('xushi: module opened', [moduleTime]);
print('xushi: whole analysis without words', without);
print('xushi: dictionary loaded (once)', [loadTime]);
print('xushi: whole analysis on one thread', core);
print('xushi: whole analysis, two workers', page);
print('xushi: whole analysis as JSON text', json);
print('jieba-wasm: module opened', [peerModuleTime]);
print('jieba-wasm: cut', cut);
print('jieba-wasm: cut, unknown words too', unknown);
print('jieba-wasm: cut and tag', tag);
print('Intl.Segmenter: by paragraph', intl);
console.log('');
ratio('jieba-wasm cutting alone', cut);
ratio('jieba-wasm cutting as its README does, unknown words too', unknown);
ratio('Intl.Segmenter', intl);
const megabytes = (/** @type {number} */ held) => (held / 1e6).toFixed(1);
console.log(
  `wasm memory: ${megabytes(memory.buffer.byteLength)} MB on one thread, ${megabytes(await together())} MB in two workers`,
);
await Promise.all(hands.map((hand) => hand.terminate()));

/**
 * Runs a contender once and keeps its time in milliseconds.
 * @param {string} name
 * @param {() => unknown} work
 */
async function time(name, work) {
  globalThis.gc?.();
  const started = performance.now();
  await work();
  (times[name] ??= []).push(performance.now() - started);
}

/** @param {number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

/**
 * @param {string} name
 * @param {number[]} times
 */
function print(name, times) {
  const first = times[0]?.toFixed(1);
  const line = name.padEnd(38);
  if (times.length === 1) console.log(`${line} ${first?.padStart(8)} ms`);
  else {
    const low = Math.min(...times).toFixed(1);
    const high = Math.max(...times).toFixed(1);
    console.log(`${line} ${median(times).toFixed(1).padStart(8)} ms  (${low} to ${high}; the first ${first})`);
  }
}

/**
 * @param {string} peer
 * @param {number[]} times
 */
function ratio(peer, times) {
  const share = (/** @type {number[]} */ own) => (median(own) / median(times)).toFixed(2);
  console.log(`xushi's whole analysis takes ${share(page)} of the time of ${peer}; ${share(core)} on one thread`);
}
