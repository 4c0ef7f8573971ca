import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { address, browser, close, drop, FAULTY, kept, longSpeech, open, settled, showing, SPEECH, textOf } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const view = (/** @type {Page} */ page) => page.evaluate(() => document.documentElement.dataset.view);
const live = (/** @type {Page} */ page) => page.locator('#live').textContent();

describe('ways through the page', () => {
  test('the browser’s Back leads through the views to the landing, and Forward to the text again', async () => {
    const page = await showing(SPEECH);
    await page.click('#open-ledger');
    await page.goBack();
    assert.equal(await view(page), 'reading');
    await page.goBack();
    assert.equal(await view(page), 'landing');
    assert.equal(await page.locator('#field').isVisible(), true);
    await page.goForward();
    assert.equal(await view(page), 'reading');
    assert.match(await textOf(page), /云岭县经济工作会议/);
    await close(page);
  });

  test('where texts are kept, a reload opens the same text, article and table', async () => {
    const page = await open();
    await page.check('#keep');
    await drop(page, [{ name: '甲.txt', text: SPEECH }, { name: '乙.txt', text: SPEECH.replaceAll('云岭', '青石') }]);
    await settled(page);
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 1);
    await page.locator('#files .file').nth(1).click();
    await page.click('#tab-tasks');
    await kept(page, 2);
    await page.reload();
    await settled(page);
    await page.waitForFunction(() => document.querySelector('#leaves')?.textContent?.includes('青石县'));
    assert.equal(await page.locator('#tab-tasks').getAttribute('aria-selected'), 'true');
    await page.click('#brand');
    await page.uncheck('#keep');
    assert.equal(await page.evaluate(() => localStorage.getItem('xushi-place')), null, 'and is forgotten with them');
    await close(page);
  });

  test('编辑 begins and ends where the reader is', async () => {
    const page = await showing(longSpeech(30_000));
    await page.locator('#outline .heading').nth(6).click();
    const first = () =>
      page.evaluate(() => {
        const { top } = /** @type {Element} */ (document.querySelector('#scroller')).getBoundingClientRect();
        return [...document.querySelectorAll('#leaves .block')].find((block) => block.getBoundingClientRect().bottom > top + 20)?.textContent;
      });
    await page.waitForFunction(() => Number(document.querySelector('#scroller')?.scrollTop) > 500);
    const still = async () => {
      let before;
      let now = await first();
      do {
        before = now;
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        now = await first();
      } while (before !== now);
      return now;
    };
    const before = await still();
    assert.ok(before);
    await page.click('#edit');
    await page.waitForSelector('#leaves[contenteditable]');
    assert.equal(await still(), before);
    await page.keyboard.press('Escape');
    await page.waitForSelector('#leaves:not([contenteditable])');
    assert.equal(await still(), before);
    await close(page);
  });

  test('the first tab stop leads past the outline to the text, the second to the tables', async () => {
    const page = await showing(longSpeech(4000));
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'skip-text');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'scroller');
    await page.focus('#skip-tables');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'table');
    assert.equal(await view(page), 'reading', 'no step of the history was made');
    await close(page);
  });

  test('n and p say which row of how many, and the focus stays', async () => {
    const page = await showing(SPEECH);
    await page.click('#tab-targets');
    await page.keyboard.press('n');
    assert.match((await live(page)) ?? '', /^第 1 行，共 \d+ 行：固定资产投资、/);
    await page.keyboard.press('n');
    assert.match((await live(page)) ?? '', /^第 2 行/);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'tab-targets');
    await close(page);
  });

  test('改正 is announced and the focus goes to the next control of its kind', async () => {
    const page = await showing(FAULTY);
    await page.click('#tab-findings');
    const fixes = page.locator('.fix');
    const count = await fixes.count();
    assert.ok(count > 1);
    await fixes.first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((before) => document.querySelectorAll('.fix').length < Number(before), count);
    await page.waitForFunction(() => document.activeElement?.closest('#table') !== null);
    assert.match((await live(page)) ?? '', /已改正 1 处/);
    await close(page);
  });

  test('keys that stand alone can be switched off, and stay off', async () => {
    const page = await showing(SPEECH);
    await page.keyboard.press('?');
    await page.uncheck('#single-keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await page.keyboard.press('?');
    assert.equal(await page.locator('.layer.targets').getAttribute('aria-pressed'), 'true');
    assert.equal(await page.locator('#help').isVisible(), false);
    await page.reload();
    await page.waitForSelector('#samples button');
    await page.click('#keys');
    assert.equal(await page.isChecked('#single-keys'), false);
    await page.check('#single-keys');
    await page.keyboard.press('Escape');
    await close(page);
  });

  test('over many files the page says which of how many is under way', async () => {
    const page = await open({
      first: () => {
        const seen = (/** @type {any} */ (globalThis).seen = new Set());
        document.addEventListener('DOMContentLoaded', () => {
          const words = document.querySelector('#progress p');
          if (words) new MutationObserver(() => seen.add(words.textContent)).observe(words, { childList: true });
        });
      },
    });
    await drop(page, Array.from({ length: 20 }, (_, at) => ({ name: `讲话${at + 1}.txt`, text: `${SPEECH}编号${at}。` })));
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length >= 20);
    const told = await page.evaluate(() => [.../** @type {any} */ (globalThis).seen]);
    assert.ok(told.some((words) => /^第 7 个，共 20 个：正在分析“讲话7\.txt”/.test(words)), told.join(' | '));
    await close(page);
  });

  test('a browser that speaks English begins in English, another than Chinese too, and a choice holds', async () => {
    for (const [locale, lang] of /** @type {const} */ ([['en-GB', 'en'], ['fr-FR', 'en'], ['zh-TW', 'zh-CN']])) {
      const context = await browser.newContext({ locale });
      const page = await context.newPage();
      await page.goto(address);
      await page.waitForSelector('#samples button');
      assert.equal(await page.evaluate(() => document.documentElement.lang), lang, locale);
      if (locale === 'en-GB') {
        await page.click('#language');
        await page.reload();
        await page.waitForSelector('#samples button');
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
      }
      await context.close();
    }
  });
});
