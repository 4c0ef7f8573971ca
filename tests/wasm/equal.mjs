// The module in Node and the command line give the same analysis, byte for byte.
//
// node tests/wasm/equal.mjs PROGRAM TEXT…

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { openEngine } from './engine.mjs';

const [program, ...texts] = process.argv.slice(2);
const engine = await openEngine();
const folder = mkdtempSync(join(tmpdir(), 'xushi-equal-'));

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

let different = 0;
for (const path of texts) {
  const name = basename(path);
  const native = attempt(() =>
    execFileSync(program, ['analyze', '--format', 'json', name], {
      cwd: dirname(path),
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString('utf8'),
  );
  const bytes = readFileSync(path);
  const wasm = attempt(() => engine.analyzeToJson(name, bytes));
  if (native?.trimEnd() === wasm?.trimEnd()) continue;
  different += 1;
  console.error(`${name}: ${firstDifference(native, wasm)}`);
}
rmSync(folder, { recursive: true });
console.log(`${texts.length - different} of ${texts.length} texts give the same bytes`);
process.exitCode = different > 0 ? 1 : 0;

/**
 * A refusal counts as nothing, on either side.
 * @template Result
 * @param {() => Result} work
 */
function attempt(work) {
  try {
    return work();
  } catch (error) {
    // A panic is no refusal: the module is broken after it.
    if (error instanceof WebAssembly.RuntimeError) throw error;
    return undefined;
  }
}

/**
 * @param {string | undefined} native
 * @param {string | undefined} wasm
 */
function firstDifference(native, wasm) {
  if (native === undefined || wasm === undefined) {
    return `${native === undefined ? 'the command line' : 'the module'} refuses it`;
  }
  let at = 0;
  while (native[at] === wasm[at]) at += 1;
  const around = (/** @type {string} */ json) => JSON.stringify(json.slice(Math.max(0, at - 60), at + 60));
  return `differs at ${at}\n  native ${around(native)}\n  wasm   ${around(wasm)}`;
}
