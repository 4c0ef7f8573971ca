import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chosen, close, drop, longSpeech, middleOf, open, settled, SPEECH } from '../support.mjs';

/** @typedef {import('playwright-core').Page} Page */

describe('reading', () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await open();
    await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(page);
    await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0);
  });
  after(() => close(page));

  test('the places that a layer paints are the ones that the tables list', async () => {
    const painted = await page.evaluate(() =>
      ['targets', 'actuals'].map((layer) =>
        [.../** @type {any} */ (CSS.highlights.get(layer) ?? [])].map((range) =>
          range.startContainer.data.slice(range.startOffset, range.endOffset),
        ),
      ),
    );
    const [targets, actuals] = painted;
    assert.ok(targets.includes('8%'), `targets: ${targets}`);
    assert.ok(actuals.includes('126.5亿元'), `actuals: ${actuals}`);
    const counts = await page.locator('#layers .count').allInnerTexts();
    assert.equal(Number(counts[0]), targets.length);
    assert.equal(Number(counts[1]), actuals.length);
  });

  test('buttons and keys switch layers', async () => {
    const button = page.locator('#layers button').nth(3);
    const was = await button.getAttribute('aria-pressed');
    await page.keyboard.press('4');
    assert.notEqual(await button.getAttribute('aria-pressed'), was);
    await button.click();
    assert.equal(await button.getAttribute('aria-pressed'), was);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await page.keyboard.press('1');
    assert.equal(await page.locator('html[data-off-targets]').count(), 1);
    await page.keyboard.press('1');
    assert.equal(await page.locator('html[data-off-targets]').count(), 0);
  });

  test('a click on a figure opens its card and marks its row; a row brings its place', async () => {
    const place = await middleOf(page, 'targets', 0);
    // A scroll that is still coming to rest puts a hover's card away, so the pointer moves again.
    for (let at = 0; at < 300 && !(await page.locator('#card').isVisible()); at += 1) {
      await page.mouse.move(place.x + (at % 2), place.y);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    assert.equal(await page.locator('#card').isVisible(), true);
    await page.mouse.click(place.x, place.y);
    assert.match(await page.locator('#card').innerText(), /目标/);
    assert.equal(await page.locator('#table tr[aria-selected=true]').count(), 1);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#card').isVisible(), false);

    const last = page.locator('#table tbody tr').last();
    await last.click();
    await page.waitForSelector('#card:not([hidden])');
    assert.equal(await last.getAttribute('aria-selected'), 'true');
    const words = await chosen(page);
    assert.ok(words.length > 0);
    await page.keyboard.press('Escape');
  });

  test('n and p step through the table, ? lists the keys, Escape closes', async () => {
    await page.click('#tab-actuals');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await page.keyboard.press('n');
    const rows = page.locator('#table tbody tr');
    assert.equal(await rows.nth(0).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('n');
    assert.equal(await rows.nth(1).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('p');
    assert.equal(await rows.nth(0).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('?');
    assert.equal(await page.locator('#help').isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#help').isVisible(), false);
    await page.keyboard.press('Escape');
    await page.click('#tab-targets');
  });

  test('/ finds words and says how many', async () => {
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await page.keyboard.press('/');
    await page.keyboard.type('全县');
    const expected = SPEECH.split('全县').length - 1;
    assert.match(await page.locator('#find-count').innerText(), new RegExp(`${expected}`));
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#find-count').innerText(), `1/${expected}`);
    await page.keyboard.press('Escape');
    assert.equal(await page.inputValue('#find'), '');
  });

  test('the outline has a bar for each heading; a click goes there and marks it', async () => {
    const heading = page.locator('#outline .heading').filter({ hasText: '三、' });
    assert.equal(await heading.locator('.bar').count(), 1);
    await heading.click();
    const box = await page.locator('#leaves .heading').filter({ hasText: '三、' }).boundingBox();
    const view = await page.locator('#scroller').boundingBox();
    assert.ok(box && view && box.y >= view.y - 1 && box.y < view.y + view.height);
  });

  test('the language switch changes every word of the page and none of the text', async () => {
    await page.click('#language');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.match(await page.locator('#tab-targets').innerText(), /Targets/);
    const words = await page.evaluate(() => {
      const copy = /** @type {HTMLElement} */ (document.querySelector('.top')).innerText;
      return copy + /** @type {HTMLElement} */ (document.querySelector('#layers')).innerText;
    });
    assert.doesNotMatch(words.replace(/[虚实中文]/g, ''), /[\u4e00-\u9fff]/);
    assert.match(await page.locator('#leaves').innerText(), /云岭县/);
    await page.click('#language');
    assert.match(await page.locator('#tab-targets').innerText(), /目标/);
  });

  test('without the highlight API the same places are marked with elements', async () => {
    const plain = await open({ first: () => Reflect.deleteProperty(globalThis, 'Highlight') });
    await drop(plain, [{ name: '讲话.txt', text: SPEECH }]);
    await settled(plain);
    await plain.waitForSelector('#leaves mark.actuals');
    const marks = await plain.locator('#leaves mark.actuals').allInnerTexts();
    assert.ok(marks.includes('126.5亿元'), `actuals: ${marks}`);
    await plain.locator('#table tbody tr').first().click();
    await plain.waitForSelector('#leaves mark.chosen');
    await close(plain);
  });

  test('a dropped text of 12,000 characters leaves the page answering', async (t) => {
    const busy = await open({
      first: () => {
        const tasks = (/** @type {any} */ (globalThis).longTasks = []);
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
        }).observe({ type: 'longtask', buffered: true });
      },
    });
    await busy.evaluate(() => {
      /** @type {any} */ (globalThis).longTasks.length = 0;
    });
    const start = Date.now();
    await drop(busy, [{ name: '长讲话.txt', text: longSpeech(12_000) }]);
    await settled(busy);
    const shown = Date.now() - start;
    await busy.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0);
    await busy.waitForFunction(() => document.querySelectorAll('#table tbody tr').length > 20);
    const tasks = await busy.evaluate(() => /** @type {any} */ (globalThis).longTasks);
    t.diagnostic(`shown after ${shown} ms; tasks over 50 ms: ${tasks.join(', ') || 'none'}`);
    await close(busy);
  });
});
