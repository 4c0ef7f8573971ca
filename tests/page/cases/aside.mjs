import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { chosen, close, drop, kept, open, paste, settled, SPEECH, textOf } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** A page of a website: what stands around the speech is set aside. */
const PAGE = `当前位置：首页 > 政务公开 > 领导讲话\n\n${SPEECH}\n图为全县新建堤防12公里的施工现场。\n\n责任编辑：林小满\n`;

const CAPTION = '图为全县新建堤防12公里的施工现场。';

/** @param {Page} page @param {string} words */
const row = (page, words) => page.locator('#aside li').filter({ hasText: words });

/** Until the words stand in the text, or do not. @param {Page} page @param {string} words @param {boolean} [there] */
const inText = (page, words, there = true) =>
  page.waitForFunction(
    ([wanted, expected]) =>
      [...document.querySelectorAll('#leaves .block')].some(({ textContent }) =>
        textContent?.includes(String(wanted)),
      ) === expected && document.documentElement.dataset.state === 'ready',
    /** @type {const} */ ([words, there]),
  );

/** @param {object} [options] */
async function opened(options) {
  const page = await open(options);
  await drop(page, [{ name: '网页.txt', text: PAGE }]);
  await settled(page);
  await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0);
  await page.click('#aside summary');
  return page;
}

describe('what was set aside', () => {
  test('each piece is listed with its kind and is not in the text', async () => {
    const page = await opened();
    assert.match(await page.locator('#aside summary').innerText(), /3/);
    assert.match(await row(page, CAPTION).innerText(), /图片说明/);
    assert.match(await row(page, '林小满').innerText(), /编校/);
    assert.match(await row(page, '当前位置').innerText(), /导航/);
    assert.doesNotMatch(await textOf(page), /林小满|施工现场|当前位置/);
    await close(page);
  });

  test('a piece that is put back is analysed as text; the rest stays; it can be undone', async () => {
    const page = await opened();
    const actuals = page.locator('#tab-actuals .count');
    const [before, count] = [await textOf(page), Number(await actuals.innerText())];
    await row(page, CAPTION).getByRole('button', { name: '放回正文' }).click();
    await inText(page, CAPTION);
    const text = await textOf(page);
    assert.equal(text.replace(`\n${CAPTION}`, ''), before, 'the rest stays as it was');
    assert.equal(Number(await actuals.innerText()), count + 1, 'its figure counts');
    assert.match(await page.locator('#aside summary').innerText(), /2.*放回 1/);
    await row(page, CAPTION).getByRole('button', { name: '撤销放回' }).click();
    await inText(page, CAPTION, false);
    assert.equal(await textOf(page), before);
    assert.equal(Number(await actuals.innerText()), count);
    await close(page);
  });

  test('by keyboard: the focus stays with the piece, and the panel open', async () => {
    const page = await opened();
    await row(page, CAPTION).locator('.turn').focus();
    await page.keyboard.press('Enter');
    await inText(page, CAPTION);
    await page.waitForFunction(() => document.activeElement?.textContent === '撤销放回');
    await page.keyboard.press('Enter');
    await inText(page, CAPTION, false);
    await page.waitForFunction(() => document.activeElement?.textContent === '放回正文');
    await page.focus('#aside summary');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#aside ul').isVisible(), false);
    await close(page);
  });

  test('several pieces can be back at once; a click on one leads to it', async () => {
    const page = await opened();
    await row(page, CAPTION).locator('.turn').click();
    await inText(page, CAPTION);
    await row(page, '林小满').locator('.turn').click();
    await inText(page, '责任编辑：林小满');
    assert.match(await textOf(page), /施工现场/);
    assert.equal(await page.locator('#aside .back').count(), 2);
    await row(page, CAPTION).locator('.words').click();
    await page.waitForFunction((words) => {
      const block = [...document.querySelectorAll('#leaves .block')].find((one) => one.textContent === words);
      const box = block?.getBoundingClientRect();
      return box && box.top >= 0 && box.bottom <= window.innerHeight;
    }, CAPTION);
    await close(page);
  });

  test('the downloaded analysis is that of what is read', async () => {
    const page = await opened();
    await row(page, CAPTION).locator('.turn').click();
    await inText(page, CAPTION);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.tools button').filter({ hasText: 'JSON' }).click(),
    ]);
    const analysis = JSON.parse(await readFile(await download.path(), 'utf8'));
    assert.match(analysis.documents[0].text, /施工现场/);
    assert.equal(analysis.source.kept.length, 1);
    await close(page);
  });

  test('what was put back outlives a reload, where the reader asked to keep the text', async () => {
    const page = await open();
    await page.check('#keep');
    await paste(page, PAGE);
    await settled(page);
    await page.click('#aside summary');
    await row(page, CAPTION).locator('.turn').click();
    await inText(page, CAPTION);
    await kept(page, 1, 'source_span');
    await page.reload();
    await settled(page);
    await inText(page, CAPTION);
    await close(page);
  });

  test('in English no Chinese but the text’s own', async () => {
    const page = await opened();
    await page.click('#language');
    assert.match(await page.locator('#aside summary').innerText(), /3 pieces set aside/);
    const words = await page.locator('#aside').evaluate((root) =>
      [...root.querySelectorAll('summary, .note, .kind, .turn')].map((one) => one.textContent).join(' '),
    );
    assert.match(words, /Put back/);
    assert.doesNotMatch(words, /[\u4e00-\u9fff]/);
    await close(page);
  });

  test('at 360 px nothing is cut off, and every button can be hit', async () => {
    const page = await opened({ width: 360, height: 740 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    for (const button of await page.locator('#aside .turn').all()) {
      const box = await button.boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 360 && box.height >= 24);
    }
    await close(page);
  });
});

describe('the document’s card', () => {
  test('it says what the document says of itself; what stands in the text leads there', async () => {
    const page = await opened();
    const card = await page.locator('#about .identity').innerText();
    for (const words of ['讲话', '陈向阳', '2024年2月5日', '字']) assert.ok(card.includes(words), words);
    await page.locator('#about .identity .place').filter({ hasText: '陈向阳' }).click();
    const words = await chosen(page);
    assert.equal(words, '陈向阳');
    await close(page);
  });
});
