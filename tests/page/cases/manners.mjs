import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { close, drop, open, settled, SPEECH } from '../support.mjs';

describe('manners', () => {
  for (const width of [320, 360, 390]) {
    test(`at ${width} px the parts are tabs and nothing is cut off`, async () => {
      const page = await open({ width, height: 740 });
      assert.ok(await fits(page), 'landing');
      await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
      await settled(page);
      for (const [part, shown] of /** @type {const} */ ([
        ['outline', '.contents'],
        ['tables', '.tables'],
        ['text', '.middle'],
      ])) {
        await page.click(`#part-${part}`);
        assert.equal(await page.locator(shown).isVisible(), true);
        assert.ok(await fits(page), part);
      }
      await page.click('#language');
      await page.waitForFunction(() => document.documentElement.lang === 'en');
      assert.ok(await fits(page), 'in English');
      await page.click('#language');
      await page.waitForFunction(() => document.documentElement.lang !== 'en');
      await page.click('#part-tables');
      await page.locator('#table .go').first().click();
      assert.equal(await page.locator('.middle').isVisible(), true, 'a row leads to the text');
      await page.waitForSelector('#card:not([hidden])');
      await close(page);
    });
  }

  test('at 200 % zoom of a laptop all parts can be reached', async () => {
    const page = await open({ width: 720, height: 450 });
    await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(page);
    assert.ok(await fits(page));
    const text = await page.locator('#scroller').boundingBox();
    assert.ok(text && text.height > 200, 'the text has room');
    await close(page);
  });

  test('the look follows the system, and the switch overrules it', async () => {
    const page = await open({ dark: true });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    await page.click('#theme');
    const light = await paper();
    assert.notEqual(dark, light);
    await page.reload();
    await page.waitForSelector('#samples button');
    assert.equal(await paper(), light, 'the choice is remembered');
    await close(page);
  });

  test('the dark look is one, whether the system or the reader chose it; so is the light one', async () => {
    const page = await open({ dark: true });
    const dark = await palette(page);
    await page.click('#theme');
    const light = await palette(page);
    await page.emulateMedia({ colorScheme: 'light' });
    assert.deepEqual(await palette(page), light, 'the reader chose light');
    await page.click('#theme');
    assert.deepEqual(await palette(page), dark, 'the reader chose dark');
    await page.click('#theme');
    assert.deepEqual(await palette(page), light, 'as the system has it');
    assert.ok(Object.keys(light).length > 20);
    for (const [name, colour] of Object.entries(light)) assert.notEqual(dark[name], colour, name);
    await close(page);
  });

  test('the strip is drawn in the colours of the look, and anew where it changes', async () => {
    const page = await open();
    await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(page);
    for (let turn = 0; turn < 2; turn += 1) {
      const wanted = (await palette(page))['--ladder-measurable'];
      await page.waitForFunction(hasPixel, wanted);
      await page.emulateMedia({ colorScheme: 'dark' });
    }
    await close(page);
  });

  test('what is printed is dark on white in every look', async () => {
    const page = await open({ dark: true });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const { '--ink': ink, '--paper': paper, '--targets': targets } = await palette(page);
    assert.deepEqual([ink, paper, targets], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(11, 83, 148)']);
    await close(page);
  });

  test('the page reads before its scripts ran', async () => {
    const response = await fetch(process.env.XUSHI_URL ?? 'http://127.0.0.1:8000/');
    const html = await response.text();
    assert.match(html, /文字不会离开这台电脑/);
    assert.doesNotMatch(html, /\{\{/);
    assert.doesNotMatch(html, /<script(?![^>]*src=)|\sstyle="|\son\w+="/);
    assert.match(response.headers.get('content-security-policy') ?? html, /default-src 'none'/);
  });

  test('print shows the text and the table, not the tools', async () => {
    const page = await open();
    await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('#leaves').isVisible(), true);
    assert.equal(await page.locator('#table').isVisible(), true);
    assert.equal(await page.locator('.toolbar').isVisible(), false);
    await close(page);
  });
});

/** The colours of the page's own properties, as they are seen. @param {import('playwright-core').Page} page */
function palette(page) {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    /** @type {Record<string, string>} */
    const seen = {};
    const sheet = [...document.styleSheets].find(({ href }) => href?.endsWith('/page.css'));
    for (const rule of sheet?.cssRules ?? []) {
      if (!(rule instanceof CSSStyleRule) || rule.selectorText !== ':root') continue;
      for (const name of rule.style) {
        if (!name.startsWith('--') || !rule.style.getPropertyValue(name).includes('#')) continue;
        probe.style.color = `var(${name})`;
        seen[name] = getComputedStyle(probe).color;
      }
    }
    probe.remove();
    return seen;
  });
}

/** Whether the strip has this colour somewhere. @param {string} colour */
function hasPixel(colour) {
  const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#strip canvas'));
  const wanted = colour.match(/\d+/g)?.map(Number) ?? [];
  const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) {
    if (wanted.every((value, channel) => data[at + channel] === value)) return true;
  }
  return false;
}

/** Whether nothing runs out of the window sideways. @param {import('playwright-core').Page} page */
function fits(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}
