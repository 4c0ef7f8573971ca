/**
 * What the cases about the ledger share. Rows out of sight are not laid out, and have text but no inner text.
 */
import { readFile } from 'node:fs/promises';

/** Opens the ledger and waits for its rows. @param {import('playwright-core').Page} page @param {number} [count] */
export async function ledger(page, count) {
  await page.click('#open-ledger');
  await page.waitForFunction((wanted) => {
    const told = document.querySelector('.ledger .under-way');
    const rows = document.querySelectorAll('.sheet tbody tr').length;
    return told instanceof HTMLElement && told.hidden && (wanted === undefined ? rows > 0 : rows === wanted);
  }, count);
}

/** A cell by its row, from one, and its column. @param {import('playwright-core').Page} page @param {number} row @param {string} column */
export const cell = (page, row, column) => page.locator(`.sheet tbody tr:nth-child(${row}) [data-place=${column}]`);

/** @param {import('playwright-core').Page} page */
export const rowCount = (page) => page.locator('.sheet tbody tr').count();

/** The cell that has the focus: its row, from one, and its column. @param {import('playwright-core').Page} page */
export const focused = (page) =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('[data-place]');
    return `${Number(cell?.parentElement?.getAttribute('aria-rowindex')) - 1} ${cell?.getAttribute('data-place')}`;
  });

/** What a download holds. @param {import('playwright-core').Page} page @param {() => Promise<void>} act */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
