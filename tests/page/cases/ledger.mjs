import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { cell, downloaded, focused, ledger, rowCount } from '../sheet.mjs';
import { close, open, paste, pick, settled } from '../support.mjs';

const NOTICE = await readFile(new URL('../../../seeds/notice-with-owners.txt', import.meta.url));

describe('the ledger of a notice', () => {
  /** @type {import('playwright-core').Page} */
  let page;
  before(async () => {
    page = await open();
    await pick(page, [{ name: '通知.txt', bytes: NOTICE }]);
    await settled(page);
  });
  after(() => close(page));

  test('it opens from the tasks, and each row says who, what and until when', async () => {
    await page.click('#tab-tasks');
    await page.click('.tools .ledger-of');
    await page.waitForSelector('.sheet tbody tr');
    assert.equal(await page.locator('#ledger').isVisible(), true);
    const heads = await page.locator('.sheet thead th').allTextContents();
    assert.deepEqual(heads, ['序号', '任务来源', '任务内容', '量化目标', '牵头单位', '责任（配合）单位', '完成时限', '进展', '状态', '备注']);
    const plant = page.locator('.sheet tbody tr', { hasText: '新建鹭鸣、霁湖、青砚3座' }).first();
    assert.match(await plant.locator('[data-place=others]').textContent(), /县水利局、县水务投资公司/);
    assert.match(await plant.locator('[data-place=deadline]').textContent(), /2026年10月/);
    assert.match(await plant.locator('[data-place=source]').textContent(), /重点任务/);
  });

  test('keys move through the cells, and typing writes into them', async () => {
    await cell(page, 1, 'content').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), '2 target');
    await page.keyboard.press('End');
    assert.equal(await focused(page), '2 note');
    await page.keyboard.type('抓紧');
    await page.keyboard.press('Enter');
    assert.equal(await cell(page, 2, 'note').textContent(), '抓紧');
    assert.equal(await focused(page), '3 note');
    await page.keyboard.press('F2');
    await page.keyboard.type('不要');
    await page.keyboard.press('Escape');
    assert.equal(await cell(page, 3, 'note').textContent(), '');
    assert.equal(await focused(page), '3 note');
  });

  test('a tab takes what was typed and goes on; without an edit it leaves the sheet', async () => {
    await cell(page, 3, 'lead').click();
    await page.keyboard.type('县水利局');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), '3 others');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), '3 deadline');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.closest('.sheet')), null);
  });

  test('a block of another sheet is pasted from a cell on, and is no text of its own', async () => {
    await cell(page, 1, 'progress').click();
    await paste(page, '已开工\t进行中\n已完工\t已完成');
    assert.deepEqual([await cell(page, 1, 'progress').textContent(), await cell(page, 2, 'state').textContent()], ['已开工', '已完成']);
    await page.keyboard.press('Home');
    await paste(page, '不知何处');
    assert.equal(await page.locator('#files .file').count(), 0);
    await page.keyboard.press('Control+z');
    assert.deepEqual([await cell(page, 1, 'progress').textContent(), await cell(page, 2, 'state').textContent()], ['', '']);
  });

  test('what an input method writes is not lost, from its first letter on', async () => {
    await cell(page, 3, 'lead').click();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'xian', selectionStart: 4, selectionEnd: 4 });
    await session.send('Input.imeSetComposition', { text: '县', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: '县财政' });
    assert.equal(await page.locator('.cell-editor').inputValue(), '县财政');
    await session.send('Input.imeSetComposition', { text: '局', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: '局' });
    await page.keyboard.press('Enter');
    assert.equal(await cell(page, 3, 'lead').textContent(), '县财政局');
    await page.keyboard.press('Control+z');
    assert.equal(await cell(page, 3, 'lead').textContent(), '县水利局');
    await session.detach();
    await page.keyboard.press('ArrowUp');
  });

  test('what was done is undone and done again', async () => {
    await cell(page, 3, 'lead').click();
    await page.keyboard.press('Control+z');
    assert.doesNotMatch(await cell(page, 3, 'lead').textContent(), /县水利局/);
    await page.keyboard.press('Control+Shift+z');
    assert.equal(await cell(page, 3, 'lead').textContent(), '县水利局');
  });

  test('rows are added, split, merged and dropped', async () => {
    const all = await rowCount(page);
    const [first, second] = [await cell(page, 1, 'content').textContent(), await cell(page, 2, 'content').textContent()];
    await cell(page, 1, 'content').click();
    await page.keyboard.press('Shift+ArrowDown');
    assert.equal(await page.locator('.sheet tr[aria-selected=true]').count(), 2);
    await page.click('[data-deed=merge]');
    assert.equal(await rowCount(page), all - 1);
    assert.equal((await cell(page, 1, 'content').textContent()).replace(/\s/g, '').includes(second.replace(/\s/g, '')), true);
    await page.click('[data-deed=undo]');
    assert.equal(await rowCount(page), all);
    assert.equal(await cell(page, 1, 'content').textContent(), first);
    await page.click('[data-deed=insert]');
    assert.equal(await rowCount(page), all + 1);
    assert.equal(await focused(page), '2 content');
    await page.keyboard.type('立即整改。年底验收。');
    await page.keyboard.press('Control+Enter');
    await page.click('[data-deed=divide]');
    assert.equal(await cell(page, 3, 'content').textContent(), '年底验收。');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Delete');
    assert.equal(await rowCount(page), all);
  });

  test('a task is split where the caret stands', async () => {
    await cell(page, 1, 'content').dblclick();
    await page.keyboard.press('Control+Home');
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowRight');
    const words = await page.locator('.cell-editor').inputValue();
    await page.click('[data-deed=divide]');
    assert.equal(await cell(page, 1, 'content').textContent(), words.slice(0, 3));
    await page.keyboard.press('Control+z');
  });

  test('a unit that was typed is offered again, and goes to the empty cells of its section', async () => {
    const row = await page.locator('.sheet tbody tr').evaluateAll((rows) => {
      const source = (/** @type {Element} */ tr) => tr.querySelector('[data-place=source]')?.textContent ?? '';
      const empty = (/** @type {Element} */ tr) => tr.querySelector('[data-place=lead]')?.textContent === '' || tr.querySelector('[data-place=lead] .missing') !== null;
      return rows.findIndex((tr, at) => empty(tr) && rows.some((other, place) => place > at && empty(other) && source(other) === source(tr))) + 1;
    });
    assert.ok(row > 0);
    await cell(page, row, 'lead').click();
    await page.keyboard.press('F2');
    const offered = await page.locator('#ledger-units option').evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
    assert.ok(offered.includes('县水务投资公司'), String(offered));
    await page.keyboard.type('县政府督查室、');
    const more = await page.locator('#ledger-units option').first().getAttribute('value');
    assert.match(String(more), /^县政府督查室、./);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await cell(page, row, 'lead').click();
    await page.click('[data-deed=spread]');
    assert.ok((await page.locator('.sheet [data-place=lead]', { hasText: '县政府督查室' }).count()) > 1);
    assert.match(await page.locator('.ledger .said').textContent(), /已填 \d+ 格/);
    await page.click('[data-deed=undo]');
    assert.equal(await page.locator('.sheet [data-place=lead]', { hasText: '县政府督查室' }).count(), 1);
  });

  test('rows that lack something are shown alone, and one that is mended stays in sight', async () => {
    const all = await rowCount(page);
    const chip = page.locator('[data-lack=deadline]');
    const count = Number(/\d+/.exec(await chip.textContent())?.[0]);
    assert.ok(count > 0 && count < all);
    await chip.click();
    assert.equal(await rowCount(page), count);
    await cell(page, 1, 'deadline').click();
    await page.keyboard.type('2026年11月底前');
    await page.keyboard.press('Enter');
    assert.equal(await rowCount(page), count);
    assert.match(await chip.textContent(), new RegExp(`${count - 1}`));
    await chip.click();
    await page.waitForFunction((wanted) => document.querySelectorAll('.sheet tbody tr').length === wanted, all);
    await page.fill('#ledger-filter', '2026年11月底');
    assert.equal(await rowCount(page), 1);
    await page.fill('#ledger-filter', '没有这样的话');
    assert.equal(await page.locator('.ledger .empty').isVisible(), true);
    await page.fill('#ledger-filter', '');
  });

  test('by unit and by month: who has what, what is due when, and the way back to the row', async () => {
    await page.click('#ledger-face-units');
    const water = page.locator('.group', { has: page.locator('.name', { hasText: /^县水利局$/ }) });
    assert.match(await water.locator('.tally').textContent(), /责任配合 \d+/);
    assert.ok((await water.locator('li').count()) > 3);
    await page.click('#ledger-face-months');
    const names = await page.locator('.group .name').allTextContents();
    assert.ok(names.indexOf('2026年6月') >= 0 && names.indexOf('2026年6月') < names.indexOf('2026年10月'), names.join());
    const wanted = await page.locator('.group .to-row').first().textContent();
    await page.locator('.group .to-row').first().click();
    assert.equal(await page.locator('.sheet-of').isVisible(), true);
    assert.equal(await page.locator('.sheet tr[aria-selected=true] [data-place=content]').textContent(), wanted);
  });

  test('by item there are fewer rows, and each way to divide keeps its own edits', async () => {
    const sentences = await rowCount(page);
    const mended = await page.locator('.sheet [data-place=deadline]', { hasText: '2026年11月底前' }).count();
    await page.click('#ledger-items');
    await page.waitForFunction((all) => document.querySelectorAll('.sheet tbody tr').length < all, sentences);
    assert.equal(await page.locator('.sheet [data-place=deadline]', { hasText: '2026年11月底前' }).count(), 0);
    await page.click('#ledger-sentences');
    await page.waitForFunction((all) => document.querySelectorAll('.sheet tbody tr').length === all, sentences);
    assert.equal(await page.locator('.sheet [data-place=deadline]', { hasText: '2026年11月底前' }).count(), mended);
  });

  test('the state is one of four, and files hold the rows as they are edited', async () => {
    await cell(page, 1, 'state').dblclick();
    await page.locator('select.cell-editor').selectOption('进行中');
    await page.keyboard.press('Enter');
    assert.equal(await cell(page, 1, 'state').textContent(), '进行中');
    await page.check('#ledger-hasQuarters');
    await page.check('#ledger-isFirstLead');
    const csv = await downloaded(page, () => page.click('[data-kind=csv]'));
    assert.match(csv.name, /任务分解表\.csv$/);
    const words = csv.bytes.toString('utf8');
    assert.match(words, /一季度,二季度,三季度,四季度/);
    assert.match(words, /进行中/);
    assert.match(words, /2026年11月底前/);
    assert.match(words, /县水利局,县水务投资公司/);
    const markdown = await downloaded(page, () => page.click('[data-kind=md]'));
    assert.match(markdown.bytes.toString('utf8'), /\| 序号 \|/);
    for (const kind of ['xlsx', 'docx']) {
      const file = await downloaded(page, () => page.click(`[data-kind=${kind}]`));
      assert.match(file.name, new RegExp(`任务分解表\\.${kind}$`));
      assert.equal(file.bytes.subarray(0, 2).toString('latin1'), 'PK');
      assert.ok(file.bytes.length > 3000);
    }
    await page.uncheck('#ledger-hasQuarters');
    await page.uncheck('#ledger-isFirstLead');
  });

  test('a click on the source leads to the sentence, and the ledger is as it was', async () => {
    const row = page.locator('.sheet tbody tr', { hasText: '组建县级抢修队' }).first();
    await row.locator('.to-text').click();
    await page.waitForFunction(() => {
      const ranges = [.../** @type {any} */ (CSS.highlights.get('chosen') ?? [])];
      return ranges.map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset)).join('').includes('抢修队');
    });
    assert.equal(await page.locator('#leaves').isVisible(), true);
    await ledger(page);
    assert.equal(await cell(page, 1, 'state').textContent(), '进行中');
    assert.equal(await page.locator('.sheet .to-text:focus, .sheet [tabindex="0"]').count(), 1);
  });

  test('print: the sheet across the paper, its head on every page, no tools', async () => {
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.ledger-tools', '.exports', '.top', '#leaves']) assert.equal(await page.locator(hidden).isVisible(), false, hidden);
    assert.equal(await page.locator('.sheet thead').evaluate((head) => getComputedStyle(head).display), 'table-header-group');
    await page.emulateMedia({ media: 'screen' });
  });

  test('in English no Chinese but the text’s own', async () => {
    await page.click('#language');
    await page.waitForFunction(() => document.querySelector('.sheet thead')?.textContent?.includes('Deadline'));
    const words = await page.locator('#ledger').evaluate((root) => {
      const copy = /** @type {HTMLElement} */ (root.cloneNode(true));
      for (const own of copy.querySelectorAll('tbody td:not([data-place=state]), .own, datalist, #ledger-scope')) own.remove();
      return copy.textContent ?? '';
    });
    assert.doesNotMatch(words, /[\u4e00-\u9fff]/);
    await page.click('#language');
  });
});
