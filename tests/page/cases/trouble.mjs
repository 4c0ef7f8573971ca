import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { close, drop, faultyServer, open, paste, pick, settled, SPEECH, textOf } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** For the largest inputs, on a machine that has much else to do; in milliseconds. */
const LONG = 240_000;

describe('bad input', () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await open();
    await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(page);
  });
  after(() => close(page));

  /** What the reader had is still there. */
  async function kept() {
    assert.match(await textOf(page), /地区生产总值完成126\.5亿元/);
    assert.ok((await page.locator('#table tbody tr').count()) > 0);
  }

  for (const [what, bytes] of /** @type {[string, Buffer][]} */ ([
    ['an empty file', Buffer.alloc(0)],
    ['white space', Buffer.from(' \n\t　\r\n ')],
    ['a picture', PNG],
  ])) {
    test(`${what} is refused in words, and what was there stays`, async () => {
      await pick(page, [{ name: '坏.txt', bytes }]);
      await settled(page, 'error');
      const notice = page.locator('#notices .notice.error');
      assert.match(await notice.innerText(), /。/);
      await kept();
      await page.click('#language');
      assert.doesNotMatch((await notice.innerText()).replace(/[“”‘’（）]/g, ''), /[\u4e00-\u9fff]/);
      await page.click('#language');
      await notice.locator('.close').click();
      assert.equal(await page.locator('#notices .notice').count(), 0);
    });
  }

  for (const [what, bytes, warns] of /** @type {[string, Buffer, RegExp][]} */ ([
    ['English', Buffer.from('The quick brown fox jumps over the lazy dog. '.repeat(40)), /汉字/],
    ['a file cut inside a character', Buffer.from(SPEECH).subarray(0, -3), /断开|字节/],
    [
      'markup and script',
      Buffer.from(`<script>window.hit = 1</script><img src=x onerror="window.hit = 1">\n${SPEECH}`),
      /网页代码/,
    ],
  ])) {
    test(`${what} is read with a warning`, async () => {
      const own = await open();
      await pick(own, [{ name: '怪<img src=x onerror=alert(1)>.txt', bytes }]);
      await settled(own);
      await own.waitForSelector('#warnings .warning');
      assert.match(await own.locator('#warnings').innerText(), warns);
      assert.equal(await own.evaluate(() => /** @type {any} */ (window).hit), undefined);
      assert.equal(await own.locator('#leaves img, #leaves script, #files img').count(), 0);
      await close(own);
    });
  }

  test('one line of two million characters is read, in pieces', async () => {
    const own = await open();
    const text = '全县完成投资12亿元，增长8%。今年要新建学校3所。'.repeat(80_000);
    await pick(own, [{ name: '一行.txt', bytes: text }]);
    await settled(own, 'ready', LONG);
    assert.ok((await own.locator('#leaves .leaf').count()) > 100);
    const longest = await own.evaluate(() =>
      Math.max(...[...document.querySelectorAll('#leaves .block')].map((b) => b.textContent.length)),
    );
    assert.ok(longest <= 4001, `a piece of ${longest} characters`);
    await own.evaluate(() => {
      const scroller = /** @type {HTMLElement} */ (document.querySelector('#scroller'));
      scroller.scrollTop = scroller.scrollHeight / 2;
    });
    await own.waitForFunction(() => {
      const box = /** @type {HTMLElement} */ (document.querySelector('#scroller')).getBoundingClientRect();
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return Boolean(at?.closest('.block'));
    });
    await close(own);
  });

  test('ten megabytes are read, and the page answers while they are', async (t) => {
    const own = await open();
    const paragraph = '全县完成投资12亿元，同比增长8%。今年要新建学校3所，坚定不移推进高质量发展。\n';
    const text = paragraph.repeat(Math.ceil(10_000_000 / Buffer.byteLength(paragraph)));
    const start = Date.now();
    await pick(own, [{ name: '十兆.txt', bytes: text }]);
    await own.waitForFunction(() => document.documentElement.dataset.state !== 'landing');
    const asked = Date.now();
    await own.click('#language');
    t.diagnostic(`a click was answered after ${Date.now() - asked} ms`);
    await settled(own, 'ready', LONG);
    t.diagnostic(`10 MB shown after ${Date.now() - start} ms`);
    await own.waitForSelector('#leaves .block');
    assert.ok((await own.locator('#table tbody tr').count()) < 400, 'rows are made as needed');
    await close(own);
  });
});

describe('a core that breaks or takes long', () => {
  /** @type {Awaited<ReturnType<typeof faultyServer>>} */
  let server;
  before(async () => {
    server = await faultyServer();
  });
  after(() => server.close());

  const expected = /core broke down|unreachable/;

  test('a breakdown is told, the text is kept, and the next text is read', async () => {
    const page = await open({ url: server.url, expected });
    await page.focus('#field');
    await paste(page, `!break!${SPEECH}`);
    await settled(page, 'error');
    assert.match(await page.locator('#notices .error').innerText(), /重新启动/);
    assert.match(await page.inputValue('#field'), /!break!/);
    await page.fill('#field', SPEECH);
    await page.click('#go');
    await settled(page);
    assert.match(await textOf(page), /云岭县/);
    await pick(page, [{ name: '坏.txt', bytes: `!break!${SPEECH}` }]);
    await settled(page, 'error');
    assert.match(await textOf(page), /云岭县/);
    await close(page);
  });

  test('a worker that ends without a word is noticed within a second, and the next text is read', async () => {
    const page = await open({ url: server.url, expected });
    await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(page);
    await page.evaluate(() => performance.mark('asked'));
    await drop(page, [{ name: '断.txt', text: `!end!${SPEECH}` }]);
    await settled(page, 'error');
    const waited = await page.evaluate(() => performance.now() - (performance.getEntriesByName('asked')[0]?.startTime ?? 0));
    assert.ok(waited < 1000, `${waited} ms`);
    assert.match(await page.locator('#notices .error').innerText(), /“断\.txt”.*重新启动/);
    await drop(page, [{ name: '再来.txt', text: SPEECH.replaceAll('云岭', '青石') }]);
    await settled(page);
    assert.match(await textOf(page), /青石县/);
    await close(page);
  });

  test('the text can be read while the dictionary is on its way', async () => {
    const release = server.dictionary.hold();
    const page = await open({ url: server.url });
    await drop(page, [{ name: '迟.txt', text: SPEECH }]);
    await page.waitForSelector('#plain .block');
    assert.match(await page.innerText('#plain'), /地区生产总值完成126\.5亿元/);
    assert.equal(await page.locator('#leaves .block').count(), 0, 'nothing is known of it yet');
    await page.waitForSelector('#progress:not([hidden])');
    assert.match(await page.innerText('#progress'), /词典/);
    release();
    await settled(page);
    assert.equal(await page.locator('#plain').isVisible(), false);
    assert.equal(await page.locator('.toolbar').isVisible(), true);
    assert.ok((await page.locator('#table tbody tr').count()) > 0);
    await close(page);
  });

  test('who cancels before the dictionary is there has the text in the field again', async () => {
    const release = server.dictionary.hold();
    const page = await open({ url: server.url });
    await paste(page, SPEECH);
    await page.waitForSelector('#plain .block');
    await page.click('#progress button');
    await page.waitForSelector('#field:visible');
    assert.match(await page.inputValue('#field'), /云岭县/);
    await page.click('#go');
    release();
    await settled(page);
    assert.match(await textOf(page), /云岭县/);
    await close(page);
  });

  for (const [fault, words] of /** @type {const} */ ([
    ['missing', /没有载入.*刷新/],
    ['damaged', /损坏.*刷新/],
  ])) {
    test(`a ${fault} dictionary is told with what to do; the text is kept, and read once it is there`, async () => {
      server.dictionary.fault = fault;
      const page = await open({ url: server.url, expected: /404/ });
      await page.waitForSelector('#notices .error');
      await page.fill('#field', SPEECH);
      await page.click('#go');
      await settled(page, 'error');
      assert.match(await page.locator('#notices .error').first().innerText(), words);
      assert.match(await page.inputValue('#field'), /云岭县/);
      assert.equal(await page.locator('#field').isVisible(), true);
      server.dictionary.fault = null;
      await page.click('#go');
      await settled(page);
      assert.match(await textOf(page), /云岭县/);
      await close(page);
    });
  }

  test('long work shows a bar; cancelled, what was there stays and the next text is read', async () => {
    const page = await open({ url: server.url });
    await pick(page, [{ name: '甲.txt', bytes: SPEECH }]);
    await settled(page);
    await pick(page, [{ name: '慢.txt', bytes: `!slow!${SPEECH}` }]);
    await settled(page, 'working');
    await page.waitForSelector('#progress:not([hidden])');
    await page.click('#progress button');
    await settled(page);
    assert.equal(await page.locator('#progress').isVisible(), false);
    assert.match(await textOf(page), /云岭县/);
    await pick(page, [{ name: '乙.txt', bytes: SPEECH.replaceAll('云岭县', '海棠县') }]);
    await page.waitForFunction(() => document.querySelector('#leaves')?.textContent?.includes('海棠县'));
    await close(page);
  });
});
