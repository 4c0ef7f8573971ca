import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chosen, close, middleOf, showing, SPEECH } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Every state: kept, too few, none at all, and a number left out. */
const TEXT = `在云岭县农业工作会议上的讲话
（2024年3月8日）
陈向阳
同志们：
下面，我讲五点意见。
一、认清形势
要守住“三条底线”：一是守住耕地红线。二是守住生态红线。三是守住安全底线。
二、突出重点
要抓好以下四项工作：（1）选好种子；（2）备足化肥；（3）修好水渠。
三、加强领导
下面，再强调三点。
各乡镇要压实责任，抓好落实。
`;

/** @param {Page} page @param {string} name */
const row = (page, name) => page.locator('#outline .announces').filter({ hasText: name });

/** @param {object} [options] @param {string} [text] */
const opened = (options, text = TEXT) => showing(text, options);

describe('announced parts', () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await opened();
  });
  after(() => close(page));

  test('each stands where it is announced, with what was announced and what follows', async () => {
    const rows = await page.locator('#outline .announces').evaluateAll((all) =>
      all.map((one) => {
        const [name, state] = one.querySelectorAll('.announcement > span');
        const heading = one.parentElement?.closest('li:not(.announces)')?.querySelector('.heading .name');
        const words = [...(state?.childNodes ?? [])].find((node) => node instanceof Text);
        return [heading?.textContent ?? '', name?.textContent, words?.textContent, one.getAttribute('data-state')];
      }),
    );
    assert.deepEqual(rows, [
      ['', '五点意见', '宣布 5 · 有 3', 'differs'],
      ['一、认清形势', '三条底线', '宣布 3 · 有 3', 'kept'],
      ['二、突出重点', '四项工作', '宣布 4 · 有 3', 'differs'],
      ['三、加强领导', '三点', '宣布 3 · 有 0', 'missing'],
    ]);
  });

  test('the states are told by signs and words, not by colour alone', async () => {
    const signs = await page.locator('#outline .announces .sign').allInnerTexts();
    assert.deepEqual(signs, ['≠', '✓', '≠', '∅']);
    for (const words of await page.locator('#outline .announcement .unseen').allTextContents()) {
      assert.ok(words.trim().length > 4, words);
    }
  });

  test('a click goes to the words that announce; each part leads to its place', async () => {
    await row(page, '四项工作').locator('.announcement').click();
    assert.match(await chosen(page), /四项工作/);
    await row(page, '四项工作').locator('.fold').click();
    assert.deepEqual(await row(page, '四项工作').locator('li').allInnerTexts(), [
      '（1）选好种子',
      '（2）备足化肥',
      '（3）修好水渠',
      '没有找到第 4 项',
    ]);
    await row(page, '四项工作').locator('.announced-part').nth(1).click();
    assert.match(await chosen(page), /备足化肥/);
  });

  test('by keyboard', async () => {
    const fold = row(page, '三条底线').locator('.fold');
    await fold.focus();
    await page.keyboard.press('Enter');
    assert.equal(await fold.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.match(await chosen(page), /守住耕地红线/);
  });

  test('the announcing words are a layer with a key, and a card that names the parts', async () => {
    const painted = await page.evaluate(() =>
      [.../** @type {any} */ (CSS.highlights.get('announced'))].map((range) =>
        range.startContainer.data.slice(range.startOffset, range.endOffset),
      ),
    );
    assert.deepEqual(painted, ['五点意见', '三条底线', '四项工作', '三点']);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await page.keyboard.press('7');
    assert.equal(await page.locator('html[data-off-announced]').count(), 1);
    await page.keyboard.press('7');
    const place = await middleOf(page, 'announced', 2);
    await page.mouse.click(place.x, place.y);
    const card = await page.locator('#card').innerText();
    for (const words of ['四项工作', '宣布 4 · 有 3', '所说项数与后文不符', '修好水渠']) {
      assert.ok(card.includes(words), `${words}: ${card}`);
    }
    await page.keyboard.press('Escape');
  });

  test('in English no Chinese but the text’s own', async () => {
    await page.click('#language');
    const states = await page.locator('#outline .announcement .state').allTextContents();
    assert.match(states[0] ?? '', /5 announced · 3 found/);
    assert.doesNotMatch(states.join(), /[\u4e00-\u9fff]/);
    await page.click('#language');
  });

  test('a number that was left out is said, though the last number is the announced one', async () => {
    const gap = await opened({}, TEXT.replace('五点', '四点').replace('三、加强', '四、加强'));
    const first = row(gap, '四点意见');
    assert.equal(await first.locator('.sign').innerText(), '≠');
    await first.locator('.fold').click();
    assert.match((await first.locator('li').allInnerTexts()).join(), /没有找到第 3 项/);
    await close(gap);
  });

  test('at 360 px nothing is cut off, and a part leads to the text', async () => {
    const narrow = await opened({ width: 360, height: 740 });
    await narrow.click('#part-outline');
    for (const button of await narrow.locator('#outline .announcement').all()) {
      const box = await button.boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 360 && box.height >= 24);
    }
    assert.ok(await narrow.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    await row(narrow, '三条底线').locator('.announcement').click();
    assert.equal(await narrow.locator('#leaves').isVisible(), true);
    await close(narrow);
  });

  test('a text that announces nothing has no such rows', async () => {
    const plain = await opened({}, SPEECH.replace('下面，我讲两点意见。', ''));
    assert.ok((await plain.locator('#outline .heading').count()) > 0);
    assert.equal(await plain.locator('#outline .announces').count(), 0);
    await close(plain);
  });
});
