import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { close, drop, longSpeech, open, pick, settled, SPEECH } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** A speech of another year, in which less and less can be counted. @param {number} year */
const speechOf = (year) => {
  const talk = '我们要坚定不移推进高质量发展，凝心聚力、攻坚克难，再上新台阶。'.repeat(year - 2000);
  return SPEECH.replace('2024年2月5日', `${year}年2月5日`).replace('2023年', `${year - 1}年`).replace('各乡镇', `${talk}各乡镇`);
};

const done = (/** @type {Page} */ page, /** @type {number} */ count) =>
  page.waitForFunction((all) => performance.getEntriesByName('xushi:done').length >= all, count);

/** Opens the comparison and waits until it shows so many. @param {Page} page @param {number} count */
async function compare(page, count) {
  await page.click('#compare-texts');
  await page.waitForFunction((all) => document.querySelectorAll('.ones .one').length === all, count);
  if (count > 1) await page.waitForFunction((all) => document.querySelectorAll('.figures-of tbody tr').length === all, count);
}

/**
 * Until the cards stand in the order of these years; they are moved one by one.
 * @param {Page} page @param {string[]} years
 */
const untilYears = (page, years) =>
  page.waitForFunction(
    (wanted) => [...document.querySelectorAll('.one .meta')].map((one) => one.textContent?.slice(0, 4)).join() === wanted,
    years.join(),
  );

describe('several documents side by side', () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await open();
    await drop(page, [2015, 2003, 2009].map((year) => ({ name: `讲话${year}.txt`, text: speechOf(year) })));
    await settled(page);
    await done(page, 3);
    await compare(page, 3);
  });
  after(() => close(page));

  test('they stand by date, whatever order they came in, and by score on demand', async () => {
    await untilYears(page, ['2003', '2009', '2015']);
    await page.selectOption('#several-order', 'order');
    await untilYears(page, ['2015', '2003', '2009']);
    await page.selectOption('#several-order', 'specificity');
    await page.waitForFunction(() => {
      const values = [...document.querySelectorAll('.one .measure.specificity .figure-of')].map((one) => Number(one.textContent));
      return values.length === 3 && values.every((value, at) => at === 0 || Number(values[at - 1]) >= value);
    });
    await page.selectOption('#several-order', 'date');
    await untilYears(page, ['2003', '2009', '2015']);
  });

  test('all are drawn on one scale', async () => {
    const ratios = await page.locator('.measure.specificity').evaluateAll((all) =>
      all.map((one) => {
        const at = Number(/M(\d+)/.exec(one.querySelector('.own')?.getAttribute('d') ?? '')?.[1]);
        return at / Number(one.querySelector('.figure-of')?.textContent);
      }),
    );
    assert.ok(Math.max(...ratios) / Math.min(...ratios) < 1.03, `${ratios}`);
    assert.match(await page.locator('.key .note').innerText(), /实度 0—\d+%，套话率 0—\d+%，可督办度 0—\d+%/);
  });

  test('dates make a line for each score, which says in words what it shows', async () => {
    assert.equal(await page.locator('.trend svg[role=img]').count(), 4);
    assert.match((await page.locator('.trend.ladder desc').textContent()) ?? '', /2003年2月5日：有数可考 \d+% 有事可查 \d+% 泛述 \d+% 套话 \d+%/);
    const desc = await page.locator('.trend.specificity desc').textContent();
    assert.match(desc ?? '', /2003年2月5日：[\d.]+%、2009年2月5日：[\d.]+%、2015年2月5日：[\d.]+%/);
    const points = await page.locator('.trend.specificity polyline').getAttribute('points');
    assert.equal(points?.split(' ').length, 3);
  });

  test('the table has the same figures, and is copied and exported', async () => {
    const cards = await page.locator('.one .measure.formula_density .figure-of').allInnerTexts();
    const cells = await page.locator('.figures-of tbody tr td:nth-child(5)').allInnerTexts();
    assert.deepEqual(cells, cards);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.several-tools:not(.all) button:has-text("CSV")')]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    assert.match(lines[0] ?? '', /^\uFEFF文稿,日期,篇幅,实度,套话率,可督办度,有数可考,有事可查,泛述,套话$/);
    assert.equal(lines.length, 4);
  });

  test('a card, a row and a point of the line open their document; Escape comes back from here', async () => {
    await page.locator('.one button').nth(2).click();
    await page.waitForFunction(() => document.querySelector('#leaves')?.textContent?.includes('2015年2月5日'));
    await compare(page, 3);
    await page.locator('.figures-of tbody .go').first().click();
    await page.waitForFunction(() => document.querySelector('#leaves')?.textContent?.includes('2003年2月5日'));
    await compare(page, 3);
    const box = await page.locator('.trend.specificity circle').nth(1).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 2, (box?.y ?? 0) + 2);
    await page.waitForFunction(() => document.querySelector('#leaves')?.textContent?.includes('2009年2月5日'));
    await compare(page, 3);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.several').isVisible(), false);
    assert.equal(await page.locator('#leaves').isVisible(), true);
    await page.click('#files .compare');
    assert.equal(await page.locator('.several').isVisible(), true);
  });

  test('in English no Chinese but the texts’ own', async () => {
    await page.click('#language');
    await page.waitForFunction(() => /Substance/.test(document.querySelector('.figures-of thead')?.textContent ?? ''));
    const words = await page.locator('#several').evaluate((root) => {
      const copy = /** @type {HTMLElement} */ (root.cloneNode(true));
      for (const own of copy.querySelectorAll('.title, .meta, .go, .phrase')) own.remove();
      return copy.textContent ?? '';
    });
    assert.doesNotMatch(words, /[\u4e00-\u9fff]/);
    await page.click('#language');
  });

  test('a timeline tells which phrases came and went; a cell leads to its place', async () => {
    // The case before changed the language back.
    await page.waitForFunction(() => document.querySelector('.timeline thead th')?.textContent === '提法');
    const rows = page.locator('.timeline tbody tr');
    const row = rows.filter({ hasText: '高质量发展' });
    assert.deepEqual(await page.locator('.timeline thead th').allInnerTexts(), ['提法', '语料所见', '2003', '2009', '2015']);
    const counts = (await row.locator('td:not(.seen)').allInnerTexts()).map(Number);
    assert.ok(counts.length === 3 && counts.every((count, at) => count > Number(counts[at - 1] ?? 0)), `${counts}`);
    const all = await rows.count();
    const through = page.locator('.timeline .choices button', { hasText: '首尾都有' });
    await through.click();
    assert.equal(await through.getAttribute('aria-pressed'), 'true');
    assert.equal(await rows.count(), Number(await through.locator('.count').innerText()));
    await page.locator('.timeline .choices button').first().click();
    assert.equal(await rows.count(), all);
    await row.locator('button').nth(1).click();
    await page.waitForFunction(() => document.querySelector('#leaves')?.textContent?.includes('2009年2月5日'));
    assert.equal(await page.locator('#tab-terms').getAttribute('aria-selected'), 'true');
    await compare(page, 3);
  });

  test('print shows charts and table, not the tools', async () => {
    await page.emulateMedia({ media: 'print' });
    for (const shown of ['.trends', '.ones', '.figures-of', '.phrase-years']) assert.equal(await page.locator(shown).isVisible(), true, shown);
    for (const hidden of ['.several-tools.all', '.several-tools:not(.all)', '.phrase-tools', '.timeline .choices', '.top', '#leaves']) assert.equal(await page.locator(hidden).isVisible(), false, hidden);
    await page.emulateMedia({ media: 'screen' });
  });

  test('a text that is added joins the others, and the view stays', async () => {
    await pick(page, [{ name: '讲话2021.txt', bytes: speechOf(2021) }]);
    await page.waitForFunction(() => document.querySelectorAll('.ones .one').length === 4);
    assert.equal(await page.locator('.several').isVisible(), true);
    await untilYears(page, ['2003', '2009', '2015', '2021']);
  });
});

/** The speech at a place that does not exist. @param {string} place @param {number} year @param {number} talk how much is only talk */
const speechAt = (place, year, talk) => ({
  name: `${place}${year}.txt`,
  bytes: SPEECH.replaceAll('云岭县', place)
    .replace('2024年2月5日', `${year}年2月5日`)
    .replace('各乡镇', `${'我们要坚定不移推进高质量发展，凝心聚力、攻坚克难。'.repeat(talk)}各乡镇`),
});

describe('what is joined, and what is taken away', () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await open();
    await pick(page, [speechAt('云岭县', 2020, 1), speechAt('青石县', 2020, 5), speechAt('白水县', 2021, 9)]);
    await settled(page);
    await done(page, 3);
    await compare(page, 3);
  });
  after(() => close(page));

  test('texts of several places are rows from the highest down, and no line joins them', async () => {
    assert.equal(await page.locator('.trend polyline').count(), 0);
    assert.deepEqual(await page.locator('.trend.specificity .row .at').allTextContents(), ['云岭县 2020', '青石县 2020', '白水县 2021']);
    assert.deepEqual(await page.locator('.trend.formula_density .row .at').allTextContents(), ['白水县 2021', '青石县 2020', '云岭县 2020']);
    const values = (await page.locator('.trend.specificity .row .value').allTextContents()).map(Number);
    assert.deepEqual(values, [...values].sort((a, b) => b - a));
    assert.match((await page.locator('.trend.specificity desc').textContent()) ?? '', /云岭县[^、]*：[\d.]+%、/);
  });

  test('a chart is saved as an image', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.trend.specificity .save-picture').click()]);
    assert.equal(download.suggestedFilename(), '实度.png');
    const bytes = await readFile(await download.path());
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    assert.ok(bytes.readUInt32BE(16) > 600 && bytes.length > 5000, 'large enough for a page, and not empty');
  });

  test('targets, tasks and findings of all texts come in one file: a sheet each, one table, an object a line', async () => {
    const save = async (/** @type {string} */ kind) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`.several-tools.all [data-form=${kind}]`)]);
      assert.match(download.suggestedFilename(), new RegExp(`^目标任务问题\\.${kind}$`));
      return readFile(await download.path());
    };
    const objects = (await save('jsonl')).toString().trimEnd().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual(new Set(objects.map(({ file }) => file)), new Set(['云岭县2020.txt', '青石县2020.txt', '白水县2021.txt']));
    const counts = ['target', 'task', 'finding'].map((kind) => objects.filter(({ record }) => record === kind).length);
    assert.ok((counts[0] ?? 0) >= 12 && (counts[1] ?? 0) >= 3, counts.join());
    const lines = (await save('csv')).toString().trimEnd().split('\r\n');
    assert.match(lines[0] ?? '', /^\uFEFF种类,文件,文稿,指标,数值,时限/);
    assert.equal(lines.length, objects.length + 1);
    const book = await save('xlsx');
    assert.equal(book.subarray(0, 2).toString(), 'PK');
    assert.equal(book.toString('latin1').match(/xl\/worksheets\/sheet\d\.xml/g)?.length, 6, 'three sheets, each named twice in the archive');
  });

  test('texts of one place and several dates are joined, those of other places are not', async () => {
    await pick(page, [speechAt('云岭县', 2023, 3)]);
    await page.waitForFunction(() => document.querySelectorAll('.ones .one').length === 4);
    await page.waitForFunction(() => document.querySelectorAll('.trend.specificity polyline').length === 1);
    const points = await page.locator('.trend.specificity polyline').getAttribute('points');
    assert.equal(points?.split(' ').length, 2);
    assert.equal(await page.locator('.trend.specificity circle').count(), 4);
    const label = await page.locator('.trend.specificity svg > .at').allTextContents();
    assert.ok(label.includes('云岭县'), 'the line says whose it is');
  });
});

describe('few, many and faulty documents', () => {
  test('one document has nothing to be compared with, and the page says so', async () => {
    const page = await open();
    await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(page);
    await compare(page, 1);
    assert.match(await page.locator('.lonely').innerText(), /只有一篇/);
    assert.equal(await page.locator('.trend').count(), 0);
    assert.equal(await page.locator('.several-tools:not(.all) button:visible').count(), 0);
    await close(page);
  });

  test('the articles of one file are compared as files are', async () => {
    const page = await open();
    const journal = await readFile(new URL('../../../seeds/theory-journal.txt', import.meta.url));
    await pick(page, [{ name: '刊物.txt', bytes: journal }]);
    await settled(page);
    const articles = await page.locator('#documents button').count();
    assert.ok(articles > 1);
    await compare(page, articles);
    await page.locator('.one button').nth(1).click();
    await page.waitForSelector('#documents button:nth-child(2)[aria-selected=true]');
    await close(page);
  });

  test('without dates there is no line; a file that cannot be read is named, the others are there', async () => {
    const page = await open();
    const undated = (/** @type {string} */ name) => SPEECH.replace('（2024年2月5日）\n', '').replaceAll('云岭', name);
    await pick(page, [
      { name: '甲.txt', bytes: undated('青石') },
      { name: '坏.txt', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]) },
      { name: '乙.txt', bytes: undated('白水') },
    ]);
    await page.waitForSelector('#files .file:nth-child(1)');
    await compare(page, 2);
    assert.equal(await page.locator('.trend polyline').count(), 0);
    assert.match(await page.locator('.several > .note').innerText(), /所以不连线/);
    assert.match(await page.locator('#several .refused').innerText(), /坏\.txt/);
    await close(page);
  });

  test('48 documents at once: all are shown while the page answers', async (t) => {
    const page = await open({
      first: () => {
        const tasks = (/** @type {any} */ (globalThis).longTasks = []);
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
        }).observe({ type: 'longtask', buffered: true });
      },
    });
    await page.evaluate(() => {
      /** @type {any} */ (globalThis).longTasks.length = 0;
    });
    const years = Array.from({ length: 48 }, (_, at) => 1970 + at);
    await drop(page, years.map((year) => ({ name: `${year}.txt`, text: `${longSpeech(4000)}\n编号${year}。\n`.replace('2024年2月5日', `${year}年2月5日`) })));
    await page.waitForFunction(() => document.documentElement.dataset.view === 'reading');
    await page.click('#compare-texts');
    await page.waitForFunction(() => document.querySelectorAll('.ones .one').length === 48, undefined, { timeout: 90_000 });
    await page.waitForFunction(() => document.querySelectorAll('.figures-of tbody tr').length === 48);
    await untilYears(page, years.map(String));
    assert.equal(await page.locator('#several .under-way').isVisible(), false);
    const tasks = await page.evaluate(() => /** @type {any} */ (globalThis).longTasks);
    t.diagnostic(`tasks over 50 ms: ${tasks.join(', ') || 'none'}`);
    await close(page);
  });

  test('at 360 px nothing runs out of the window, and the way back can be reached', async () => {
    const page = await open({ width: 360, height: 740, dark: true });
    await drop(page, [2015, 2003].map((year) => ({ name: `讲话${year}.txt`, text: speechOf(year) })));
    await settled(page);
    await compare(page, 2);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    const back = await page.locator('#back').boundingBox();
    const add = await page.locator('#add').boundingBox();
    assert.ok(back && add && back.x + back.width <= add.x + 1, 'the buttons do not cover each other');
    await page.click('#back');
    assert.equal(await page.locator('#leaves').isVisible(), true);
    await close(page);
  });
});
