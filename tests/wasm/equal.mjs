// The command line, the page's module in Node, the npm package in Node and in Chromium, Python and Spark give the same analysis,
// byte for byte; and so does the page, of the samples.
//
// node tests/wasm/equal.mjs PROGRAM PYTHON TEXT…        (PYTHON has the wheel; XUSHI_SPARK=no leaves Spark out)

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { browser, close, open, pick, settled } from '../page/support.mjs';
import { openEngine } from './engine.mjs';
import { checkTypes, inChromium, inNode, install } from './package.mjs';

const [program, python, ...texts] = process.argv.slice(2);
const samples = texts.filter((path) => resolve(path).startsWith(resolve('seeds')));
const engine = await openEngine();
const folder = mkdtempSync(join(tmpdir(), 'xushi-equal-'));
const installed = join(folder, 'npm');
mkdirSync(installed);
install(installed);
checkTypes(installed);
const [node, chromium] = [await inNode(installed), await inChromium(installed)];
console.log(`the package's example finds: ${chromium.rows.join('; ').replaceAll('\t', ' ')}`);

/** Texts that the samples are not: other encodings, characters beyond UTF-16's first plane, markup, nothing. */
const made = {
  'empty.txt': Buffer.from(''),
  'blank.txt': Buffer.from('\n \t　\r\n'),
  'mark.txt': Buffer.from('\ufeff在全区会议上的讲话\n\n一、增长5.2%，达到１２３亿元。\n', 'utf8'),
  'utf16.txt': Buffer.from('\ufeff二、力争2027年建成5个园区。\r\n', 'utf16le'),
  'gbk.txt': Buffer.from('b5bdc4eab5d7cdead7a9cda8bbb7c8c6b50a', 'hex'),
  'big5.txt': Buffer.from('a655afc5c4d2b2d5c2b4ad6ebb7baf75bec7b2dfb365b9fdb77cc4b3baebafaba141a4b5a67eb867c0d9a6a8aaf8352e3225a1430a', 'hex'),
  'euc-kr.txt': Buffer.from('bfc3c7d820b8f1c7a5b4c220352520bcbac0e5c0ccb4d92e20c1a4baceb4c220b0e6c1a620bcbac0e5c0bb20c3dfc1f8c7d1b4d92e0a', 'hex'),
  'shift-jis.txt': Buffer.from('8da1944e937882cc96da955782cd8254819382cc90ac92b782c582a082e9814290ad957b82cd954b977682c88e7b8df482f08ec08e7b82b582c882af82ea82ce82c882e782c882a281420a', 'hex'),
  'astral.txt': Buffer.from('𠮷林村𬌗面积达到3.5万亩，😀增长8%。\n', 'utf8'),
  'markup.txt': Buffer.from('<script>alert(1)</script>\n<p>完成投资20亿元</p>\n', 'utf8'),
  'broken.txt': Buffer.concat([Buffer.from('粮食产量达到'), Buffer.from([0xe4, 0xba])]),
  'long.txt': Buffer.from('全面推进高质量发展，确保增长6%以上。'.repeat(3000), 'utf8'),
};
for (const [name, bytes] of Object.entries(made)) {
  writeFileSync(join(folder, name), bytes);
  texts.push(join(folder, name));
}

/** @type {Record<string, import('./package.mjs').Asked>} */
const asked = { 'the module': (name, bytes) => engine.analyzeToJson(name, bytes), ...node.asked, ...chromium.asked, ...byPython(), 'the page': byPage };

let different = 0;
for (const path of texts) {
  const name = basename(path);
  const native = await attempt(() =>
    execFileSync(program, ['analyze', '--format', 'json', name], {
      cwd: dirname(path),
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString('utf8'),
  );
  const bytes = readFileSync(path);
  for (const [who, ask] of Object.entries(asked)) {
    if (ask === byPage && !samples.includes(path)) continue;
    const answer = await attempt(() => ask(name, bytes, path));
    if (native?.trimEnd() === answer?.trimEnd()) continue;
    different += 1;
    console.error(`${name}, ${who}: ${firstDifference(native, answer)}`);
  }
}
node.close();
await chromium.close();
await browser.close();
rmSync(folder, { recursive: true });
console.log(`${texts.length} texts, ${different === 0 ? 'the same bytes' : `${different} answers that differ`} from ${Object.keys(asked).join(', ')}`);
process.exitCode = different > 0 || chromium.rows.length === 0 ? 1 : 0;

/** What the page downloads of a file that was picked. @param {string} name @param {Buffer} bytes */
async function byPage(name, bytes) {
  const page = await open();
  await pick(page, [{ name, bytes }]);
  await settled(page);
  const button = page.locator('.tools button').filter({ hasText: 'JSON' });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const json = await readFile(await download.path(), 'utf8');
  await close(page);
  return json;
}

/** Python, and Spark: both have answered before they are asked. @returns {Record<string, import('./package.mjs').Asked>} */
function byPython() {
  const spark = process.env['XUSHI_SPARK'] === 'no' ? [] : ['--spark'];
  const told = execFileSync(python, ['tests/wasm/answers.py', ...spark, ...texts], { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'] });
  /** @type {[string, Record<string, string | null>][]} */
  const all = Object.entries(JSON.parse(String(told)));
  const answer = (/** @type {string | null | undefined} */ json) => {
    if (typeof json !== 'string') throw Object.assign(new Error(), { name: 'Refusal' });
    return json;
  };
  return Object.fromEntries(all.map(([who, answers]) => [who, (_name, _bytes, path) => answer(answers[path])]));
}

/**
 * A refusal counts as nothing, on either side.
 * @template Result
 * @param {() => Result | Promise<Result>} work
 */
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    // The command line ends with a status; the core says why in two languages. Anything else is a fault.
    const { name, status, messageEn } = /** @type {{name?: string, status?: number, messageEn?: string}} */ (error);
    if (name !== 'Refusal' && messageEn === undefined && typeof status !== 'number') throw error;
    return undefined;
  }
}

/**
 * @param {string | undefined} native
 * @param {string | undefined} wasm
 */
function firstDifference(native, wasm) {
  if (native === undefined || wasm === undefined) return `${native === undefined ? 'the command line' : 'it'} refuses the text`;
  let at = 0;
  while (native[at] === wasm[at]) at += 1;
  const around = (/** @type {string} */ json) => JSON.stringify(json.slice(Math.max(0, at - 60), at + 60));
  return `differs at ${at}\n  native ${around(native)}\n  wasm   ${around(wasm)}`;
}
