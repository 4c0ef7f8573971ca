import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
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

describe('two texts beside each other', () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await open();
    await drop(page, [
      { name: '今年.txt', text: LATER },
      { name: '去年.txt', text: EARLIER },
    ]);
    await settled(page);
    await page.click('#open-compare');
    await page.waitForSelector('.pair-rows tbody tr');
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

  test('targets of both years have slopes', async () => {
    await page.click('.pair-faces button:nth-child(2)');
    await page.waitForSelector('.slopes .slope');
    assert.equal(await page.locator('.slopes .slope').count(), 2);
  });

  test('a place leads into its text', async () => {
    await page.click('.pair-rows .place >> nth=0');
    await page.waitForFunction(() => document.documentElement.dataset['view'] === 'reading');
  });
});
