// Pictures of the page on a sample, for the READMEs.
//
// XUSHI_URL=… XUSHI_CHROMIUM=… node tests/page/screenshot.mjs SAMPLE FOLDER

import { chromium } from 'playwright-core';

const [sample = '', folder = ''] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env['XUSHI_CHROMIUM'],
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  await picture('page.png', { width: 1440, height: 900 });
  await picture('page-phone.png', { width: 390, height: 844 });
} finally {
  await browser.close();
}

/**
 * @param {string} name
 * @param {{width: number, height: number}} viewport
 */
async function picture(name, viewport) {
  const page = await browser.newPage({ viewport, colorScheme: 'light', reducedMotion: 'reduce', locale: 'zh-CN' });
  await page.goto(process.env['XUSHI_URL'] ?? '');
  await page.waitForFunction(() => document.documentElement.dataset['state'] === 'landing');
  await page.locator('input[type=file]').setInputFiles(sample);
  await page.waitForFunction(() => document.documentElement.dataset['state'] === 'ready');
  await page.waitForFunction(() => performance.getEntriesByName('xushi:done').length > 0);
  await page.screenshot({ path: `${folder}/${name}` });
  await page.close();
}
