import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { close, drop, longSpeech, open, rowCount, settled } from '../support.mjs';

describe('tables', () => {
  /** @type {import('playwright-core').Page} */
  let page;
  before(async () => {
    page = await open();
    await drop(page, [{ name: '=长讲话.txt', text: longSpeech(8000) }]);
    await settled(page);
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0);
  });
  after(() => close(page));

  const head = (/** @type {number} */ at) => page.locator('#table thead th').nth(at);
  const values = () => page.locator('#table tbody td.value').allInnerTexts();

  test('a head sorts up, down and back to the order of the text', async () => {
    const asTheText = await values();
    await head(1).locator('button').click();
    assert.equal(await head(1).getAttribute('aria-sort'), 'ascending');
    const up = await values();
    assert.notDeepEqual(up, asTheText);
    await head(1).locator('button').click();
    assert.equal(await head(1).getAttribute('aria-sort'), 'descending');
    assert.notDeepEqual(await values(), up);
    await head(1).locator('button').click();
    assert.equal(await head(1).getAttribute('aria-sort'), 'none');
    assert.deepEqual(await values(), asTheText);
  });

  test('the filter keeps the rows that hold the words, and says when none does', async () => {
    const all = await rowCount(page);
    await page.fill('#filter', '12万亩');
    const some = await rowCount(page);
    assert.ok(some > 0 && some < all);
    await page.fill('#filter', '没有这样的行');
    assert.equal(await rowCount(page), 0);
    assert.match(await page.locator('#tables .empty').innerText(), /没有符合筛选的行/);
    await page.fill('#filter', '');
    assert.equal(await rowCount(page), all);
  });

  test('each table shows rows or says that there are none; the scores say what they count', async () => {
    for (const table of ['targets', 'actuals', 'compare', 'tasks', 'findings', 'terms']) {
      await page.click(`#tab-${table}`);
      const rows = await rowCount(page);
      const empty = await page.locator('#tables .empty').isVisible();
      assert.ok(rows > 0 || empty, table);
    }
    await page.click('#tab-scores');
    assert.ok((await page.locator('.score').count()) >= 6);
    for (const words of await page.locator('.score p').allInnerTexts()) assert.ok(words.length > 5);
    await page.click('#tab-targets');
  });

  test('the arrow keys move between the tabs', async () => {
    await page.focus('#tab-targets');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.locator('#tab-actuals').getAttribute('aria-selected'), 'true');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.locator('#tab-targets').getAttribute('aria-selected'), 'true');
  });

  test('CSV has a byte order mark, one line a row and the heads', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.tools button').filter({ hasText: 'CSV' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    assert.ok(text.startsWith('\uFEFF指标,数值,时限'));
    const count = Number(await page.locator('#tab-targets .count').innerText());
    assert.equal(text.trimEnd().split('\r\n').length, count + 1);
    assert.match(download.suggestedFilename(), /长讲话.*目标\.csv$/);
  });

  test('JSON is the whole analysis', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.tools button').filter({ hasText: 'JSON' }).click(),
    ]);
    const analysis = JSON.parse(await readFile(await download.path(), 'utf8'));
    assert.equal(analysis.schema, 'xushi/2');
    const targets = analysis.documents[0].claims.filter((claim) => claim.status === 'target');
    assert.equal(targets.length, Number(await page.locator('#tab-targets .count').innerText()));
  });

  test('a copy is tab-separated, with the heads', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.tools button').first().click();
    await page.waitForFunction(() => document.querySelector('.tools button')?.textContent === '已复制');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const count = Number(await page.locator('#tab-targets .count').innerText());
    assert.equal(text.split('\n').length, count + 1);
    assert.ok(text.startsWith('指标\t数值\t时限'));
  });

  test('a row far down is made when its place in the text is chosen', async () => {
    await page.click('#tab-terms');
    await page.click('#tab-targets');
    const before = await rowCount(page);
    const count = Number(await page.locator('#tab-targets .count').innerText());
    if (count <= before) return;
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await page.keyboard.press('p');
    assert.equal(await page.locator('#table tr[aria-selected=true]').count(), 1);
  });
});
