import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { chosen, close, longSpeech, showing, SPEECH } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const walker = (/** @type {Page} */ page) => page.locator('#walker');
const count = (/** @type {Page} */ page) => page.locator('#walker .count').innerText();
/** A part of a score. @param {Page} page @param {string} score @param {string} name */
const part = (page, score, name) => page.locator(`.score.${score} .count-of`).filter({ hasText: name });
const figureOf = async (/** @type {import('playwright-core').Locator} */ part) =>
  Number((await part.locator('b').innerText()).replaceAll(',', ''));

describe('scores', () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await showing(SPEECH);
    await page.click('#tab-scores');
  });
  after(() => close(page));

  test('each figure says what it counts, how, and what it does not tell', async () => {
    const scores = await page.locator('.score').count();
    assert.equal(scores, 7);
    for (let at = 0; at < scores; at += 1) {
      const score = page.locator('.score').nth(at);
      const figure = await score.locator('.figure').allInnerTexts();
      const words = await score.locator('.working').innerText();
      assert.match(words, /局限\s+\S{10,}/);
      if (figure[0] === undefined || figure[0] === '—') continue;
      const value = figure[0].replace(/\s*%/, '');
      assert.ok(words.includes(`= ${value}%`), `${figure}: ${words}`);
    }
    assert.doesNotMatch(await page.locator('#table').innerText(), /NaN|Infinity|undefined|\{/);
  });

  test('the steps of the legend, of the outline and of the score are one count', async () => {
    const shares = (await page.locator('.score.specificity .share').allInnerTexts()).map((words) => words.trim());
    const legend = await page.locator('#about .legend b').allInnerTexts();
    assert.deepEqual(shares, legend);
    const parts = await Promise.all(['有数可考', '有事可查', '泛述', '套话句'].map((name) => figureOf(part(page, 'specificity', name))));
    assert.equal(parts.reduce((sum, figure) => sum + figure, 0), await figureOf(part(page, 'specificity', '参评')));
  });

  test('a part leads through the sentences that it counts, forward, back and round', async () => {
    const button = part(page, 'specificity', '有数可考');
    await button.click();
    const all = Number(/(\d+) 句/.exec(await button.innerText())?.[1]);
    assert.ok(all > 2);
    assert.equal(await count(page), `1/${all}`);
    assert.match(await walker(page).innerText(), /实度 · 有数可考字数/);
    const first = await chosen(page);
    assert.match(first, /^2023年，全县地区生产总值完成126\.5亿元.*。$/);
    await page.locator('#scroller').focus();
    await page.keyboard.press('n');
    assert.equal(await count(page), `2/${all}`);
    assert.notEqual(await chosen(page), first);
    await page.click('#walker .back');
    assert.equal(await chosen(page), first);
    await page.keyboard.press('p');
    assert.equal(await count(page), `${all}/${all}`);
    const marked = await page.evaluate(() => /** @type {any} */ (CSS.highlights.get('evidence')).size);
    assert.equal(marked, all, 'all are marked, one of them more strongly');
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('Escape');
    assert.equal(await walker(page).isVisible(), false);
    assert.equal(await chosen(page), '');
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
  });

  test('where a part counts things, it leads to as many as it says', async () => {
    for (const [score, name] of [
      ['accountability', '任务数'],
      ['accountability', '有时限'],
      ['accountability', '有责任单位'],
      ['target_firmness', '硬目标'],
      ['target_firmness', '软目标'],
    ]) {
      const one = part(page, String(score), String(name));
      const figure = await figureOf(one);
      assert.ok(figure > 0, name);
      await one.click();
      assert.equal(await count(page), `1/${figure}`, name);
    }
    assert.match(await chosen(page), /8%/, 'the soft target is the one that 力争 governs');
    await part(page, 'outlook', '面向今后').click();
    assert.match(await chosen(page), /今年|力争|确保|要/);
    await part(page, 'formula_density', '提法套话').click();
    assert.ok((await chosen(page)).length > 1);
    await page.keyboard.press('Escape');
  });

  test('the legend above the text leads to the sentences of a step', async () => {
    await page.locator('#about .legend button').filter({ hasText: '套话' }).click();
    assert.match(await walker(page).innerText(), /套话句字数/);
    assert.match(await chosen(page), /^.{6,}。$/);
    assert.equal(await part(page, 'specificity', '套话句').getAttribute('aria-pressed'), 'true');
    await page.click('#walker .close');
    assert.equal(await walker(page).isVisible(), false);
  });

  test('choosing a row of another table ends the way through the places', async () => {
    await part(page, 'specificity', '有数可考').click();
    await page.click('#tab-tasks');
    await page.locator('#table tbody tr').first().click();
    assert.equal(await walker(page).isVisible(), false);
    await page.keyboard.press('Escape');
    await page.click('#tab-scores');
  });

  test('a section of the outline has scores of its own, and its places stand in it', async () => {
    const whole = await page.locator('.score.specificity .figure').innerText();
    await page.locator('#outline .heading').filter({ hasText: '三、' }).click();
    assert.match(await page.locator('#scope').inputValue(), /三、切实加强组织领导/);
    assert.notEqual(await page.locator('.score.specificity .figure').innerText(), whole);
    assert.match(await page.locator('#table').innerText(), /分节得分不与参照文本比较/);
    assert.match(await page.locator('.score.target_firmness').innerText(), /没有分得出软硬的目标/);
    await part(page, 'formula_density', '提法套话').click();
    const place = await page.evaluate(() => {
      const [range] = /** @type {any} */ (CSS.highlights.get('chosen'));
      return range.startContainer.data;
    });
    assert.match(place, /^各乡镇、各部门/);
    await page.selectOption('#scope', { index: 0 });
    assert.equal(await page.locator('.score.specificity .figure').innerText(), whole);
    assert.equal(await walker(page).isVisible(), false);
  });

  test('an export says what it is of', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.tools button').filter({ hasText: 'CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    assert.match(lines[0] ?? '', /范围,得分,构成,数值$/);
    assert.ok(lines.slice(1).every((line) => line.startsWith('全文,')));
  });

  test('in English no Chinese but the text’s own', async () => {
    await page.click('#language');
    await part(page, 'specificity', 'Measurable').click();
    const words = await page.evaluate(() => {
      const read = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(name)).innerText;
      return [...document.querySelectorAll('.score')].map((one) => /** @type {HTMLElement} */ (one).innerText).join() + read('#walker') + read('.standard');
    });
    assert.doesNotMatch(words.replace(/要|将|左右|力争/g, ''), /[\u4e00-\u9fff]/);
    await page.keyboard.press('Escape');
    await page.click('#language');
  });
});

describe('scores of other texts', () => {
  test('a long speech is compared with texts that are named and dated', async () => {
    const page = await showing(longSpeech(6000));
    await page.click('#tab-scores');
    assert.match(await page.locator('.standard').innerText(), /参照：.*讲话.*\d{4}-\d\d-\d\d/);
    const said = await page.locator('.score .percentile').allInnerTexts();
    assert.ok(said.length >= 4);
    for (const words of said) assert.match(words, /^高于 \d+% 的参照文本$|^[高低]于全部参照文本$/);
    const heading = page.locator('#outline .heading').filter({ hasText: '二、' }).first();
    await heading.click();
    await page.waitForFunction(() => document.querySelector('#outline [aria-current]')?.textContent?.includes('二、'));
    assert.match(await page.locator('#scope').inputValue(), /二、/);
    await close(page);
  });

  test('one sentence: what cannot be counted says so, and why nothing is compared', async () => {
    const page = await showing('请各单位按时参加会议。\n');
    await page.click('#tab-scores');
    assert.match(await page.locator('.score.target_firmness').innerText(), /—\s+没有分得出软硬的目标。/);
    assert.doesNotMatch(await page.locator('#table').innerText(), /NaN|Infinity|undefined/);
    assert.equal(await page.locator('.score .percentile').count(), 0);
    assert.match(await page.locator('.standard').innerText(), /文字太短/);
    await close(page);
  });

  test('at 360 px a part leads to the text, where a bar leads on', async () => {
    const page = await showing(SPEECH, { width: 360, height: 740 });
    await page.click('#part-tables');
    await page.click('#tab-scores');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    await part(page, 'specificity', '有数可考').click();
    assert.equal(await page.locator('.middle').isVisible(), true);
    const box = await page.locator('#walker .on').boundingBox();
    assert.ok(box && box.width >= 32 && box.height >= 32 && box.y + box.height <= 740);
    const first = await chosen(page);
    await page.click('#walker .on');
    assert.notEqual(await chosen(page), first);
    await page.click('#walker .close');
    assert.equal(await walker(page).isVisible(), false);
    await close(page);
  });
});
