import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { address, chosen, close, drop, FAULTY, open, settled, showing, textOf } from '../support.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {object} [options] */
async function listed(options) {
  const page = await showing(FAULTY, options);
  if ((options?.width ?? 1440) < 760) await page.click('#part-tables');
  await page.click('#tab-findings');
  await page.waitForSelector('.finding');
  return page;
}

/** @param {import('playwright-core').Page} page @param {string} words */
const item = (page, words) => page.locator('.finding').filter({ hasText: words });

/** @param {import('playwright-core').Page} page */
const rules = (page) => page.locator('.finding .rule').allInnerTexts();

/** Every place where the page counts findings. @param {import('playwright-core').Page} page */
const counts = async (page) => [
  await page.locator('#tab-findings .count').innerText(),
  await page.locator('.figure.findings .number').innerText(),
  await page.locator('.layer.findings .count').innerText(),
];

/** @param {import('playwright-core').Page} page @param {number} count */
const untilCount = (page, count) =>
  page.waitForFunction(
    (count) => document.querySelector('#tab-findings .count')?.textContent === String(count),
    count,
  );

/** Until what was changed is analysed and drawn. @param {import('playwright-core').Page} page @param {RegExp} words */
const inText = (page, words) =>
  page.waitForFunction(
    (source) => new RegExp(source).test([...document.querySelectorAll('#leaves .block')].map((b) => b.textContent).join('\n')),
    words.source,
  );

describe('findings', () => {
  test('they are grouped by severity, each with its rule, its message and its place', async () => {
    const page = await listed();
    assert.deepEqual(await page.locator('.grade h3').evaluateAll((heads) => heads.map((h) => h.textContent?.slice(0, 3))), ['矛盾2', '疑误2', '提示2']);
    assert.deepEqual(await rules(page), ['日期不存在', '分项与合计不符', '混入外文', '标点重复', '数值范围写法', '数值范围写法']);
    const sum = item(page, '分项与合计不符');
    assert.match(await sum.innerText(), /120亩\+30亩 ≠ 160亩（合计应为 150亩）/);
    assert.equal(await sum.locator('mark').innerText(), '120亩、西片用地30亩，合计160亩');
    assert.equal(await sum.locator('.fix').count(), 0);
    await close(page);
  });

  test('a row and its place answer each other; n and p step through the list', async () => {
    const page = await listed();
    await item(page, '标点重复').locator('.go').click();
    assert.equal(await chosen(page), '。。');
    assert.equal(await page.locator('.finding[aria-current]').count(), 1);
    await page.keyboard.press('n');
    assert.match(await page.locator('.finding[aria-current]').innerText(), /3—5%/);
    await page.keyboard.press('p');
    await page.keyboard.press('p');
    assert.match(await page.locator('.finding[aria-current]').innerText(), /Gdp/);
    await close(page);
  });

  test('the filter narrows the list and says how far', async () => {
    const page = await listed();
    await page.fill('#filter', '范围');
    assert.equal(await page.locator('.finding').count(), 2);
    assert.equal(await page.locator('.tools .count').innerText(), '2/6');
    await page.fill('#filter', '没有这样的');
    assert.match(await page.locator('.tables .empty').innerText(), /没有符合/);
    await close(page);
  });

  test('one is dismissed and brought back; every count goes with it', async () => {
    const page = await listed();
    assert.deepEqual(await counts(page), ['6', '6', '6']);
    await item(page, '标点重复').getByRole('button', { name: '忽略此处' }).click();
    await untilCount(page, 5);
    await page.waitForFunction(() => document.querySelector('.figure.findings .number')?.textContent === '5');
    assert.deepEqual(await counts(page), ['5', '5', '5']);
    const painted = () => ['findings', 'slips', 'notes'].map((name) => CSS.highlights.get(name)?.size ?? 0);
    assert.equal((await page.evaluate(painted)).reduce((sum, size) => sum + size), 5);
    assert.match(await page.locator('#live').innerText(), /已忽略/);
    await page.click('.dismissed summary');
    assert.match(await page.locator('.dismissed').innerText(), /已忽略 1 处.*标点“。。”/s);
    await page.getByRole('button', { name: /^恢复/ }).click();
    await untilCount(page, 6);
    assert.equal(await page.locator('.dismissed').count(), 0);
    await close(page);
  });

  test('where all are dismissed the list says so, and does not call the text clean', async () => {
    const page = await showing('各项任务全面完成。。群众满意度明显提高，发展后劲持续增强。\n');
    await page.click('#tab-findings');
    await page.locator('.finding .away').click();
    await untilCount(page, 0);
    assert.match(await page.locator('.tables .empty').innerText(), /已忽略 1 处/);
    await page.click('.dismissed summary');
    await page.getByRole('button', { name: /^恢复/ }).click();
    await untilCount(page, 1);
    assert.equal(await page.locator('.tables .empty').isVisible(), false);
    await close(page);
  });

  test('a rule is dismissed for all of its findings, and for the next text', async () => {
    const page = await listed();
    await item(page, '3—5%').first().getByRole('button', { name: '忽略此类' }).click();
    await untilCount(page, 4);
    assert.ok(!(await rules(page)).includes('数值范围写法'));
    await drop(page, [{ name: '乙.txt', text: `${FAULTY}另：投资增长8—10%。\n` }]);
    await page.waitForFunction(() => document.querySelectorAll('#files .file').length === 2);
    await settled(page);
    await untilCount(page, 4);
    await page.click('.dismissed summary');
    assert.match(await page.locator('.dismissed').innerText(), /数值范围写法（本文 3 处）/);
    await close(page);
  });

  test('the choice outlives a reload and a change of the text elsewhere; no word of the text is stored', async () => {
    const page = await listed();
    await item(page, '日期不存在').getByRole('button', { name: '忽略此处' }).click();
    await untilCount(page, 5);
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.doesNotMatch(stored, /[\u4e00-\u9fff]/);
    assert.match(stored, /xushi-dismissed/);
    await page.reload();
    await page.waitForSelector('#samples button');
    await drop(page, [{ name: '改后.txt', text: FAULTY.replace('今天的会议很重要。', '今天的会议很重要，也很及时。\n先讲成绩。') }]);
    await settled(page);
    await page.click('#tab-findings');
    await untilCount(page, 5);
    assert.ok(!(await rules(page)).includes('日期不存在'));
    // The same rule elsewhere, and the same place in other words, are other findings.
    await drop(page, [{ name: '另文.txt', text: FAULTY.replace('会议定于2月30日', '会议改在4月31日') }]);
    await page.waitForFunction(() => document.querySelectorAll('#files .file').length === 2);
    await settled(page);
    await untilCount(page, 6);
    await close(page);
  });

  test('a speech is held to the rules of speeches when the reader asks for it; counts, exports and the next visit keep to it', async () => {
    const repeats = '要把水渠修到每一块田头，让群众当年见到实效、得到实惠。\n';
    const page = await listed({});
    await drop(page, [{ name: '两遍.txt', text: FAULTY.replace('二、今年工作\n', `二、今年工作\n${repeats}${repeats}`) }]);
    await page.waitForFunction(() => document.querySelectorAll('#files .file').length === 2);
    await settled(page);
    await untilCount(page, 7);
    await page.selectOption('#profile', 'auto');
    await untilCount(page, 6);
    assert.ok(!(await rules(page)).includes('文字重复'));
    assert.match(await page.locator('.unasked').innerText(), /“讲话”.*1 处/);
    assert.match(await page.locator('#live').innerText(), /按文种自动/);
    await page.reload();
    await page.waitForSelector('#samples button');
    await drop(page, [{ name: '文.txt', text: `${repeats}${repeats}` }]);
    await settled(page);
    await page.click('#tab-findings');
    // What is no speech is held to all rules.
    await untilCount(page, 1);
    await page.selectOption('#profile', 'speech');
    await untilCount(page, 0);
    assert.match(await page.locator('.tables .empty').innerText(), /另有 1 处/);
    await page.selectOption('#profile', 'all');
    await untilCount(page, 1);
    assert.equal(await page.locator('.unasked').count(), 0);
    await close(page);
  });

  test('what was dismissed long ago stays dismissed', async () => {
    const page = await listed({
      first: () => localStorage.setItem('xushi-dismissed', JSON.stringify({ findings: ['05eba70bba1dfe92'], rules: [] })),
    });
    await untilCount(page, 5);
    assert.ok(!(await rules(page)).includes('标点重复'));
    await close(page);
  });

  test('what is exported leaves out what was dismissed, and says so', async () => {
    const page = await listed();
    await item(page, '标点重复').getByRole('button', { name: '忽略此处' }).click();
    await untilCount(page, 5);
    /** @param {string} name */
    const download = async (name) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.tools button').filter({ hasText: name }).click(),
      ]);
      return readFile(await file.path(), 'utf8');
    };
    const csv = await download('CSV');
    assert.equal(csv.trim().split('\n').length, 1 + 5 + 1);
    assert.match(csv, /已忽略 1 处，未列出/);
    assert.doesNotMatch(csv, /标点重复/);
    const [document] = JSON.parse(await download('JSON')).documents;
    assert.equal(document.findings.length, 5);
    assert.equal(document.dismissed, 1);
    await close(page);
  });

  test('by keyboard alone: the focus goes on to the next finding', async () => {
    const page = await listed();
    await item(page, '混入外文').locator('.away').focus();
    await page.keyboard.press('Enter');
    await untilCount(page, 5);
    await page.waitForFunction(() => document.activeElement?.className === 'away');
    const next = await page.evaluate(() => document.activeElement?.closest('.finding')?.textContent);
    assert.match(next ?? '', /标点重复/);
    await page.keyboard.press('Enter');
    await untilCount(page, 4);
    await close(page);
  });

  test('a finding leads to a page about its rule, in the language and look of the page', async () => {
    const page = await listed({ dark: true });
    const hrefs = await page.locator('.finding .acts a').evaluateAll((links) => links.map((link) => link.href));
    for (const href of new Set(hrefs)) assert.equal((await page.request.get(href)).status(), 200, href);
    await page.click('#language');
    const [rule] = await Promise.all([
      page.waitForEvent('popup'),
      item(page, 'Sum mismatch').getByRole('link').click(),
    ]);
    await rule.waitForLoadState();
    assert.match(rule.url(), /rules\/sum-mismatch\.html$/);
    assert.equal(await rule.locator('h1').innerText(), 'Sum mismatch');
    assert.doesNotMatch(await rule.locator('main h2').allInnerTexts().then((all) => all.join()), /[\u4e00-\u9fff]/);
    assert.equal(await rule.locator('blockquote.trips mark').innerText(), '120亩、西片30亩，合计160亩');
    await rule.click('#language');
    assert.equal(await rule.locator('h1').innerText(), '分项与合计不符');
    await rule.getByRole('link', { name: '全部规则' }).click();
    await rule.waitForSelector('.rules');
    assert.ok((await rule.locator('.rules li').count()) > 20);
    await rule.close();
    await close(page);
  });

  for (const [name, options] of /** @type {const} */ ([
    ['light', {}],
    ['dark', { dark: true }],
    ['phone', { width: 360, height: 740 }],
  ])) {
    test(`axe finds nothing serious in list, card, editing and the rule’s page: ${name}`, async () => {
      const page = await listed(options);
      /** @param {import('playwright-core').Page} page */
      const serious = async (page) => {
        const { violations } = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`);
      };
      await item(page, '标点重复').getByRole('button', { name: '忽略此处' }).click();
      await untilCount(page, 5);
      await page.click('.dismissed summary');
      assert.deepEqual(await serious(page), [], 'list');
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      await item(page, '混入外文').locator('.go').click();
      await page.waitForSelector('#card .fix');
      assert.deepEqual(await serious(page), [], 'card');
      await page.click('#edit');
      await page.waitForSelector('#leaves[contenteditable]');
      await page.keyboard.type('甲');
      await page.waitForSelector('#edit-bar .undo:not(:disabled)');
      assert.deepEqual(await serious(page), [], 'editing');
      await page.goto(new URL('rules/growth-mismatch.html', address).href);
      assert.deepEqual(await serious(page), [], 'rule');
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      await page.goto(new URL('rules/index.html', address).href);
      assert.deepEqual(await serious(page), [], 'rules');
      await close(page);
    });
  }
});

describe('all of a rule at once', () => {
  const narrow = Array.from({ length: 60 }, (_, at) => `第${'一二三四五六七八九'[at % 9]}批项目抓好落实,压实责任,守住底线:不松劲,不停步。`);
  const WIDE = `在云岭县工作会议上的讲话\n（2024年3月5日）\n同志们:\n${narrow.join('\n')}\n`;

  test('a text that writes half-width marks throughout has them all mended by one click, and taken back by one', async () => {
    const page = await showing(WIDE);
    await page.click('#tab-findings');
    const fix = item(page, '全文标点多为半角').locator('.fix-all');
    // What is out of sight has text, but no inner text.
    assert.match((await fix.textContent()) ?? '', /全部改正（24\d 处）/);
    await fix.click();
    await inText(page, /第一批项目抓好落实，压实责任，守住底线：不松劲，不停步。/);
    await settled(page);
    assert.doesNotMatch(await textOf(page), /\p{Script=Han}[,:]\p{Script=Han}/u);
    await page.keyboard.press('Control+z');
    await inText(page, /抓好落实,压实责任,守住底线:不松劲/);
    await close(page);
  });

  test('findings of one rule are mended together, the others stay', async () => {
    const page = await showing(`${FAULTY}一季度各项工作全面推进。。二季度各项工作全面完成。。\n`);
    await page.click('#tab-findings');
    const fix = item(page, '。。').locator('.fix-all');
    assert.equal(await fix.count(), 1, 'one button for the rule, at its first finding');
    const before = (await rules(page)).length;
    const count = Number(/\d+/.exec((await fix.textContent()) ?? '')?.[0]);
    await fix.click();
    await untilCount(page, before - count);
    assert.match((await page.locator('#live').textContent()) ?? '', new RegExp(`已改正 ${count} 处`));
    assert.doesNotMatch(await textOf(page), /。。/);
    await close(page);
  });

  test('a wrong weekday is mended by one click; the message of an unpaired mark can be read', async () => {
    const page = await showing(`${FAULTY}会议定于2024年5月1日（星期四）召开，请准时参加。要落实《关于安全生产的意见，压实责任。\n`);
    await page.click('#tab-findings');
    assert.match(await item(page, '标点不成对').locator('.go').innerText(), /^标点 《 只有前半个/);
    await item(page, '日期与星期不符').locator('.fix').click();
    await inText(page, /2024年5月1日（星期三）召开/);
    await close(page);
  });
});

describe('fixes', () => {
  test('one click does what is suggested; what was wrong is listed no longer', async () => {
    const page = await listed();
    await item(page, '混入外文').getByRole('button', { name: '改正：把“Gdp”改为“GDP”' }).click();
    await untilCount(page, 5);
    assert.match(await textOf(page), /全县GDP增长6\.2%/);
    assert.equal(await chosen(page), 'GDP');
    assert.match(await page.locator('#edit-bar').innerText(), /已改 1 处/);
    await page.click('#edit-bar .undo');
    await untilCount(page, 6);
    assert.match(await textOf(page), /全县Gdp增长/);
    await page.click('#edit-bar .redo');
    await untilCount(page, 5);
    await close(page);
  });

  test('all fixes one after the other, by keyboard, and back again', async () => {
    const page = await listed();
    const before = await textOf(page);
    await page.locator('.finding .fix').first().focus();
    for (let left = 5; left >= 2; left -= 1) {
      await page.keyboard.press('Enter');
      await untilCount(page, left);
      if (left > 2) await page.waitForFunction(() => document.activeElement?.className === 'fix');
    }
    const text = await textOf(page);
    for (const words of ['GDP增长', '全面完成。群众', '增长3%—5%', '五六十个村']) assert.ok(text.includes(words), words);
    for (let left = 3; left <= 6; left += 1) {
      await page.keyboard.press('Control+z');
      await untilCount(page, left);
    }
    assert.equal(await textOf(page), before);
    await close(page);
  });

  test('the card of a finding in the text offers the same', async () => {
    const page = await listed();
    await item(page, '标点重复').locator('.go').click();
    await page.locator('#card .fix').click();
    await untilCount(page, 5);
    await inText(page, /全面完成。群众/);
    assert.equal(await page.locator('#card').isVisible(), false);
    await close(page);
  });
});
