import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { close, drop, kept, open, paste, pick, settled, SPEECH, textOf } from '../support.mjs';

describe('ways in', () => {
  test('a paste is analysed at once', async () => {
    const page = await open();
    await page.focus('#field');
    await paste(page, SPEECH);
    await settled(page);
    assert.match(await textOf(page), /地区生产总值完成126\.5亿元/);
    assert.ok((await page.locator('#table tbody tr').count()) > 0, 'targets are listed');
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0);
    await close(page);
  });

  test('typed text is analysed on the button', async () => {
    const page = await open();
    await page.fill('#field', SPEECH);
    await page.click('#go');
    await settled(page);
    assert.match(await textOf(page), /森林覆盖率/);
    await close(page);
  });

  test('a dropped file and a picked file show the same', async () => {
    const dropped = await open();
    await drop(dropped, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(dropped);
    const picked = await open();
    await pick(picked, [{ name: '讲话.txt', bytes: SPEECH }]);
    await settled(picked);
    assert.equal(await textOf(dropped), await textOf(picked));
    await close(dropped);
    await close(picked);
  });

  test('several files are a list; each opens, each can be taken away', async () => {
    const page = await open();
    await pick(page, [
      { name: '甲.txt', bytes: SPEECH },
      { name: '乙.txt', bytes: SPEECH.replaceAll('云岭县', '海棠县') },
      { name: '丙.txt', bytes: SPEECH.replaceAll('云岭县', '青禾县') },
    ]);
    await settled(page);
    assert.match(await textOf(page), /云岭县/);
    assert.equal(await page.locator('#files .file').count(), 3);
    assert.match(await page.locator('#files .file').nth(1).innerText(), /目标 \d+/);
    await page.locator('#files .file').nth(1).click();
    assert.match(await textOf(page), /海棠县/);
    await page.locator('#files .remove').nth(1).click();
    assert.equal(await page.locator('#files .file').count(), 2);
    assert.match(await textOf(page), /云岭县/);
    await close(page);
  });

  test('what is pasted over a reading joins it', async () => {
    const page = await open();
    await drop(page, [{ name: '甲.txt', text: SPEECH }]);
    await settled(page);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await paste(page, SPEECH.replaceAll('云岭县', '海棠县'));
    await page.waitForFunction(() => document.querySelector('#leaves')?.textContent?.includes('海棠县'));
    assert.equal(await page.locator('#files .file').count(), 2);
    await close(page);
  });

  test('every sample opens with one click', async () => {
    const page = await open();
    const samples = await page.locator('#samples button').count();
    assert.ok(samples > 0);
    let pairs = 0;
    for (let at = 0; at < samples; at += 1) {
      await page.click('#brand');
      await page.locator('#samples button').nth(at).click();
      await page.waitForSelector('html:is([data-view="reading"], [data-view="compare"])[data-state="ready"]', {
        state: 'attached',
      });
      // Two samples are of two texts, and open beside each other.
      if ((await page.evaluate(() => document.documentElement.dataset['view'])) === 'compare') {
        await page.waitForSelector('.pair-rows tbody tr');
        pairs += 1;
      } else {
        assert.ok((await textOf(page)).length > 200);
      }
    }
    assert.equal(pairs, 2);
    await close(page);
  });

  test('a file with several articles shows them as tabs', async () => {
    const page = await open();
    await page.locator('#samples button').filter({ hasText: '汇编' }).first().click();
    await settled(page);
    const tabs = page.locator('#documents [role=tab]');
    assert.ok((await tabs.count()) >= 2);
    const first = await textOf(page);
    await tabs.nth(1).click();
    assert.notEqual(await textOf(page), first);
    assert.equal(await tabs.nth(1).getAttribute('aria-selected'), 'true');
    await close(page);
  });

  test('a reload forgets the text, unless the reader asked to keep it', async () => {
    const page = await open();
    await page.fill('#field', SPEECH);
    await page.click('#go');
    await settled(page);
    await page.reload();
    await settled(page, 'landing');
    assert.equal(await textOf(page), '');
    await page.check('#keep');
    await page.fill('#field', SPEECH);
    await page.click('#go');
    await settled(page);
    await kept(page, 1, '云岭县');
    await page.reload();
    await settled(page);
    assert.match(await textOf(page), /云岭县/);
    await page.click('#brand');
    await page.uncheck('#keep');
    await kept(page, 0);
    await page.reload();
    await settled(page, 'landing');
    assert.equal(await page.locator('html').getAttribute('data-view'), 'landing');
    await close(page);
  });
});
