import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { downloaded, ledger, rowCount } from '../sheet.mjs';
import { address, browser, open, paste, pick, settled, SPEECH, textOf } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const FIXTURES = new URL('../../../crates/formats/tests/fixtures/', import.meta.url);
const office = (/** @type {string} */ ending) => readFileSync(new URL(`provincial-work-report.${ending}`, FIXTURES));

/** A part that is fetched when it is asked for, and differs in a second build. */
const PART = 'js/compare/view.js';

/** What a second build differs in; a worker of the first that got its module would break down. @type {Record<string, (text: string, build: number) => string>} */
const CHANGES = {
  [PART]: (text, build) => `${text}// build ${build}\n`,
  'js/office/worker.js': (text) => `throw new Error('of another build');\n${text}`,
};

/** A host of the page that can put a second build in its place, lose a file's true content, or go away. */
async function host() {
  let build = 1;
  let isMixed = false;
  const server = http.createServer(async (request, response) => {
    const name = (request.url ?? '/').slice(1);
    const answer = await fetch(new URL(name, address));
    let bytes = Buffer.from(await answer.arrayBuffer());
    const change = build > 1 || isMixed ? CHANGES[name] : undefined;
    if (change) bytes = Buffer.from(change(String(bytes), build));
    if (name === 'service-worker.js' && build > 1) bytes = Buffer.from(await listedAnew(String(bytes), build));
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'text/plain',
      'content-security-policy': answer.headers.get('content-security-policy') ?? '',
      'cache-control': 'no-cache',
    });
    response.end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    renew: () => (build += 1),
    mix: (/** @type {boolean} */ on) => (isMixed = on),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

/** The service worker as a build would list its files. @param {string} script @param {number} build */
async function listedAnew(script, build) {
  const hash = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex').slice(0, 20);
  let told = script.replace(/const VERSION = '(\w+)'/, (_, version) => `const VERSION = '${version}${build}'`);
  for (const [name, change] of Object.entries(CHANGES)) {
    const text = await (await fetch(new URL(name, address))).text();
    told = told.replace(hash(text), hash(change(text, build)));
  }
  return told;
}

/** Until all of the page is kept, and this page is served from there. @param {Page} page */
const isKept = (page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, { timeout: 60_000 });

/** The build that a part is of which the page asks for now. @param {Page} page */
const buildOf = (page) =>
  page.evaluate(async (part) => Number(/build (\d+)/.exec(await (await fetch(part)).text())?.[1] ?? 1), PART);

/** Drops a Word file and counts the rows of its ledger. @param {Page} page */
async function ledgerOfWord(page) {
  await pick(page, [{ name: '通知.docx', bytes: office('docx') }]);
  await settled(page);
  await page.waitForSelector('#file:not([hidden])');
  await ledger(page);
  // The rows come in portions.
  await page.waitForFunction(() => document.querySelectorAll('.sheet tbody tr').length > 3);
  return rowCount(page);
}

describe('without a network', () => {
  /** @type {import('playwright-core').BrowserContext} */
  let context;
  before(async () => {
    context = await browser.newContext({ locale: 'zh-CN' });
  });
  after(() => context.close());

  test('opened once, the page reads office files, makes ledgers and files, and opens samples and rules', async () => {
    const site = await host();
    const page = await open({ url: site.url, context });
    await isKept(page);
    const browserOf = await context.newCDPSession(page);
    const { installabilityErrors } = await browserOf.send('Page.getInstallabilityErrors');
    // A browser's private window, as tests have it, installs nothing.
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId), ['in-incognito']);
    await site.close();
    await page.reload();
    await page.waitForSelector('#samples button');
    assert.ok((await ledgerOfWord(page)) > 3);
    const { name } = await downloaded(page, () => page.click('[data-kind=xlsx]'));
    assert.match(name, /\.xlsx$/);
    await page.click('#back');
    await pick(page, [{ name: '通知.pdf', bytes: office('pdf') }]);
    await page.waitForFunction(() => document.querySelector('#file')?.textContent?.includes('PDF'));
    await settled(page);
    await page.click('#brand');
    await page.locator('#samples button').first().click();
    await settled(page);
    await page.goto(`${site.url}rules/sum-mismatch.html`);
    assert.match(await page.innerText('h1'), /[\u4e00-\u9fff]/);
    await page.close();
  });

  test('a new version says so and is taken with the open texts; a page that is open keeps its own', async () => {
    const site = await host();
    const page = await open({ url: site.url, context });
    await isKept(page);
    const other = await open({ url: site.url, context });
    await paste(page, SPEECH);
    await settled(page);
    site.renew();
    await page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForSelector('#version .notice', { timeout: 60_000 });
    assert.match(await page.innerText('#version'), /新版本/);
    await page.click('#language');
    assert.match(await page.innerText('#version'), /new version/);
    assert.equal(await buildOf(page), 1, 'nothing changes before it is asked for');
    await Promise.all([page.waitForNavigation(), page.click('#version .secondary')]);
    await settled(page);
    assert.match(await textOf(page), /地区生产总值完成126\.5亿元/);
    assert.equal(await page.locator('#version .notice').count(), 0);
    assert.equal(await buildOf(page), 2);
    assert.equal(await buildOf(other), 1, 'the other page goes on with what it was opened with');
    assert.ok((await ledgerOfWord(other)) > 3, 'and so do workers that it starts now');
    const versions = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('xushi-')).length);
    assert.equal(await versions(), 2);
    await other.close();
    await page.reload();
    await page.waitForSelector('#samples button', { state: 'attached' });
    assert.equal(await page.locator('html').getAttribute('data-view'), 'landing', 'what was carried over is carried once');
    await page.waitForFunction(async () => (await caches.keys()).filter((name) => name.startsWith('xushi-')).length === 1);
    await page.close();
    await site.close();
  });

  test('a build that is half in its place is not kept, and the page works meanwhile', async () => {
    const site = await host();
    site.mix(true);
    const page = await open({ url: site.url, context, expected: /not as this version/ });
    const state = await page.evaluate(async () => {
      const registered = async () => {
        for (;;) {
          const registration = await navigator.serviceWorker.getRegistration();
          if (registration?.installing) return registration.installing;
          await new Promise(requestAnimationFrame);
        }
      };
      const worker = await registered();
      return new Promise((resolve) => {
        const look = () => ['redundant', 'activated'].includes(worker.state) && resolve(worker.state);
        worker.addEventListener('statechange', look);
        look();
      });
    });
    assert.equal(state, 'redundant');
    await paste(page, SPEECH);
    await settled(page);
    site.mix(false);
    await page.reload();
    await isKept(page);
    await page.close();
    await site.close();
  });
});

describe('carried away', () => {
  test('one HTML file opens from a disk, reads what is pasted and office files, and can connect to nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xushi-file-'));
    const file = join(folder, 'xushi.html');
    writeFileSync(file, Buffer.from(await (await fetch(new URL('offline/xushi.html', address))).arrayBuffer()));
    const context = await browser.newContext({ locale: 'zh-CN' });
    /** @type {string[]} */
    const asked = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await open({ url: pathToFileURL(file).href, context, expected: /Content Security Policy|violates|Refused/ });
    await page.focus('#field');
    await paste(page, SPEECH);
    await settled(page);
    assert.match(await textOf(page), /地区生产总值完成126\.5亿元/);
    await page.locator('#table tbody tr').first().waitFor();
    assert.ok((await ledgerOfWord(page)) > 3);
    await page.click('#back');
    await pick(page, [{ name: '通知.pdf', bytes: office('pdf') }]);
    await page.waitForFunction(() => document.querySelector('#file')?.textContent?.includes('PDF'));
    await settled(page);
    await page.click('#brand');
    assert.equal(await page.locator('.served-only').isVisible(), false);
    await page.locator('#samples button').filter({ hasText: '汇编' }).first().click();
    await settled(page);
    await page.click('#tables [role=tab]:has-text("问题")');
    const link = page.locator('.finding a[href^="rules/"]').first();
    const [rule] = await Promise.all([context.waitForEvent('page'), link.click()]);
    assert.match(await rule.innerText('main'), /为什么/);
    assert.equal(await rule.locator('main .en').first().isVisible(), false, 'its style is there');
    await rule.close();
    assert.deepEqual(asked.filter((url) => !/^(?:blob|data):/.test(url) && url !== pathToFileURL(file).href), []);
    const image = await page.evaluate((url) => new Promise((resolve) => {
      const picture = new Image();
      picture.onload = () => resolve('loaded');
      picture.onerror = () => resolve('refused');
      picture.src = `${url}images/favicon.svg`;
    }), address);
    assert.equal(image, 'refused');
    await context.close();
    rmSync(folder, { recursive: true });
  });

  test('the ZIP holds the page as it is served', async () => {
    const zip = unzipSync(Buffer.from(await (await fetch(new URL('offline/xushi-offline.zip', address))).arrayBuffer()));
    for (const name of ['index.html', 'js/main.js', 'generated/dictionary.bin', 'service-worker.js', 'offline/xushi.html']) {
      const served = Buffer.from(await (await fetch(new URL(name, address))).arrayBuffer());
      assert.ok(served.equals(zip[`xushi/${name}`] ?? Buffer.alloc(0)), name);
    }
  });
});
