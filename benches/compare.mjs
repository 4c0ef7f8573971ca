// The core as a module, the whole analysis, beside two word cutters that only cut: npm's jieba-wasm and
// the browser's Intl.Segmenter. One process, one text.
//
// node --expose-gc benches/compare.mjs TEXT

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
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
const engine = new Engine();
const moduleTime = performance.now() - opened;
const bare = timed(() => engine.analyze('bench.txt', bytes, () => {}));

const packed = await readDictionary();
const loading = performance.now();
engine.loadDictionary(packed);
const loadTime = performance.now() - loading;

const core = timed(() => engine.analyze('bench.txt', bytes, () => {}));
const json = timed(() => engine.analyzeToJson('bench.txt', bytes));

const required = performance.now();
const jieba = createRequire(import.meta.url)('jieba-wasm');
const peerModuleTime = performance.now() - required;
const cut = timed(() => jieba.cut(text, false));
const tag = timed(() => jieba.tag(text, false));

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const paragraphs = text.split('\n');
const intl = timed(() => {
  let words = 0;
  for (const paragraph of paragraphs) for (const _ of segmenter.segment(paragraph)) words += 1;
  return words;
});

print('xushi: module opened', [moduleTime]);
print('xushi: whole analysis without words', bare);
print('xushi: dictionary loaded (once)', [loadTime]);
print('xushi: whole analysis', core);
print('xushi: whole analysis as JSON text', json);
print('jieba-wasm: module opened', [peerModuleTime]);
print('jieba-wasm: cut', cut);
print('jieba-wasm: cut and tag', tag);
print('Intl.Segmenter: by paragraph', intl);
console.log('');
ratio('jieba-wasm cutting alone', cut);
ratio('Intl.Segmenter', intl);
console.log(`wasm memory with dictionary and analysis: ${(memory.buffer.byteLength / 1e6).toFixed(1)} MB`);

/**
 * The times of the runs in milliseconds, in the order in which they were.
 * @param {() => unknown} work
 */
function timed(work) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    globalThis.gc?.();
    const started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  return times;
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
  const times_ = median(times) / median(core);
  const said = times_ >= 1 ? `${times_.toFixed(2)} times as fast as` : `${(1 / times_).toFixed(2)} times the time of`;
  console.log(`xushi's whole analysis: ${said} ${peer}`);
}
