// How soon the page answers, with nothing cached: each run has a browser of its own.
//
// XUSHI_URL=… XUSHI_CHROMIUM=… node benches/page.mjs TEXT

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const RUNS = 5;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const url = process.env['XUSHI_URL'] ?? '';
const [path = ''] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');

/** The characters of a long speech: what is dropped on a page that was open for a while. */
const SPEECH = 12_000;

const sample = [];
const long = [];
const warm = [];
for (let run = 0; run < RUNS; run += 1) {
  sample.push(await measure(openSample));
  long.push(await measure(pasteText));
  warm.push(await measure(dropSpeech, true));
}
console.log(`median of ${RUNS} runs, milliseconds from navigation unless said otherwise\n`);
report('nothing cached: a sample, chosen as soon as the page can be used', sample);
report(`nothing cached: ${[...text].length} characters, pasted as soon as the page can be used`, long);
report(`everything cached, the page open for two seconds: a file of ${SPEECH} characters dropped`, warm);

/**
 * @typedef {object} Times
 * @property {number} landing the page can be used
 * @property {number} given the text is given
 * @property {number} claims the first results are there
 * @property {number} done all results are there
 * @property {number} longest the longest task of the page's own thread after the text was given
 * @property {number} bytes over the wire, headers included
 */

/**
 * @param {(page: import('playwright-core').Page) => Promise<void>} give
 * @param {boolean} [cached] whether the page was there before
 * @returns {Promise<Times>}
 */
async function measure(give, cached = false) {
  const browser = await chromium.launch({ executablePath: process.env['XUSHI_CHROMIUM'], args: FLAGS });
  try {
    const page = await browser.newPage();
    /** @type {Promise<number>[]} */
    const sizes = [];
    page.context().on('requestfinished', (request) => {
      sizes.push(request.sizes().then(
        (size) => size.responseBodySize + size.responseHeadersSize,
        () => 0,
      ));
    });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) {
          performance.mark('bench:task', { detail: { startTime, duration } });
        }
      }).observe({ type: 'longtask', buffered: true });
    });
    if (cached) {
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.waitForTimeout(2000);
    }
    await page.goto(url, { waitUntil: 'commit' });
    // The samples are drawn by the page's scripts: once they are there, it can be used.
    await page.locator('#samples button').first().waitFor();
    const landing = await page.evaluate(() => performance.now());
    if (cached) await page.waitForTimeout(2000);
    await give(page);
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0, null, { timeout: 120_000 });
    const marks = await page.evaluate(() => {
      const at = (/** @type {string} */ name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
      const given = at('bench:given');
      const tasks = performance
        .getEntriesByName('bench:task')
        .map((mark) => /** @type {PerformanceMark} */ (mark).detail)
        .filter((task) => task.startTime + task.duration > given)
        .map((task) => task.duration);
      return { given, claims: at('xushi:claims'), done: at('xushi:done'), longest: Math.max(0, ...tasks) };
    });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { landing, ...marks, bytes };
  } finally {
    await browser.close();
  }
}

/** @param {import('playwright-core').Page} page */
async function openSample(page) {
  await page.evaluate(() => {
    performance.mark('bench:given');
    /** @type {HTMLElement | null} */ (document.querySelector('#samples button'))?.click();
  });
}

/** @param {import('playwright-core').Page} page */
async function pasteText(page) {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    performance.mark('bench:given');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** @param {import('playwright-core').Page} page */
async function dropSpeech(page) {
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.items.add(new File([words], 'speech.txt', { type: 'text/plain' }));
    performance.mark('bench:given');
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [...text].slice(0, SPEECH).join(''));
}

/**
 * @param {string} name
 * @param {Times[]} runs
 */
function report(name, runs) {
  /** @param {(times: Times) => number} pick */
  const line = (/** @type {string} */ what, pick, unit = 'ms', scale = 1, digits = 0) => {
    const values = runs.map((times) => pick(times) / scale).sort((a, b) => a - b);
    const written = (/** @type {number | undefined} */ value) => (value ?? NaN).toFixed(digits);
    const middle = written(values[Math.floor(values.length / 2)]);
    console.log(`  ${what.padEnd(44)} ${middle.padStart(7)} ${unit}  (${written(values[0])} to ${written(values.at(-1))})`);
  };
  console.log(name);
  line('the page can be used', (times) => times.landing);
  line('first results', (times) => times.claims);
  line('all results', (times) => times.done);
  line('first results after the text was given', (times) => times.claims - times.given);
  line('all results after the text was given', (times) => times.done - times.given);
  line('longest task of the page after that', (times) => times.longest);
  line('over the wire', (times) => times.bytes, 'MB', 1e6, 2);
}
