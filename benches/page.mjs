// How soon the page answers, with nothing cached: each run has a browser of its own.
//
// XUSHI_URL=… XUSHI_CHROMIUM=… node benches/page.mjs TEXT

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const RUNS = 9;
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

/** The characters of a collection of reports. */
const COLLECTION = 200_000;

const collection = text.repeat(Math.ceil(COLLECTION / text.length));

const sample = [];
const long = [];
const warm = [];
const warmLong = [];
for (let run = 0; run < RUNS; run += 1) {
  sample.push(await measure(openSample));
  long.push(await measure(paste, text));
  warm.push(await measure(drop, head(text, SPEECH), true));
  warmLong.push(await measure(drop, head(collection, COLLECTION), true));
}
console.log(`median of ${RUNS} runs, milliseconds from navigation unless said otherwise\n`);
report('nothing cached: a sample, chosen as soon as the page can be used', sample);
report(`nothing cached: ${[...text].length} characters, pasted as soon as the page can be used`, long);
report(`everything cached, the page open for two seconds: a file of ${SPEECH} characters dropped`, warm);
report(`the same with ${COLLECTION} characters`, warmLong);

/**
 * @typedef {object} Times
 * @property {number} landing the page can be used
 * @property {number} given the text is given
 * @property {number} text the text can be read: as it came, or with its results
 * @property {number} done all results are there
 * @property {number} longest the longest task of the page's own thread after the text was given
 * @property {number} work the most that one of these tasks worked: what it waited for other
 *   programs of the machine is left out
 * @property {number} bytes over the wire, headers included
 */

/**
 * @param {() => void} give run in the page, which has the text as `given`
 * @param {string} [words]
 * @param {boolean} [cached] whether the page was there before
 * @returns {Promise<Times>}
 */
async function measure(give, words = '', cached = false) {
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
    if (cached) {
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.waitForTimeout(2000);
    }
    await page.goto(url, { waitUntil: 'commit' });
    // The samples are drawn by the page's scripts: once they are there, it can be used.
    await page.locator('#samples button').first().waitFor();
    const landing = await page.evaluate(() => performance.now());
    if (cached) await page.waitForTimeout(2000);
    await page.evaluate((/** @type {string} */ text) => {
      /** @type {any} */ (globalThis).given = text;
    }, words);
    const trace = await startTrace(browser);
    // In a task of its own, so that none of the bench's work is counted.
    await page.evaluate(`setTimeout(${give}, 0)`);
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0, null, { timeout: 120_000 });
    await page.waitForTimeout(300);
    const { longest, work } = tasksAfter('bench:given', await trace.stop());
    const marks = await page.evaluate(() => {
      const at = (/** @type {string} */ name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
      const done = at('xushi:done');
      const plain = at('xushi:text');
      return { given: at('bench:given'), text: Number.isNaN(plain) ? done : plain, done };
    });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { landing, ...marks, longest, work, bytes };
  } finally {
    await browser.close();
  }
}

/**
 * @typedef {{name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number}} TraceEvent
 *   times in microseconds; `tdur`: the part of `dur` that the thread ran
 */

/**
 * The browser's own record of its tasks; the page's observer tells of none under 50 ms.
 *
 * @param {import('playwright-core').Browser} browser
 */
async function startTrace(browser) {
  const session = await browser.newBrowserCDPSession();
  /** @type {TraceEvent[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(.../** @type {any[]} */ (value));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  return {
    async stop() {
      const complete = new Promise((resolve) => {
        session.once('Tracing.tracingComplete', resolve);
      });
      await session.send('Tracing.end');
      await complete;
      return events;
    },
  };
}

/**
 * The longest tasks of the thread that set a mark, from that mark on; in milliseconds.
 *
 * @param {string} mark
 * @param {TraceEvent[]} events
 */
function tasksAfter(mark, events) {
  const set = events.find(({ name }) => name === mark);
  const tasks = events.filter(
    ({ name, pid, tid, ts, dur = 0 }) =>
      name.endsWith('RunTask') && pid === set?.pid && tid === set.tid && ts + dur > set.ts,
  );
  return {
    longest: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000)),
    work: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000)),
  };
}

/**
 * The first characters of a text.
 *
 * @param {string} whole
 * @param {number} characters
 */
function head(whole, characters) {
  return [...whole].slice(0, characters).join('');
}

function openSample() {
  performance.mark('bench:given');
  /** @type {HTMLElement | null} */ (document.querySelector('#samples button'))?.click();
}

function paste() {
  const data = new DataTransfer();
  data.setData('text/plain', /** @type {any} */ (globalThis).given);
  performance.mark('bench:given');
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

function drop() {
  const data = new DataTransfer();
  data.items.add(new File([/** @type {any} */ (globalThis).given], 'speech.txt', { type: 'text/plain' }));
  performance.mark('bench:given');
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
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
  line('all results', (times) => times.done);
  line('the text can be read after it was given', (times) => times.text - times.given);
  line('all results after the text was given', (times) => times.done - times.given);
  line('longest task of the page after that', (times) => times.longest);
  line('the most work of such a task', (times) => times.work);
  line('over the wire', (times) => times.bytes, 'MB', 1e6, 2);
}
