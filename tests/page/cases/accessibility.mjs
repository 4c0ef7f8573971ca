import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { close, drop, open, settled, SPEECH } from '../support.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, of whatever grade, once no colour is on its way to another. @param {import('playwright-core').Page} page */
async function found(page) {
  await page.evaluate(() => {
    const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
    return Promise.allSettled(changing.map((one) => one.finished)).then(() => undefined);
  });
  const { violations } = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`);
}

/** As a reader of English left it. */
const english = () => localStorage.setItem('xushi-language', 'en');

describe('accessibility', () => {
  for (const [name, options] of /** @type {const} */ ([
    ['light', {}],
    ['dark', { dark: true }],
    ['narrow', { width: 360, height: 740 }],
    ['light, in English', { first: english }],
    ['dark, in English', { dark: true, first: english }],
    ['narrow, in English', { width: 360, height: 740, first: english }],
  ])) {
    test(`axe finds nothing: ${name}`, async () => {
      const page = await open(options);
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'first' in options ? 'en' : 'zh-CN');
      assert.deepEqual(await found(page), [], 'landing');
      await drop(page, [
        { name: '甲.txt', text: `${SPEECH}\n责任编辑：林小满\n` },
        { name: '乙.txt', text: SPEECH },
      ]);
      await settled(page);
      await page.click('#aside summary');
      assert.deepEqual(await found(page), [], 'reading');
      await page.click('#edit');
      await page.waitForSelector('#edit-bar:not([hidden])');
      assert.deepEqual(await found(page), [], 'editing');
      await page.click('#edit');
      if (name.startsWith('narrow')) {
        for (const part of ['outline', 'tables']) {
          await page.click(`#part-${part}`);
          assert.deepEqual(await found(page), [], part);
        }
        await page.click('#tab-terms');
        await page.locator('#table .go').first().click();
        assert.deepEqual(await found(page), [], 'a term in context');
      } else {
        await page.locator('#table tbody tr').first().click();
        for (const table of ['compare', 'tasks', 'findings', 'terms', 'scores']) {
          await page.click(`#tab-${table}`);
          assert.deepEqual(await found(page), [], table);
        }
        await page.locator('button.count-of').first().click();
        assert.deepEqual(await found(page), [], 'places of a score');
        await page.keyboard.press('Escape');
        await page.click('#tab-terms');
        await page.locator('#table .go').first().click();
        assert.deepEqual(await found(page), [], 'a term in context');
        await page.keyboard.press('?');
        assert.deepEqual(await found(page), [], 'help');
        await page.keyboard.press('Escape');
      }
      await page.click('#compare-texts');
      await page.waitForSelector('.figures-of tbody tr');
      assert.deepEqual(await found(page), [], 'several documents');
      await page.click('#back');
      await page.click('#open-ledger');
      await page.waitForSelector('.sheet tbody tr');
      assert.deepEqual(await found(page), [], 'ledger');
      await page.locator('.sheet tbody [data-place=lead]').first().dblclick();
      assert.deepEqual(await found(page), [], 'a cell of the ledger that is edited');
      await page.keyboard.press('Escape');
      for (const face of ['units', 'months']) {
        await page.click(`#ledger-face-${face}`);
        assert.deepEqual(await found(page), [], face);
      }
      await page.click('#back');
      await page.click('#open-compare');
      await page.waitForSelector('.choices-of .found');
      assert.deepEqual(await found(page), [], 'two texts beside each other');
      await close(page);
    });
  }

  test('everything can be reached by the tab key, and the focus is seen', async () => {
    const page = await open();
    await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(page);
    const seen = new Set();
    for (let at = 0; at < 60; at += 1) {
      await page.keyboard.press('Tab');
      const [id, outline] = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return ['', 'none'];
        const region = focused.closest('#layers, #outline, #tables, .controls, #scroller, .finder');
        return [region?.id || region?.className || '', getComputedStyle(focused).outlineStyle];
      });
      if (id) {
        seen.add(id);
        assert.notEqual(outline, 'none', id);
      }
    }
    for (const part of ['layers', 'outline', 'tables', 'controls', 'scroller', 'finder']) {
      assert.ok(seen.has(part), `${part} (reached: ${[...seen]})`);
    }
    await close(page);
  });
});
