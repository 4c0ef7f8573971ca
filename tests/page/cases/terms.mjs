import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { chosen, close, middleOf, showing } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const TEXT = `在云岭县干部大会上的讲话
（2024年2月5日）
一、提高站位
全县干部要增强“四个意识”，坚定不移推进高质量发展。要坚持“十二字工作法”。
二、狠抓落实
要把高质量发展落到每个乡镇，落到每个项目。林业局要为高质量发展做好服务，再增强“四个意识”。
新建林道12公里，改造林场3处，林业产值增长6%。
`;

const rows = (/** @type {Page} */ page) => page.locator('#table tbody tr[data-index]');
/** @param {Page} page @param {string} term */
const rowOf = (page, term) => rows(page).filter({ has: page.locator('th', { hasText: new RegExp(`^${term}$`) }) });
const lines = (/** @type {Page} */ page) => page.locator('#table .kwic button');
const count = (/** @type {import('playwright-core').Locator} */ row) => row.locator('.number').innerText();

describe('terms', () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await showing(TEXT);
    await page.click('#tab-terms');
  });
  after(() => close(page));

  test('kinds stand apart, and one can be shown alone', async () => {
    const all = Number(await page.locator('#tab-terms .count').innerText());
    assert.equal(await rows(page).count(), all);
    const heads = await page.locator('#table tr.group').allInnerTexts();
    assert.ok(heads.length >= 3 && /^数字口号（\d+）/.test(heads[0] ?? ''), `${heads}`);
    const sum = heads.reduce((so, words) => so + Number(/（(\d+)）/.exec(words)?.[1]), 0);
    assert.equal(sum, all);
    await page.click('.kind-of.set_phrase');
    assert.equal(await page.locator('#table tr.group').count(), 1);
    assert.equal(await rows(page).count(), Number(await page.locator('.kind-of.set_phrase .count').innerText()));
    assert.equal(await page.locator('.kind-of.set_phrase').getAttribute('aria-pressed'), 'true');
    await page.click('.kind-of.all');
    assert.equal(await rows(page).count(), all);
  });

  test('a term opens the lines in which it stands, aligned on it; once more closes them', async () => {
    const row = rowOf(page, '高质量发展').first();
    await row.locator('.go').click();
    assert.equal(await lines(page).count(), Number(await count(row)));
    assert.ok((await lines(page).count()) >= 3);
    const edges = await page.locator('#table .kwic .keyword').evaluateAll((words) =>
      words.map((word) => [word.textContent, Math.round(word.getBoundingClientRect().left)]),
    );
    for (const [word, left] of edges) {
      assert.equal(word, '高质量发展');
      assert.equal(left, edges[0]?.[1]);
    }
    assert.match(await lines(page).nth(1).innerText(), /要把\s*高质量发展\s*落到每个乡镇/);
    assert.equal(await row.locator('.go').getAttribute('aria-expanded'), 'true');
    await row.locator('.go').click();
    assert.equal(await lines(page).count(), 0);
    assert.equal(await row.locator('.go').getAttribute('aria-expanded'), 'false');
  });

  test('a line leads to its place, and n and p go from place to place', async () => {
    await rowOf(page, '高质量发展').first().locator('.go').click();
    await lines(page).nth(2).click();
    assert.equal(await chosen(page), '高质量发展');
    const around = () =>
      page.evaluate(() => {
        const [range] = /** @type {any} */ (CSS.highlights.get('chosen'));
        return range.startContainer.data.slice(Math.max(0, range.startOffset - 4), range.endOffset + 2);
      });
    assert.match(await around(), /林业局要为高质量发展做好|业局要为高质量发展做好/);
    await page.locator('#scroller').focus();
    await page.keyboard.press('p');
    assert.match(await around(), /要把高质量发展落到/);
    assert.equal(await lines(page).nth(1).getAttribute('aria-current'), 'true');
    await page.keyboard.press('n');
    assert.match(await around(), /高质量发展做好/);
    await page.keyboard.press('Escape');
    assert.equal(await lines(page).count(), 0);
  });

  test('a numeric slogan shows what it counts; one that is not known says so', async () => {
    await rowOf(page, '四个意识').locator('.go').click();
    assert.deepEqual(await page.locator('.members li').allInnerTexts(), ['政治意识', '大局意识', '核心意识', '看齐意识']);
    assert.match(await page.locator('.members p').innerText(), /“四个意识”的 4 项/);
    assert.equal(await lines(page).count(), 2);
    await page.keyboard.press('Escape');
    const unknown = rows(page).filter({ hasText: '十二字工作法' });
    if ((await unknown.count()) > 0) {
      await unknown.first().locator('.go').click();
      assert.match(await page.locator('.in-context').innerText(), /没有它各项|十二字工作法/);
      await page.keyboard.press('Escape');
    }
  });

  test('a term chosen in the text opens its row, whatever kind is shown', async () => {
    await page.click('.kind-of.keyword');
    const { x, y } = await middleOf(page, 'phrases', 0);
    await page.keyboard.press('4');
    await page.mouse.click(x, y);
    await page.waitForSelector('#table tr[aria-selected=true] + tr.detail');
    assert.equal(await page.locator('.kind-of.all').getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('Escape');
    await page.keyboard.press('4');
  });

  test('sorting keeps kinds apart; the filter looks into members', async () => {
    await page.locator('#table thead button').nth(1).click();
    const kinds = await rows(page).evaluateAll((all) => all.map((one) => one.className));
    assert.deepEqual([...new Set(kinds)], kinds.filter((kind, at) => kind !== kinds[at - 1]));
    await page.locator('#table thead button').nth(1).click();
    await page.locator('#table thead button').nth(1).click();
    await page.fill('#filter', '看齐意识');
    assert.deepEqual(await page.locator('#table tbody th .go').allInnerTexts(), ['四个意识']);
    await page.fill('#filter', '');
  });

  test('an export has kinds, members and contexts', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.tools button').filter({ hasText: 'CSV' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    assert.match(text, /^\uFEFF词语,次数,分布,语料所见,类别,含义,上下文\r\n/);
    assert.match(text, /四个意识,2,一、提高站位；二、狠抓落实,20\d\d—20\d\d,数字口号,政治意识、大局意识、核心意识、看齐意识[^,]*,[^\r]*【四个意识】/);
  });

  test('a phrase tells the years of the official texts that have it', async () => {
    const row = rowOf(page, '高质量发展').first();
    const [, first, last] = /(\d{4})—(\d{4})/.exec((await row.innerText()) ?? '') ?? [];
    assert.ok(Number(first) > 2010 && Number(last) >= Number(first), `${first} ${last}`);
    await row.locator('.go').click();
    assert.match(await page.locator('#table .seen-long').innerText(), new RegExp(`最早见于 ${first} 年，最近见于 ${last} 年，共 \\d+ 篇`));
    await row.locator('.go').click();
  });

  test('a text without terms says so', async () => {
    const bare = await showing('甲。\n');
    await bare.click('#tab-terms');
    assert.match(await bare.locator('#tables').innerText(), /没有找到提法或套话/);
    await close(bare);
  });

  test('at 360 px a term opens in the table, and a line leads to the text', async () => {
    const narrow = await showing(TEXT, { width: 360, height: 740 });
    await narrow.click('#part-tables');
    await narrow.click('#tab-terms');
    await rowOf(narrow, '高质量发展').first().locator('.go').click();
    assert.equal(await narrow.locator('.tables').isVisible(), true);
    assert.ok((await lines(narrow).count()) >= 3);
    assert.ok(await narrow.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    for (const line of await narrow.locator('#table .kwic .keyword').all()) {
      const box = await line.boundingBox();
      assert.ok(box && box.x > 0 && box.x + box.width < 360);
    }
    await lines(narrow).nth(1).click();
    assert.equal(await narrow.locator('.middle').isVisible(), true);
    assert.equal(await chosen(narrow), '高质量发展');
    await close(narrow);
  });
});
