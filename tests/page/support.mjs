/**
 * What the cases share: a browser for those of a file, the page opened afresh for each case, and a server between
 * that can put a breaking or a slow core in the true one's place.
 */
import assert from 'node:assert/strict';
import http from 'node:http';
import { resolve } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { bundled } from '../../xtask/page/scripts.mjs';

const SWITCHES = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A short speech of our own about a county that does not exist. */
export const SPEECH = `在云岭县经济工作会议上的讲话
（2024年2月5日）
陈向阳
同志们：
今天我们召开全县经济工作会议，总结去年工作，部署今年任务。下面，我讲两点意见。
一、过去一年成绩来之不易
2023年，全县地区生产总值完成126.5亿元，同比增长6.2%。新建高标准农田3.5万亩，城镇新增就业4200人。全县上下凝心聚力、攻坚克难，各项事业再上新台阶。
二、今年工作要突出重点
（一）抓好项目建设。力争固定资产投资增长8%以上，实施重点项目45个。县发展和改革局要在6月底前完成项目清单。
（二）抓好民生实事。确保城镇新增就业5000人以上，城镇调查失业率控制在5.5%以内。到2025年底，全县森林覆盖率达到42%。
三、切实加强组织领导
各乡镇、各部门要提高政治站位，坚定不移抓落实，为全县高质量发展作出新的更大贡献。
`;

/** Six findings: two errors, two slips, two notes. */
export const FAULTY = `在云岭县农业农村工作会议上的讲话
（2024年3月5日）
同志们：
今天的会议很重要。
一、去年工作
全县Gdp增长6.2%，新增设施农业示范园12个。会议定于2月30日再开一次。
东片用地120亩、西片用地30亩，合计160亩。各项任务全面完成。。群众满意度明显提高。
二、今年工作
粮食产量增长3—5%，解决好五、六十个村的饮水问题。
`;

/** About so many characters, of paragraphs that differ. @param {number} characters */
export function longSpeech(characters) {
  const lines = ['在云岭县经济工作会议上的讲话', '（2024年2月5日）', '陈向阳', '同志们：'];
  for (let at = 1, size = 0; size < characters; at += 1) {
    if (at % 12 === 1) lines.push(`${'一二三四五六七八九十'[Math.floor(at / 12) % 10]}、抓好第${at}个方面的工作`);
    const line = `全县第${at}批重点项目完成投资${at * 3}.${at % 10}亿元，同比增长${at % 17}%，新增就业${at * 20}人。今年要再建设高标准农田${at}万亩，力争到2025年达到${at + 40}%以上，县农业农村局要在9月底前拿出方案，坚定不移推进高质量发展。`;
    lines.push(line);
    size += line.length;
  }
  return lines.join('\n');
}

/** The page's address, with a slash at its end. */
export const address = new URL(process.env.XUSHI_URL ?? 'http://127.0.0.1:8000/').href;

/**
 * A browser that draws the page. On a machine that has just been set up the first frame may take a minute, or never
 * come: no case measures that, and a browser that has drawn nothing by then is started anew.
 */
async function drawing() {
  for (let tries = 1; ; tries += 1) {
    const started = await chromium.launch({
      executablePath: process.env.XUSHI_CHROMIUM ?? '/usr/bin/chromium',
      args: SWITCHES,
    });
    try {
      const page = await started.newPage({ serviceWorkers: 'block' });
      page.setDefaultTimeout(60_000);
      await page.goto(address);
      await page.waitForSelector('#samples button');
      await page.context().close();
      return started;
    } catch (error) {
      await started.close();
      if (tries === 3) throw error;
    }
  }
}

export const browser = await drawing();

/** One for most pages, so that the core and the word list come from its cache. */
const shared = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
shared.on('request', (request) => {
  const { hostname, protocol } = new URL(request.url());
  if (protocol !== 'blob:' && protocol !== 'data:' && hostname !== new URL(address).hostname) {
    faults.push(`request: ${request.url()}`);
  }
});

/** What went wrong in any page: faults, refusals of the content policy, requests of another origin. @type {string[]} */
const faults = [];

// A file of cases ends the browser; whoever else has it from here does that himself.
if (/[\\/]cases[\\/]/.test(process.argv[1] ?? '')) {
  after(async () => {
    await browser.close();
    assert.deepEqual(faults, []);
  });
}

/**
 * A fresh page. `first` is run in it before anything else.
 *
 * @param {{width?: number, height?: number, dark?: boolean, url?: string,
 *   first?: () => void, expected?: RegExp, zoom?: number, reduced?: boolean, context?: import('playwright-core').BrowserContext}} [options]
 *   `expected`: a fault that the case brings about itself; `context`: one of its own, where pages may be kept by a service worker
 */
export async function open({ width = 1440, height = 900, dark = false, url = address, first, expected, reduced = false, context = shared } = {}) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reduced ? 'reduce' : 'no-preference',
  });
  page.setDefaultTimeout(30_000);
  const note = (words) => {
    if (!expected?.test(words)) faults.push(words);
  };
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`);
  });
  if (first) await page.addInitScript(first);
  await page.goto(url);
  await page.waitForSelector('#samples button');
  return page;
}

/** Closes a page, and forgets what it kept. @param {import('playwright-core').Page} page */
export async function close(page) {
  await page.evaluate(() => {
    localStorage.clear();
    indexedDB.deleteDatabase('xushi');
  });
  await page.close();
}

/** Until the texts that were given are through. @param {import('playwright-core').Page} page @param {string} [state] @param {number} [timeout] */
export async function settled(page, state = 'ready', timeout = 45_000) {
  await page.waitForSelector(`html[data-state="${state}"]`, { state: 'attached', timeout });
}

/** Until what was typed is taken in, analysed and shown. @param {import('playwright-core').Page} page */
export async function taken(page) {
  await page.waitForSelector('#leaves:not([data-typed])', { state: 'attached' });
  await settled(page);
}

/** Until the browser keeps so many texts for a reload, with these words in them. @param {import('playwright-core').Page} page @param {number} count @param {string} [words] */
export async function kept(page, count, words = '') {
  // A function that is waited for gives no promise: each is true.
  await page.evaluate(
    async ([count, words]) => {
      const read = () => new Promise((resolve) => {
        const opened = indexedDB.open('xushi', 1);
        opened.onsuccess = () => {
          const all = opened.result.transaction('texts').objectStore('texts').getAll();
          all.onsuccess = () => resolve(all.result);
          opened.result.close();
        };
      });
      for (const end = performance.now() + 15_000; performance.now() < end; ) {
        const texts = await read();
        const told = await Promise.all(texts.map(async ({ blob, kept, ledger }) => (await blob.text()) + JSON.stringify([kept, ledger])));
        if (told.length === count && told.join('').includes(String(words))) return;
        await new Promise(requestAnimationFrame);
      }
      throw new Error(`${count} texts with “${words}” were not kept`);
    },
    /** @type {const} */ ([count, words]),
  );
}

/** Until the table and the caret stand still, for some frames. @param {import('playwright-core').Page} page */
export async function still(page) {
  await page.waitForFunction(
    () => {
      const seen = /** @type {any} */ (globalThis);
      const caret = window.getSelection()?.getRangeAt(0).getBoundingClientRect().top;
      const now = `${document.querySelector('#table')?.scrollTop} ${caret}`;
      seen.same = seen.before === now ? seen.same + 1 : 0;
      seen.before = now;
      return seen.same > 5;
    },
    null,
    { polling: 'raf' },
  );
}

/** As the system's clipboard would: a paste event with this text. @param {import('playwright-core').Page} page @param {string} text @param {string} [html] */
export async function paste(page, text, html = '') {
  await page.evaluate(([words, html]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words ?? '');
    if (html) clipboardData.setData('text/html', html);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, [text, html]);
}

/** Drops files on the page. @param {import('playwright-core').Page} page @param {{name: string, text: string}[]} files */
export async function drop(page, files) {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of given) {
      dataTransfer.items.add(new File([text], name, { type: 'text/plain' }));
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
    }
  }, files);
}

/** Chooses files in the picker. @param {import('playwright-core').Page} page @param {{name: string, bytes: string | Buffer}[]} files */
export async function pick(page, files) {
  await page.setInputFiles(
    '#picker',
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes),
    })),
    // Ten megabytes take their time on the way into the browser.
    { timeout: 60_000 },
  );
}

/**
 * A server that hands on all but the core, which is the true one with faults on demand: a text that
 * holds `!break!` breaks it down as a panic would, `!slow!` keeps it busy until it is cancelled, `!end!` ends it without a word, and one with `!once!`
 * gives no ledger when it is first asked for.
 */
const FAULTY_CORE = `
import init, { Engine as True } from 'true';
export default init;
let isAsked = false;
export class Side {}
export class Engine {
  #core;
  constructor(dictionary) { this.#core = new True(dictionary); }
  warmUp() {}
  analyze(name, bytes, progress, ...known) {
    const text = new TextDecoder().decode(bytes.subarray(0, 4000));
    if (text.includes('!break!')) throw new WebAssembly.RuntimeError('unreachable');
    if (text.includes('!slow!')) for (;;);
    if (text.includes('!end!')) {
      globalThis.close();
      globalThis.postMessage = () => {};
      throw new Error('nobody hears this');
    }
    return this.#core.analyze(name, bytes, progress, ...known);
  }
  analyzeToJson(name, bytes, ...known) { return this.#core.analyzeToJson(name, bytes, ...known); }
  ledger(name, bytes, ...known) {
    const isFirst = !isAsked && new TextDecoder().decode(bytes.subarray(0, 4000)).includes('!once!');
    isAsked = true;
    if (isFirst) throw Object.assign(new Error('没有'), { messageEn: 'none' });
    return this.#core.ledger(name, bytes, ...known);
  }
}
`;

/** Puts that core in the place of the true one. @type {import('esbuild').Plugin} */
const faulty = {
  name: 'faulty',
  setup(bundler) {
    const folder = resolve('www/generated/wasm');
    bundler.onResolve({ filter: /\/generated\/wasm\/xushi\.js$/ }, () => ({ path: 'core', namespace: 'faulty' }));
    bundler.onResolve({ filter: /^true$/ }, () => ({ path: resolve(folder, 'xushi.js') }));
    bundler.onLoad({ filter: /^core$/, namespace: 'faulty' }, () => ({ contents: FAULTY_CORE, resolveDir: folder }));
  },
};

/** The worker with that core, as the build joins it. */
async function faultyWorker() {
  const { outputFiles } = await bundled(['js/worker.js'], [faulty]);
  return outputFiles.find(({ path }) => path.endsWith('worker.js'))?.text ?? '';
}

/** What comes of a request for the dictionary, and when. */
export async function faultyServer() {
  const worker = await faultyWorker();
  const dictionary = {
    fault: /** @type {'missing' | 'damaged' | null} */ (null),
    ready: Promise.resolve(),
    /** Holds the dictionary back until what is returned is called. */
    hold() {
      /** @type {() => void} */
      let release = () => {};
      dictionary.ready = new Promise((resolve) => (release = resolve));
      return release;
    },
  };
  const server = http.createServer(async (request, response) => {
    const path = request.url ?? '/';
    try {
      if (path === '/js/worker.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' });
        response.end(worker);
        return;
      }
      const isDictionary = path.endsWith('dictionary.bin');
      if (isDictionary) await dictionary.ready;
      if (isDictionary && dictionary.fault === 'missing') {
        response.writeHead(404);
        response.end();
        return;
      }
      const from = new URL(path.slice(1), address);
      const answer = await fetch(from);
      const headers = { 'content-type': answer.headers.get('content-type') ?? 'text/plain' };
      const policy = answer.headers.get('content-security-policy');
      response.writeHead(answer.status, policy ? { ...headers, 'content-security-policy': policy } : headers);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const isDamaged = isDictionary && dictionary.fault === 'damaged';
      response.end(isDamaged ? bytes.fill(0x55, bytes.length >> 1) : bytes);
    } catch (error) {
      response.writeHead(502);
      response.end(String(error));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  // A case that fails leaves it open.
  server.unref();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    dictionary,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

/** The text that stands on the page, blocks divided by line ends. @param {import('playwright-core').Page} page */
export const textOf = (page) =>
  page.evaluate(() => [...document.querySelectorAll('#leaves .block')].map((b) => b.textContent).join('\n'));

/** @param {import('playwright-core').Page} page */
export const rowCount = (page) => page.locator('#table tbody tr').count();

/** A page on which a text was dropped and that shows all of it. @param {string} text @param {object} [options] */
export async function showing(text, options) {
  const page = await open(options);
  await drop(page, [{ name: '讲话.txt', text }]);
  await settled(page);
  await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0);
  return page;
}

/** The words that are marked as chosen. @param {Page} page */
export const chosen = (page) =>
  page.evaluate(() =>
    [.../** @type {any} */ (CSS.highlights.get('chosen') ?? [])]
      .map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))
      .join(''),
  );

/** Brings the marked place `at` of a layer into view and tells its middle. @param {Page} page @param {string} layer @param {number} at */
export const middleOf = (page, layer, at) =>
  page.evaluate(
    ([layer, at]) => {
      const range = [.../** @type {any} */ (CSS.highlights.get(String(layer)))][Number(at)];
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      live.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = live.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    [layer, at],
  );
