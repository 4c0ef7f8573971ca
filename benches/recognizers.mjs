// Recognizers-Text on the same text as the claims stage: its Chinese models for numbers, percentages,
// currencies and dimensions. `cargo bench --bench claims -- TEXT` runs it and passes on its own times.
//
// node benches/recognizers.mjs TEXT STAGE_MS CLAIMS

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const RUNS = 3;

const [path = '', stage = '', claims = ''] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');

const opened = performance.now();
const require = createRequire(import.meta.url);
const { Culture } = require('@microsoft/recognizers-text-suite');
const { NumberRecognizer } = require('@microsoft/recognizers-text-number');
const { NumberWithUnitRecognizer } = require('@microsoft/recognizers-text-number-with-unit');
const number = new NumberRecognizer(Culture.Chinese);
const unit = new NumberWithUnitRecognizer(Culture.Chinese);
const models = {
  numbers: number.getNumberModel(),
  percentages: number.getPercentageModel(),
  currencies: unit.getCurrencyModel(),
  dimensions: unit.getDimensionModel(),
};
const opening = performance.now() - opened;

// Line by line, which suits the models better than the whole text at once.
const lines = text.split('\n').filter((line) => line.trim() !== '');
/** @type {Record<string, number>} */
const best = {};
print('models opened', opening);
for (const [name, model] of Object.entries(models)) {
  /** @type {number[]} */
  const times = [];
  let found = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    found = lines.reduce((sum, line) => sum + model.parse(line).length, 0);
    times.push(performance.now() - started);
  }
  best[name] = Math.min(...times);
  print(`${found} ${name}`, best[name]);
}
const { numbers = NaN, percentages = NaN } = best;
const plain = numbers + percentages;
const whole = Object.values(best).reduce((sum, time) => sum + time, 0);
print(`all four (best of ${RUNS} runs each)`, whole);
if (Number(stage) > 0) {
  console.log(`\nxushi's ${claims} claims take 1/${(plain / Number(stage)).toFixed(0)} of the time of numbers and percentages`);
  console.log(`alone, and 1/${(whole / Number(stage)).toFixed(0)} of that of all four models`);
}

/**
 * @param {string} what
 * @param {number} time
 */
function print(what, time) {
  console.log(`Recognizers-Text: ${what.padEnd(34)} ${time.toFixed(0).padStart(6)} ms`);
}
