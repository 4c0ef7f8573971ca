import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { close, drop, longSpeech, open, pick, settled, showing, SPEECH } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** The tops of elements, rounded. @param {Page} page @param {string} selector */
const tops = (page, selector) =>
  page.locator(selector).evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().top)))]);

/** @param {Page} page */
const tablesWidth = async (page) => Math.round((await page.locator('#tables').boundingBox())?.width ?? 0);

describe('room on the page', () => {
  for (const [width, language] of /** @type {const} */ ([[1440, 'zh'], [1280, 'zh'], [768, 'zh'], [1280, 'en'], [360, 'zh']])) {
    test(`the layers stand in one line and can all be reached: ${width} px, ${language}`, async () => {
      const page = await showing(SPEECH, { width, height: 800 });
      if (language === 'en') await page.click('#language');
      assert.equal((await tops(page, '.layer')).length, 1);
      const last = page.locator('.layer').last();
      await last.scrollIntoViewIfNeeded();
      await last.click();
      assert.equal(await last.getAttribute('aria-pressed'), 'false');
      await close(page);
    });
  }

  test('the line between text and tables is moved by hand or key, and stands there after a reload', async () => {
    const page = await showing(SPEECH, { width: 1280, height: 800 });
    const before = await tablesWidth(page);
    const handle = await page.locator('#splitter').boundingBox();
    const [x, y] = [(handle?.x ?? 0) + 5, (handle?.y ?? 0) + 300];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y, { steps: 4 });
    await page.mouse.up();
    const dragged = await tablesWidth(page);
    assert.ok(Math.abs(dragged - before - 60) < 8, `${before} ${dragged}`);
    await page.focus('#splitter');
    await page.keyboard.press('ArrowRight');
    const stepped = await tablesWidth(page);
    assert.ok(stepped < dragged);
    assert.equal(await page.locator('#splitter').getAttribute('aria-valuenow'), String(stepped));
    await page.reload();
    await page.waitForSelector('#samples button');
    await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(page);
    assert.equal(await tablesWidth(page), stepped);
    await page.dblclick('#splitter', { position: { x: 5, y: 300 } });
    assert.equal(await tablesWidth(page), before);
    await close(page);
  });

  test('what a text does not state is said once, with its counts, and the owners have room', async () => {
    const owned = SPEECH.replace('县发展和改革局要在', '县发展和改革局、县住房和城乡建设局、县自然资源和规划局要在');
    const page = await showing(owned, { width: 1280, height: 800 });
    await page.click('#tab-tasks');
    await page.waitForSelector('#table .lacks');
    const note = await page.locator('#table .lacks').innerText();
    assert.match(note, /文中未写明，划“—”：责任 \d+ 项、时限 \d+ 项/);
    const seen = await page.locator('#table').evaluate((table) => /** @type {HTMLElement} */ (table).innerText.match(/未写明/g)?.length);
    const heard = await page.locator('#table .missing .unseen').allTextContents();
    assert.equal(Number(seen) - heard.length, 1, 'seen once, heard in each cell');
    const owner = await page.locator('#table td.owner').first().boundingBox();
    assert.ok((owner?.width ?? 0) >= 104, 'eight characters a line');
    await close(page);
  });

  for (const width of [768, 360]) {
    test(`at ${width} px rows are cards: every cell in sight under the name of its column`, async () => {
      const page = await showing(longSpeech(3000), { width, height: 800 });
      if (width < 760) await page.click('#part-tables');
      for (const table of ['targets', 'tasks']) {
        await page.click(`#tab-${table}`);
        await page.waitForSelector('#table td[data-head]');
        const box = await page.locator('#table').boundingBox();
        const cut = await page.locator('#table tbody :is(td, th)').evaluateAll(
          (cells, right) => cells.filter((cell) => cell.getBoundingClientRect().right > Number(right) + 1).length,
          (box?.x ?? 0) + (box?.width ?? 0),
        );
        assert.equal(cut, 0, table);
        assert.match(await page.locator('#table td[data-head]').first().evaluate((cell) => getComputedStyle(cell, '::before').content), /\p{Script=Han}/u);
      }
      for (const tab of await page.locator('.tabs [role=tab]').all()) {
        const { x = 0, width: wide = 0 } = (await tab.boundingBox()) ?? {};
        assert.ok(x >= 0 && x + wide <= width, 'every tab is in sight');
      }
      await page.locator('#table thead button').first().click();
      assert.equal(await page.locator('#table thead th').first().getAttribute('aria-sort'), 'ascending');
      await close(page);
    });
  }

  test('articles whose titles begin alike are told apart by what differs', async () => {
    const page = await open();
    const collection = await readFile(new URL('../../../seeds/scraped-collection.txt', import.meta.url));
    await pick(page, [{ name: '汇编.txt', bytes: collection }]);
    await settled(page);
    const names = await page.locator('#documents .name').allInnerTexts();
    assert.ok(names.length > 1);
    assert.equal(new Set(names.map((name) => name.slice(0, 5))).size, names.length, names.join(' | '));
    assert.match((await page.locator('#documents button').first().getAttribute('title')) ?? '', /^在全县/, 'the whole title on demand');
    await close(page);
  });
});
