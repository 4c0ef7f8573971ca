import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cell, downloaded, ledger } from '../sheet.mjs';
import { close, drop, open, settled } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const EARLIER = `白浪市政府工作报告
2025年1月12日
一、2024年工作回顾
过去一年，全市地区生产总值增长6%。
二、2025年工作安排
今年的主要目标是：地区生产总值增长6.5%以上，城镇新增就业3.2万人，粮食产量达到12亿斤。`;

const LATER = `白浪市政府工作报告
2026年1月10日
一、2025年工作回顾
过去一年，全市地区生产总值增长6.8%，城镇新增就业2.9万人。
二、2026年工作安排
今年的主要目标是：地区生产总值增长6%左右，城镇新增就业3.5万人。`;

const outcomes = (/** @type {Page} */ page) => page.locator('.pair-rows .became .outcome').allTextContents();

/** A page with the texts of two years beside each other. */
async function opened() {
  const page = await open();
  await drop(page, [
    { name: '今年.txt', text: LATER },
    { name: '去年.txt', text: EARLIER },
  ]);
  await settled(page);
  await page.click('#open-compare');
  await page.waitForSelector('.pair-rows tbody tr');
  return page;
}

describe('two texts beside each other', () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await opened();
  });
  after(() => close(page));

  test('the earlier one is found by its date, and each target has what became of it', async () => {
    assert.deepEqual(await outcomes(page), ['达到', '未达到', '未提及']);
    assert.match((await page.locator('.choices-of .found').textContent()) ?? '', /按年份/);
  });

  test('a bar shows its rows alone, and again all', async () => {
    await page.click('.outcome-bars [data-outcome=missed]');
    await page.waitForFunction(() => document.querySelectorAll('.pair-rows tbody tr').length === 1);
    await page.click('.outcome-bars [data-outcome=missed]');
    await page.waitForFunction(() => document.querySelectorAll('.pair-rows tbody tr').length === 3);
  });

  test('targets of both years have slopes, which are saved as an image', async () => {
    await page.click('.pair-faces button:nth-child(2)');
    await page.waitForSelector('.slopes .slope');
    assert.equal(await page.locator('.slopes .slope').count(), 2);
    const { name, bytes } = await downloaded(page, () => page.click('.slopes .save-picture'));
    assert.equal(name, '数值有变的目标.png');
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  });

  test('paper has both texts by name and each sentence', async () => {
    await page.click('.pair-faces button:nth-child(1)');
    await page.waitForFunction(() => document.querySelectorAll('.pair-rows tbody tr').length === 3);
    assert.equal(await page.locator('.pair-rows details[open]').count(), 0);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.match(await page.locator('.pair-view .printed').innerText(), /2025.*2026/);
    assert.equal(await page.locator('.pair-rows details p:visible').count(), 5);
    assert.equal(await page.locator('.choices-of').isVisible(), false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await page.waitForFunction(() => document.querySelectorAll('.pair-rows details[open]').length === 0);
  });

  test('a place leads into its text', async () => {
    await page.click('.pair-rows .place >> nth=0');
    await page.waitForFunction(() => document.documentElement.dataset['view'] === 'reading');
  });
});

describe('several years in a row', () => {
  const third = LATER.replaceAll('2026', '2027').replaceAll('2025', '2026').replace('增长6.8%', '增长5.9%').replace('3.5万人', '3.6万人');
  /** @type {Page} */
  let page;
  before(async () => {
    page = await opened();
  });
  after(() => close(page));

  const years = '.pair-view .faces-of button:last-child';
  const heads = () => page.locator('.pair-rows thead th').allTextContents();

  test('two texts are no row of years; of three each is compared with the next', async () => {
    assert.equal(await page.locator(years).isVisible(), false);
    await drop(page, [{ name: '明年.txt', text: third }]);
    await settled(page);
    await page.click('#open-compare');
    await page.click(years);
    await page.waitForSelector('[data-face=years] tbody tr');
    assert.deepEqual(await heads(), ['指标', '2025', '2026', '2027']);
    const growth = page.locator('[data-face=years] tbody tr').first();
    assert.match(await growth.innerText(), /生产总值/);
    assert.deepEqual(await growth.locator('.outcome').allTextContents(), ['达到', '达到']);
  });

  test('what stands in three years has a line over them', async () => {
    assert.equal(await page.locator('.slopes .slope').count(), 2);
    assert.match((await page.locator('.slopes .slope').first().getAttribute('aria-label')) ?? '', /2025.*2027/);
  });

  test('a year is left out and comes back, by the keyboard too', async () => {
    await page.locator('.pair-faces button', { hasText: '2026' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.pair-rows thead th').length === 3);
    assert.deepEqual(await heads(), ['指标', '2025', '2027']);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), '2026');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.pair-rows thead th').length === 4);
  });

  test('the table is written, and a place leads into its text', async () => {
    const { name, bytes } = await downloaded(page, () => page.click('.pair-view [data-kind=csv]'));
    assert.equal(name, '指标逐年对照.csv');
    assert.match(bytes.toString(), /指标,2025,2026,2027/);
    await page.click('[data-face=years] .place >> nth=0');
    await page.waitForFunction(() => document.documentElement.dataset['view'] === 'reading');
  });
});

describe('a ledger beside a later report', () => {
  const plan = EARLIER.replace('粮食产量达到12亿斤。', '粮食产量达到12亿斤。新建公园4座。修通滨河路。');
  const report = LATER.replace('新增就业2.9万人。', '新增就业2.9万人。新建公园5座。滨河路已经修通。');
  /** @type {Page} */
  let page;
  before(async () => {
    page = await open();
    await drop(page, [{ name: '去年.txt', text: plan }]);
    await settled(page);
    await ledger(page);
  });
  after(() => close(page));

  test('one text has no report to be set beside it', async () => {
    assert.equal(await page.locator('#ledger-report').isVisible(), false);
  });

  test('each row has the sentence that speaks of it and a proposed state, in one step', async () => {
    await drop(page, [{ name: '今年.txt', text: report }]);
    await settled(page);
    await ledger(page);
    await page.waitForSelector('#ledger-report');
    await page.selectOption('#ledger-report', { index: 2 });
    await page.waitForFunction(() => document.querySelector('.ledger .said')?.textContent?.includes('建议'));
    const park = page.locator('.sheet tbody tr', { hasText: '新建公园4座' });
    assert.match((await park.locator('[data-place=progress]').textContent()) ?? '', /5座\n.*新建公园5座/);
    assert.equal(await park.locator('[data-place=state]').textContent(), '已完成');
    await cell(page, 1, 'content').click();
    await page.keyboard.press('Control+z');
    assert.equal(await park.locator('[data-place=state]').textContent(), '');
  });
});
