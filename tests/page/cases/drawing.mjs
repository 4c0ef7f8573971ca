import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { close, drop, longSpeech, open, settled } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const LAST = '最后一段写明全县要在今年底前完成收尾工程777项。';

/** A text that is drawn in many slices. Its chapters are left out: their numbers start over, as those of several texts do. */
const LONG = `${longSpeech(120_000).replace(/\n.、.*/g, '')}\n${LAST}\n`;

/** The words stand where they can be seen. @param {Page} page @param {string} words */
const seen = (page, words) =>
  page.waitForFunction((wanted) => {
    const scroller = document.querySelector('#scroller')?.getBoundingClientRect();
    const block = [...document.querySelectorAll('#leaves .block')].find((one) => one.textContent === wanted);
    const box = block?.getBoundingClientRect();
    return scroller && box && box.top >= scroller.top && box.bottom <= scroller.bottom;
  }, words);

describe('a long text, drawn in slices', () => {
  /** As soon as its first words are there. @param {() => void} act run in the page */
  async function whileDrawn(act) {
    const page = await open();
    await page.evaluate(`
      new MutationObserver((_, observer) => {
        if (!document.querySelector('#leaves .block')) return;
        observer.disconnect();
        globalThis.leavesThen = document.querySelectorAll('#leaves .leaf').length;
        (${act})();
      }).observe(document.querySelector('#leaves'), { childList: true });
    `);
    await drop(page, [{ name: '长文.txt', text: LONG }]);
    return page;
  }

  test('a search leads to words whose turn has not come', async () => {
    const page = await whileDrawn(() => {
      const field = /** @type {HTMLInputElement} */ (document.querySelector('#find'));
      field.value = '收尾工程777项';
      field.dispatchEvent(new Event('input'));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    });
    await seen(page, LAST);
    await settled(page);
    const leaves = await page.evaluate(() => [
      /** @type {any} */ (globalThis).leavesThen,
      document.querySelectorAll('#leaves .leaf').length,
    ]);
    assert.ok(leaves[0] < leaves[1], `asked for while there were ${leaves[0]} of ${leaves[1]} leaves`);
    await seen(page, LAST);
    await close(page);
  });

  test('print has the whole text, whenever it is asked for', async () => {
    const page = await whileDrawn(() => window.dispatchEvent(new Event('beforeprint')));
    await page.waitForFunction((words) => document.querySelector('#leaves')?.textContent?.endsWith(words), LAST);
    await settled(page);
    await close(page);
  });

  test('the text comes whole and in order, each leaf once', async () => {
    const page = await open();
    await drop(page, [{ name: '长文.txt', text: LONG }]);
    await settled(page);
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0);
    const shown = await page.evaluate(() => document.querySelector('#leaves')?.textContent ?? '');
    assert.equal(shown, LONG.replaceAll('\n', ''));
    await close(page);
  });

  test('a row leads to a place far below, and the last row can be reached', async () => {
    const page = await open();
    await drop(page, [{ name: '长文.txt', text: LONG }]);
    await settled(page);
    await page.fill('#filter', '777');
    await page.locator('#table tbody tr').last().click();
    await seen(page, LAST);
    await close(page);
  });
});
