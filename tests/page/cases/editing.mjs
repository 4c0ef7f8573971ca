import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { close, drop, kept, longSpeech, open, paste, pick, settled, showing, SPEECH, still, taken, textOf } from '../support.mjs';

/** Puts the caret behind these words of the text. @param {import('playwright-core').Page} page @param {string} words @param {number} [length] so many characters before it are selected */
const caretBehind = (page, words, length = 0) =>
  page.evaluate(
    ([words, length]) => {
      const walker = document.createTreeWalker(/** @type {Node} */ (document.querySelector('#leaves')), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = /** @type {Text} */ (node).data.indexOf(String(words));
        if (at < 0) continue;
        const end = at + String(words).length;
        node.parentElement?.scrollIntoView({ block: 'center' });
        window.getSelection()?.setBaseAndExtent(node, end - Number(length), node, end);
        return;
      }
      throw new Error(`no ${words}`);
    },
    /** @type {const} */ ([words, length]),
  );

/** The words before the caret. @param {import('playwright-core').Page} page */
const beforeCaret = (page) =>
  page.evaluate(() => {
    const { focusNode, focusOffset } = window.getSelection() ?? {};
    return focusNode instanceof Text ? focusNode.data.slice(0, focusOffset) : null;
  });

/** @param {import('playwright-core').Page} page @param {string} tab @param {number} count */
const untilCount = (page, tab, count) =>
  page.waitForFunction(
    ([tab, count]) => document.querySelector(`#tab-${tab} .count`)?.textContent === String(count),
    /** @type {const} */ ([tab, count]),
  );

/** @param {import('playwright-core').Page} page @param {string} tab */
const countOf = async (page, tab) => Number(await page.locator(`#tab-${tab} .count`).innerText());

/** @param {string} [text] @param {object} [options] */
async function editing(text = SPEECH, options) {
  const page = await showing(text, options);
  await page.click('#edit');
  await page.waitForSelector('#leaves[contenteditable]');
  return page;
}

describe('the text changed in place', () => {
  test('what is typed is analysed again, and the caret stays', async () => {
    const page = await editing();
    const targets = await countOf(page, 'targets');
    await caretBehind(page, '实施重点项目45个');
    await page.keyboard.type('，新建学校12所');
    await untilCount(page, 'targets', targets + 1);
    assert.match((await beforeCaret(page)) ?? '', /45个，新建学校12所$/);
    await page.keyboard.type('以上');
    await page.waitForFunction(() => document.querySelector('#edit-bar .told')?.textContent?.includes('2'));
    assert.match(await textOf(page), /实施重点项目45个，新建学校12所以上。/);
    await close(page);
  });

  test('marks go with the words while they are typed, and are right afterwards', async () => {
    const page = await editing();
    await caretBehind(page, '力争');
    await page.keyboard.type('全县');
    await taken(page);
    await page.waitForFunction(() => [...CSS.highlights.get('targets')].some((range) => String(range).includes('8%')));
    const marked = await page.evaluate(() => [...CSS.highlights.get('targets')].map(String));
    assert.ok(!marked.some((words) => words.includes('全县固')), marked.join());
    await close(page);
  });

  test('Enter makes two paragraphs and Backspace one again', async () => {
    const page = await editing();
    const before = await textOf(page);
    const paragraphs = await page.locator('#leaves .paragraph').count();
    await caretBehind(page, '同比增长6.2%。');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#edit-bar .undo:not(:disabled)'));
    assert.match(await textOf(page), /6\.2%。\n新建高标准农田/);
    await page.keyboard.type('另外，');
    await taken(page);
    assert.match(await textOf(page), /6\.2%。\n另外，新建高标准农田/);
    assert.equal(await page.locator('#leaves .paragraph').count(), paragraphs + 1);
    for (let at = 0; at < 4; at += 1) await page.keyboard.press('Backspace');
    await taken(page);
    assert.equal(await textOf(page), before);
    assert.match((await beforeCaret(page)) ?? '', /同比增长6\.2%。$/);
    assert.equal(await page.evaluate(() => document.querySelectorAll('#leaves [style]:not(.leaf)').length), 0);
    await close(page);
  });

  test('an empty paragraph waits for its words', async () => {
    const page = await editing();
    await caretBehind(page, '各项事业再上新台阶。');
    await page.keyboard.press('Enter');
    await taken(page);
    await page.keyboard.type('全年完成投资30亿元。');
    await taken(page);
    assert.match(await textOf(page), /再上新台阶。\n全年完成投资30亿元。\n二、/);
    await close(page);
  });

  test('several paragraphs are taken out, put back by undo, and pasted', async () => {
    const page = await editing();
    const before = await textOf(page);
    const headings = await page.locator('#outline .heading').count();
    await page.evaluate(() => {
      const blocks = [...document.querySelectorAll('#leaves .block')];
      const first = blocks.find((block) => block.textContent?.startsWith('一、'))?.firstChild;
      const last = blocks.find((block) => block.textContent?.startsWith('二、'))?.firstChild;
      if (first && last) window.getSelection()?.setBaseAndExtent(first, 0, last, 0);
    });
    await page.keyboard.press('Delete');
    await page.waitForFunction((count) => document.querySelectorAll('#outline .heading').length < count, headings);
    assert.doesNotMatch(await textOf(page), /一、过去一年/);
    await page.keyboard.press('Control+z');
    await page.waitForFunction((count) => document.querySelectorAll('#outline .heading').length === count, headings);
    assert.equal(await textOf(page), before);
    await caretBehind(page, '各项事业再上新台阶。');
    await page.evaluate(() => {
      document.execCommand('insertText', false, '\n教育投入3亿元。\n医疗投入2亿元。');
    });
    await taken(page);
    assert.match(await textOf(page), /再上新台阶。\n教育投入3亿元。\n医疗投入2亿元。\n二、/);
    await close(page);
  });

  test('words that an input method puts together are taken in when they are done', async () => {
    const page = await editing();
    await caretBehind(page, '今天我们召开');
    const session = await page.context().newCDPSession(page);
    for (const words of ['g', 'ge', 'geng']) {
      await session.send('Input.imeSetComposition', { text: words, selectionStart: words.length, selectionEnd: words.length });
      // What would take it in now, were it done.
      await page.evaluate(() => document.querySelector('#leaves')?.dispatchEvent(new FocusEvent('blur')));
    }
    assert.equal(await page.locator('#edit-bar .undo').isDisabled(), true, 'nothing is taken in halfway');
    await session.send('Input.insertText', { text: '更高水平的' });
    await page.waitForFunction(() => document.querySelector('#edit-bar .undo:not(:disabled)'));
    assert.match(await textOf(page), /今天我们召开更高水平的全县经济/);
    await close(page);
  });

  test('the place in text and table is kept', async () => {
    const page = await editing(longSpeech(30_000));
    await page.waitForFunction(() => {
      const table = document.querySelector('#table');
      if (table) table.scrollTop = 900;
      return table?.scrollTop === 900;
    });
    await caretBehind(page, '全县第90批重点项目');
    await still(page);
    const heights = () =>
      page.evaluate(() => [
        Math.round(document.querySelector('#table')?.scrollTop ?? 0),
        Math.round(window.getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0),
      ]);
    const before = await heights();
    assert.equal(before[0], 900, 'the table is scrolled');
    await page.keyboard.type('和民生实事');
    await page.waitForFunction(() => document.querySelector('#edit-bar .undo:not(:disabled)'));
    await taken(page);
    await still(page);
    const after = await heights();
    assert.ok(Math.abs(after[0] - before[0]) < 5, `table ${before} ${after}`);
    assert.ok(Math.abs(after[1] - before[1]) < 40, `text ${before} ${after}`);
    await close(page);
  });

  test('undo with nothing to take back, and typing on without a pause, lose no letter', async () => {
    const page = await editing();
    await caretBehind(page, '今天我们召开');
    await page.keyboard.press('Control+z');
    for (const word of ['一', '二', '三', '四', '五', '六']) {
      await page.keyboard.type(word);
      // The others come while this one is analysed.
      if (word === '三') await page.waitForSelector('#leaves:not([data-typed])', { state: 'attached' });
    }
    await taken(page);
    assert.match(await textOf(page), /今天我们召开一二三四五六全县/);
    assert.match((await beforeCaret(page)) ?? '', /召开一二三四五六$/);
    await close(page);
  });

  test('letters and digits go into the text, not to the page’s keys', async () => {
    const page = await editing();
    await caretBehind(page, '今天我们召开');
    await page.keyboard.type('n1e/?p');
    assert.match(await textOf(page), /今天我们召开n1e\/\?p全县/);
    assert.equal(await page.locator('#help').isVisible(), false);
    assert.equal(await page.locator('.layer.targets').getAttribute('aria-pressed'), 'true');
    await close(page);
  });

  test('e begins and Esc ends it; a text that is not edited cannot be typed into', async () => {
    const page = await showing(SPEECH);
    const before = await textOf(page);
    await page.click('.block.salutation');
    await page.keyboard.type('xyz');
    assert.equal(await textOf(page), before);
    await page.keyboard.press('e');
    await page.waitForSelector('#edit[aria-pressed="true"]');
    assert.match(await page.locator('#edit-bar').innerText(), /正在编辑/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#edit').getAttribute('aria-pressed'), 'false');
    assert.equal(await page.locator('#edit-bar').isVisible(), false);
    await close(page);
  });

  test('the changed text is downloaded as it stands in the source', async () => {
    const text = `首页 > 讲话\r\n\r\n${SPEECH.replaceAll('\n', '\r\n')}责任编辑：林小满\r\n`;
    const page = await editing(text);
    await caretBehind(page, '同比增长6.2%');
    await page.keyboard.type('，高于预期');
    await page.waitForFunction(() => document.querySelector('#edit-bar .undo:not(:disabled)'));
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('#edit-bar .save')]);
    const saved = (await readFile(await file.path(), 'utf8')).replace('\ufeff', '');
    assert.equal(saved, text.replace('同比增长6.2%', '同比增长6.2%，高于预期'));
    assert.match(file.suggestedFilename(), /讲话（修改稿）\.txt/);
    await close(page);
  });

  test('a text in GB 18030 and one in UTF-16 are changed as others', async () => {
    const page = await open();
    const bytes = Buffer.from('\ufeff' + SPEECH, 'utf16le');
    await pick(page, [{ name: '讲话.txt', bytes }]);
    await settled(page);
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0);
    await page.click('#edit');
    await page.waitForSelector('#leaves[contenteditable]');
    await caretBehind(page, '同比增长6.2%');
    await page.keyboard.type('，好');
    await page.waitForFunction(() => document.querySelector('#edit-bar .undo:not(:disabled)'));
    await settled(page);
    assert.match(await textOf(page), /同比增长6\.2%，好。新建/);
    await close(page);
  });

  test('all is taken out: the page says so, and nothing is lost', async () => {
    const page = await editing();
    const before = await textOf(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.waitForSelector('.notice');
    assert.match(await page.locator('.notice').innerText(), /可以撤销/);
    await page.click('#edit-bar .undo');
    await page.waitForFunction((text) => document.querySelector('#leaves')?.textContent?.length > text.length / 2, before);
    assert.equal(await textOf(page), before);
    await close(page);
  });

  test('changes are kept over a reload only where the reader asked for it', async () => {
    const page = await open();
    await page.check('#keep');
    await paste(page, SPEECH);
    await settled(page);
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0);
    await page.click('#edit');
    await page.waitForSelector('#leaves[contenteditable]');
    await caretBehind(page, '同比增长6.2%');
    await page.keyboard.type('，好于预期');
    await page.waitForFunction(() => document.querySelector('#edit-bar .undo:not(:disabled)'));
    await kept(page, 1, '，好于预期');
    await page.reload();
    await settled(page);
    assert.match(await textOf(page), /同比增长6\.2%，好于预期/);
    await close(page);
  });

  test('of several texts each has its own changes', async () => {
    const page = await open();
    await drop(page, [
      { name: '甲.txt', text: SPEECH },
      { name: '乙.txt', text: SPEECH.replaceAll('云岭', '青溪') },
    ]);
    await settled(page);
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 1);
    await page.click('#edit');
    await page.waitForSelector('#leaves[contenteditable]');
    await caretBehind(page, '同比增长6.2%');
    await page.keyboard.type('，好');
    await page.waitForFunction(() => document.querySelector('#edit-bar .undo:not(:disabled)'));
    await settled(page);
    await page.locator('#files .file').nth(1).click();
    await page.waitForFunction(() => document.querySelector('#leaves')?.textContent?.includes('青溪'));
    assert.equal(await page.locator('#leaves[contenteditable]').count(), 0, 'another text is read, not edited');
    assert.equal(await page.locator('#edit-bar').isVisible(), false);
    await page.locator('#files .file').first().click();
    await page.waitForFunction(() => document.querySelector('#leaves')?.textContent?.includes('，好。新建'));
    assert.match(await page.locator('#edit-bar').innerText(), /已改 1 处/);
    await close(page);
  });
});
