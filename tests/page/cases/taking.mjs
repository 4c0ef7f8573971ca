import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { close, longSpeech, rowCount, showing } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** How many rows the tab says that there are. @param {Page} page @param {string} table */
const tally = async (page, table) => Number(await page.locator(`#tab-${table} .count`).innerText());

describe('what is taken from the page', () => {
  test('paper has every row of the table that is open, whatever was on the screen', async () => {
    const page = await showing(longSpeech(12_000));
    for (const table of ['tasks', 'targets']) {
      await page.click(`#tab-${table}`);
      await page.waitForSelector('#table tbody tr');
      const all = await tally(page, table);
      assert.ok(all > (await rowCount(page)), `${table}: a part of ${all} rows is drawn at first`);
      await page.pdf();
      assert.equal(await rowCount(page), all, table);
    }
    await close(page);
  });

  test('paper has every finding, though the list is drawn bit by bit', async () => {
    const slips = Array.from({ length: 45 }, (_, at) => `第${at + 1}批项目顺利完工。。群众满意度明显提高。`);
    const page = await showing(`在云岭县工作会议上的讲话\n（2024年3月5日）\n同志们：\n${slips.join('\n')}\n`);
    await page.click('#tab-findings');
    const all = await tally(page, 'findings');
    assert.ok(all >= 45);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.locator('.finding').count(), all);
    await close(page);
  });

  test('a copy is a table for Word and Excel: heads and rows, no formula, figures as figures', async () => {
    const page = await showing(longSpeech(3000));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.tools button').first().click();
    await page.waitForFunction(() => document.querySelector('.tools button')?.textContent === '已复制');
    const { rows, heads, first } = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const html = await (await item?.getType('text/html'))?.text();
      // The page itself takes no strings for markup; this is what an office program would do.
      const held = (html ?? '').split('<tr>').slice(1);
      return { rows: held.length, heads: (held[0] ?? '').match(/<th/g)?.length ?? 0, first: held[1] ?? '' };
    });
    assert.equal(rows, (await tally(page, 'targets')) + 1);
    assert.ok(heads >= 4);
    assert.match(first, /<td[^>]*>3\.1亿元</);
    assert.doesNotMatch(first, />=/);
    await close(page);
  });
});
