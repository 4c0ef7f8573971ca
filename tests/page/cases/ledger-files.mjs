import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { cell, downloaded, focused, ledger, rowCount } from '../sheet.mjs';
import { close, drop, faultyServer, kept, open, pick, settled, showing, SPEECH } from '../support.mjs';

const NOTICE = await readFile(new URL('../../../seeds/notice-with-owners.txt', import.meta.url));

/** A county's list of tasks with so many rows. @param {number} count */
function listOf(count) {
  const lines = ['北砚县2026年重点工作任务清单', '一、重点任务'];
  for (let at = 1; at <= count; at += 1) lines.push(`${at}．新建第${at}号水厂${(at % 7) + 2}座，12月底前通水。（责任单位：县水利局、青石${'甲乙丙丁'[at % 4]}镇人民政府）`);
  return lines.join('\n');
}

describe('the ledger beside its texts', () => {
  test('a sentence that is changed in the text keeps the edits of the others', async () => {
    const page = await showing(SPEECH);
    await ledger(page);
    const all = await rowCount(page);
    const row = page.locator('.sheet tbody tr', { hasText: '5000人' }).first();
    await row.locator('[data-place=lead]').click();
    await page.keyboard.type('县人社局');
    await page.keyboard.press('Enter');
    await page.click('#back');
    await page.click('#edit');
    await page.locator('#leaves .block', { hasText: '抓好项目建设' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type('县财政局要在9月底前完成资金拨付2000万元。');
    await page.waitForSelector('#leaves:not([data-typed])', { state: 'attached' });
    await settled(page);
    await ledger(page, all + 1);
    assert.equal(await page.locator('.sheet [data-place=lead]', { hasText: '县人社局' }).count(), 1);
    assert.equal(await page.locator('.sheet [data-place=content]', { hasText: '资金拨付' }).count(), 1);
    await close(page);
  });

  test('several texts stand in one ledger, each row with its text, and one can be shown alone', async () => {
    const page = await open();
    await drop(page, [
      { name: '甲.txt', text: SPEECH },
      { name: '乙.txt', text: SPEECH.replaceAll('云岭', '青石') },
    ]);
    await page.waitForSelector('#files .file:nth-child(1)');
    await settled(page);
    await ledger(page);
    // Both texts say the same: the rows are all there when each has as many.
    await page.waitForFunction(() => {
      const names = [...document.querySelectorAll('.sheet .document')].map((cell) => cell.textContent ?? '');
      const [one, other] = ['云岭', '青石'].map((name) => names.filter((words) => words.includes(name)).length);
      return one > 0 && one === other;
    });
    const all = await rowCount(page);
    assert.equal(await page.locator('.sheet .document').count(), all);
    await page.selectOption('#ledger-scope', { label: '乙.txt' });
    assert.equal(await rowCount(page), all / 2);
    assert.match(await cell(page, 1, 'source').textContent(), /青石/);
    await close(page);
  });

  test('edits outlive a reload where the reader asked for that', async () => {
    const page = await open();
    await page.check('#keep');
    await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(page);
    await ledger(page);
    await cell(page, 1, 'note').click();
    await page.keyboard.type('已报县长');
    await page.keyboard.press('Enter');
    await kept(page, 1, '已报县长');
    await page.reload();
    await settled(page);
    await ledger(page);
    assert.equal(await cell(page, 1, 'note').textContent(), '已报县长');
    await close(page);
  });

  test('and only there', async () => {
    const page = await showing(SPEECH);
    await ledger(page);
    await cell(page, 1, 'note').click();
    await page.keyboard.type('不留');
    await page.keyboard.press('Enter');
    await page.reload();
    await page.waitForSelector('#samples button');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), 'landing');
    await close(page);
  });

  test('without a task the page says so, and a row can be added', async () => {
    const page = await showing('北砚县的春天\n\n三月的北砚，山花烂漫，燕子归来。河水清清，村庄静静。');
    await page.click('#open-ledger');
    await page.waitForSelector('.ledger .empty:not([hidden])');
    assert.match(await page.locator('.ledger .empty').textContent(), /没有找到要做的事/);
    await page.click('[data-deed=insert]');
    assert.equal(await rowCount(page), 1);
    await close(page);
  });

  test('where the core breaks down the ledger says so, and comes when it is asked again', async () => {
    const server = await faultyServer();
    const page = await open({ url: server.url, expected: /ledger|unreachable|broke down/ });
    await drop(page, [{ name: '讲话.txt', text: SPEECH.replace('同志们：', '同志们：!once!') }]);
    await settled(page);
    await page.click('#open-ledger');
    await page.waitForSelector('.ledger .refused:not([hidden])');
    assert.match(await page.locator('.ledger .refused').textContent(), /讲话\.txt/);
    await page.click('.ledger .again');
    await page.waitForSelector('.sheet tbody tr');
    assert.equal(await page.locator('.ledger .refused').isVisible(), false);
    await close(page);
    await server.close();
  });
});

describe('a ledger that comes back', () => {
  test('one that was written opens as it was, state and all, and is written again', async () => {
    const page = await open();
    await pick(page, [{ name: '通知.txt', bytes: NOTICE }]);
    await settled(page);
    await ledger(page);
    await cell(page, 1, 'progress').click();
    await page.keyboard.type('=1+1');
    await page.keyboard.press('Enter');
    await cell(page, 1, 'state').dblclick();
    await page.locator('select.cell-editor').selectOption('滞后');
    await page.keyboard.press('Enter');
    const contents = await page.locator('.sheet tbody [data-place=content]').allTextContents();
    const owners = await page.locator('.sheet tbody [data-place=others]').allTextContents();
    const { name, bytes } = await downloaded(page, () => page.click('[data-kind=xlsx]'));
    await close(page);

    const later = await open();
    await pick(later, [{ name, bytes }]);
    await settled(later);
    await later.waitForFunction((count) => document.querySelectorAll('.sheet tbody tr').length === count, contents.length);
    assert.equal(await later.locator('.sheet-of').isVisible(), true);
    assert.deepEqual(await later.locator('.sheet tbody [data-place=content]').allTextContents(), contents);
    assert.deepEqual(await later.locator('.sheet tbody [data-place=others]').allTextContents(), owners);
    assert.equal(await cell(later, 1, 'progress').textContent(), '=1+1');
    assert.equal(await cell(later, 1, 'state').textContent(), '滞后');
    const again = await downloaded(later, () => later.click('[data-kind=docx]'));
    assert.doesNotMatch(again.name, /任务分解表.*任务分解表/);
    await close(later);
  });
});

describe('the ledger in large and in little', () => {
  test('500 rows: each key is answered at once', async (t) => {
    const page = await open({
      first: () => {
        const slow = (/** @type {any} */ (globalThis).slowKeys = []);
        new PerformanceObserver((list) => {
          for (const { name, duration } of list.getEntries()) if (name === 'keydown') slow.push(Math.round(duration));
        }).observe({ type: 'event', durationThreshold: 16 });
      },
    });
    await drop(page, [{ name: '清单.txt', text: listOf(500) }]);
    await settled(page);
    await ledger(page, 500);
    await cell(page, 250, 'progress').click();
    await page.keyboard.type('已完成可研批复，正在组织招标');
    await page.keyboard.press('Enter');
    for (let at = 0; at < 10; at += 1) {
      await page.keyboard.type('完成一半');
      await page.keyboard.press('Enter');
    }
    for (const key of ['Control+z', 'Control+Shift+z', 'ArrowUp', 'PageDown', 'Control+Home', 'Control+End']) await page.keyboard.press(key);
    assert.equal(await focused(page), '500 note');
    const slow = await page.evaluate(() => /** @type {any} */ (globalThis).slowKeys);
    t.diagnostic(`keys over 16 ms, in ms: ${slow.join(', ') || 'none'}`);
    await close(page);
  });

  test('at 360 px rows are cards, nothing runs out of the window, and a tap writes', async () => {
    const page = await open({ width: 360, height: 740, dark: true });
    await pick(page, [{ name: '通知.txt', bytes: NOTICE }]);
    await settled(page);
    await ledger(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    assert.equal(await page.locator('.sheet tbody tr').first().evaluate((row) => getComputedStyle(row).display), 'grid');
    const width = await page.locator('.sheet tbody tr').first().evaluate((row) => row.scrollWidth <= row.clientWidth);
    assert.ok(width);
    await cell(page, 1, 'progress').dispatchEvent('pointerdown', { pointerType: 'touch', bubbles: true });
    await cell(page, 1, 'progress').dispatchEvent('click');
    await page.locator('.cell-editor').fill('已开工');
    await page.locator('.cell-editor').press('Enter');
    assert.match(await cell(page, 1, 'progress').textContent(), /已开工/);
    await page.click('#back');
    assert.equal(await page.locator('#leaves').isVisible(), true);
    await close(page);
  });
});
