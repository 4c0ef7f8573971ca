import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { chosen, close, showing } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const TEXT = `在云岭县经济工作会议上的讲话
（2024年2月5日）
陈向阳
同志们：
今天我们召开全县经济工作会议，总结去年工作，部署今年任务。
一、过去一年成绩来之不易
2023年，全县地区生产总值完成1.2万亿元，同比增长6.2%。固定资产投资增长4.1%，社会消费品零售总额增长7.8%，进出口总额下降2.4%。粮食总产量达到3.5亿斤，新建高标准农田120.5万亩，城镇新增就业4200人。
二、今年工作要突出重点
今年主要预期目标是：地区生产总值增长6%左右，固定资产投资增长8%以上，社会消费品零售总额增长6%—7%，进出口总额增长3%，规模以上工业增加值增长9%以上，城镇调查失业率控制在5.5%以内，粮食总产量稳定在3.6亿斤以上。
（一）抓好民生实事。确保城镇新增就业5000人以上。
`;

/** @param {object} [options] @param {string} [text] */
const opened = (options, text = TEXT) => showing(text, options);

/** The cells of the row of an indicator. @param {Page} page @param {string} indicator */
const cells = async (page, indicator) => {
  const row = page.locator('#table tbody tr').filter({ has: page.locator('th', { hasText: indicator }) });
  return (await row.locator('td').allInnerTexts()).map((words) => words.replace(/\s+/g, ' ').trim());
};

describe('targets and results', () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await opened();
  });
  after(() => close(page));

  test('amounts stand in people’s units and are sorted by what they are', async () => {
    await page.click('#tab-actuals');
    const values = () => page.locator('#table tbody td.value').allInnerTexts();
    const all = await values();
    for (const words of ['1.2万亿元', '3.5亿斤', '增长6.2%']) assert.ok(all.includes(words), `${words}: ${all}`);
    assert.ok(all.some((words) => words.includes('120.5万亩')), `${all}`);
    await page.locator('#table thead button').nth(1).click();
    const up = await values();
    assert.equal(up[0], '下降2.4%');
    assert.equal(up.at(-1), '1.2万亿元');
    await page.locator('#table thead button').nth(1).click();
    await page.locator('#table thead button').nth(1).click();
  });

  test('rows stand under their sections or their indicators, and are sorted there', async () => {
    await page.click('#tab-targets');
    const heads = page.locator('#table tr.group');
    assert.equal(await heads.count(), 0);
    await page.selectOption('#grouping', 'section');
    const sections = await heads.allInnerTexts();
    assert.equal(sections.length, 2);
    assert.match(sections[0] ?? '', /二、今年工作要突出重点/);
    assert.match(sections[1] ?? '', /（一）抓好民生实事/);
    assert.doesNotMatch(await page.locator('#table thead').innerText(), /章节/);
    const rows = await page.locator('#table tbody tr[data-index]').count();
    assert.equal(rows, Number(await page.locator('#tab-targets .count').innerText()));
    await page.locator('#table thead button').nth(1).click();
    assert.equal((await heads.allInnerTexts()).join(), sections.join(), 'groups stay in their order');
    await page.selectOption('#grouping', 'indicator');
    await page.click('#tab-actuals');
    assert.equal((await heads.allInnerTexts()).filter((words) => words === '地区生产总值').length, 1);
    await page.selectOption('#grouping', 'none');
    assert.equal(await heads.count(), 0);
  });

  test('a grouped table is exported with the columns that its headings stand for', async () => {
    await page.click('#tab-targets');
    await page.selectOption('#grouping', 'indicator');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.tools button').filter({ hasText: 'CSV' }).click(),
    ]);
    assert.match(await readFile(await download.path(), 'utf8'), /^\uFEFF指标,数值,时限.*章节\r\n地区生产总值,/);
    await page.selectOption('#grouping', 'none');
  });

  test('what is planned stands beside what was reached, each with its period', async () => {
    await page.click('#tab-compare');
    assert.deepEqual(await cells(page, '地区生产总值'), ['增长约6% 2024年', '增长6.2% 2023年 1.2万亿元 2023年']);
    assert.deepEqual(await cells(page, '进出口总额'), ['增长3% 2024年', '下降2.4% 2023年']);
    assert.deepEqual(await cells(page, '粮食总产量'), ['3.6亿斤以上 2024年', '3.5亿斤 2023年']);
    assert.deepEqual(await cells(page, '社会消费品零售总额'), ['增长6%–7% 2024年', '增长7.8% 2023年']);
    assert.equal((await cells(page, '城镇调查失业率')).length, 0);
    const count = Number(await page.locator('#tab-compare .count').innerText());
    assert.equal(await page.locator('#table tbody tr').count(), count);
  });

  test('each figure leads to its place and its card', async () => {
    await page.click('#tab-compare');
    await page.locator('#table .reached .figure-of').filter({ hasText: '1.2万亿元' }).click();
    await page.waitForSelector('#card:not([hidden])');
    assert.equal(await chosen(page), '1.2万亿元');
    assert.match(await page.locator('#card').innerText(), /完成值\s+1\.2万亿元/);
    assert.equal(await page.locator('#tab-compare').getAttribute('aria-selected'), 'true');
    await page.keyboard.press('Escape');
  });

  test('the chart shows growth in percent alone, from one zero, and tells its sides by shape', async () => {
    await page.click('#tab-compare');
    const svg = page.locator('#table .chart svg.bars');
    assert.equal(await svg.getAttribute('role'), 'img');
    const desc = (await svg.locator('desc').textContent()) ?? '';
    for (const words of ['地区生产总值', '约6%', '6.2%', '−2.4%', '2024年', '2023年']) {
      assert.ok(desc.includes(words), `${words}: ${desc}`);
    }
    assert.doesNotMatch(desc, /元|斤|亩|人/);
    const bars = await svg.evaluate((root) => {
      const zero = Number.parseFloat(root.querySelector('.zero')?.getAttribute('x1') ?? '');
      return [...root.querySelectorAll('rect.planned, rect.reached')].map((bar) => {
        const x = Number.parseFloat(bar.getAttribute('x') ?? '');
        const width = Number.parseFloat(bar.getAttribute('width') ?? '');
        const { strokeDasharray } = getComputedStyle(bar);
        return { side: bar.classList[1], from: x - zero, to: x + width - zero, dashed: strokeDasharray !== 'none' };
      });
    });
    assert.equal(bars.length, 9);
    for (const { side, dashed } of bars) assert.equal(dashed, side === 'planned');
    const [planned, reached] = bars;
    assert.ok(planned && reached && Math.abs(planned.from) < 0.02 && Math.abs(reached.from) < 0.02);
    assert.ok(Math.abs(planned.to / reached.to - 6 / 6.2) < 0.01, 'as long as it is large');
    assert.equal(bars.filter(({ from }) => from < -1).length, 1, 'one falls');
  });

  test('every bar of the chart stands in the table', async () => {
    const names = await page.locator('#table .bars .indicator').allTextContents();
    const rows = await page.locator('#table tbody th').allInnerTexts();
    for (const name of names) assert.ok(rows.includes(name), name);
  });

  test('the card of a figure says why the rule thinks so', async () => {
    await page.click('#tab-targets');
    await page.locator('#table tbody tr').filter({ hasText: '城镇新增就业' }).click();
    await page.waitForSelector('#card:not([hidden])');
    const card = await page.locator('#card').innerText();
    assert.match(card, /承诺词\s+确保/);
    assert.ok((await page.locator('#card .why li').count()) > 0);
    await page.keyboard.press('Escape');
  });

  test('in English no Chinese but the text’s own', async () => {
    await page.click('#tab-compare');
    await page.click('#language');
    const words = await page.locator('#table .chart').evaluate((figure) =>
      [...figure.querySelectorAll('figcaption, .note, .bars text:not(.indicator)')].map((one) => one.textContent).join(' '),
    );
    assert.match(words, /Target · 2024/);
    assert.doesNotMatch(words, /[\u4e00-\u9fff]/);
    await page.click('#language');
  });

  test('a text of results alone has a chart of one side, and says so of none', async () => {
    const plain = await opened({}, TEXT.replace(/二、[^]*/, ''));
    await plain.click('#tab-compare');
    assert.deepEqual(await cells(plain, '固定资产投资'), ['—', '增长4.1% 2023年']);
    assert.equal(await plain.locator('.bars .planned').count(), 0);
    assert.match(await plain.locator('.chart figcaption').innerText(), /^(?!.*目标)[^]*完成 · 2023年/);
    await close(plain);
    const bare = await opened({}, '关于召开会议的通知\n请各单位按时参加。\n');
    await bare.click('#tab-compare');
    assert.match(await bare.locator('#tables .empty').innerText(), /没有指标同时写明目标和完成值/);
    assert.equal(await bare.locator('.chart').count(), 0);
    await close(bare);
  });

  test('at 360 px chart, tools and table stay within the page', async () => {
    const narrow = await opened({ width: 360, height: 740 });
    await narrow.click('#part-tables');
    for (const tab of ['targets', 'compare']) {
      await narrow.click(`#tab-${tab}`);
      for (const inside of await narrow.locator('.tools > :not([hidden]), #table .bars text').all()) {
        const box = await inside.boundingBox();
        assert.ok(!box || box.x + box.width <= 360, (await inside.textContent()) ?? '');
      }
    }
    await close(narrow);
  });
});
