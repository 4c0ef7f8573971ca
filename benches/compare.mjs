// The core as a module, the whole analysis, beside two word cutters that only cut: npm's jieba-wasm and
// the browser's Intl.Segmenter. One process, one thread, one text. Then what a fresh worker costs (the dictionary, the
// first analysis, memory), and how time grows with the text.
//
// node --expose-gc benches/compare.mjs TEXT

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { openModule, readDictionary } from '../tests/wasm/engine.mjs';

const RUNS = 21;

/** Workers that are started anew to time their first analysis. */
const STARTS = 3;

/** Bytes of the texts that show how time grows. */
const SIZES = [100_000, 1_000_000, 10_000_000];

const [path = ''] = process.argv.slice(2);
const bytes = readFileSync(path);
const text = bytes.toString('utf8');
console.log(
  `${[...text].length} characters, median of ${RUNS} runs, Node ${process.versions.node}, ${cpus()[0]?.model ?? '?'}\n`,
);

const opened = performance.now();
const { Engine, memory } = await openModule();
const moduleTime = performance.now() - opened;
const dictionary = await readDictionary();
const loading = performance.now();
const engine = new Engine(dictionary);
const loadTime = performance.now() - loading;
const loadedMemory = memory.buffer.byteLength;

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

// A run of each in turn: what else the machine does then falls on all of them alike.
/** @type {Record<string, number[]>} */
const times = {};
for (let run = 0; run < RUNS; run += 1) {
  time('core', () => engine.analyze('bench.txt', bytes, () => {}));
  time('json', () => engine.analyzeToJson('bench.txt', bytes));
  time('cut', () => jieba.cut(text, false));
  time('unknown', () => jieba.cut(text, true));
  time('tag', () => jieba.tag(text, false));
  time('intl', segment);
}
const { core = [], json = [], cut = [], unknown = [], tag = [], intl = [] } = times;
const usedMemory = memory.buffer.byteLength;

print('xushi: module opened', [moduleTime]);
print('xushi: dictionary ready after its bytes', [loadTime]);
print('xushi: whole analysis', core);
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
  `wasm memory: ${megabytes(loadedMemory)} MB with the dictionary, ${megabytes(usedMemory)} MB after these analyses\n`,
);

for (const rounds of [0, 12]) {
  /** @type {number[]} */
  const firsts = [];
  for (let start = 0; start < STARTS; start += 1) firsts.push(await firstOf(rounds));
  print(`first analysis, warmed up ${rounds} times`, firsts);
  console.log(`  ${(median(firsts) / median(core)).toFixed(1)} of the median`);
}
console.log('');
for (const size of SIZES) {
  const long = Buffer.from(text.repeat(Math.ceil(size / bytes.length))).subarray(0, size);
  const characters = [...long.toString('utf8')].length;
  const runs = Array.from({ length: size > 5_000_000 ? 1 : 5 }, () => {
    globalThis.gc?.();
    const started = performance.now();
    engine.analyze('bench.txt', long, () => {});
    return performance.now() - started;
  });
  const each = ((median(runs) * 1000) / characters).toFixed(2);
  console.log(
    `${(size / 1e6).toFixed(1).padStart(5)} MB: ${median(runs).toFixed(0).padStart(6)} ms, ${each} µs a character; memory then ${megabytes(memory.buffer.byteLength)} MB`,
  );
}

/**
 * The milliseconds of the first analysis in a thread of its own, after so many rounds of warming up.
 * @param {number} rounds
 */
async function firstOf(rounds) {
  const worker = new Worker(new URL('first.mjs', import.meta.url), { workerData: { bytes, rounds } });
  const [taken] = await once(worker, 'message');
  await worker.terminate();
  return /** @type {number} */ (taken);
}

/**
 * Runs a contender once and keeps its time in milliseconds.
 * @param {string} name
 * @param {() => unknown} work
 */
function time(name, work) {
  globalThis.gc?.();
  const started = performance.now();
  work();
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
  console.log(`xushi's whole analysis takes ${(median(core) / median(times)).toFixed(2)} of the time of ${peer}`);
}
