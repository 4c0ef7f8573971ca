/**
 * What the page weighs on the wire: a table of the larger files, or, with the most that each part may weigh, whether it does.
 *
 * node xtask/page/weight.mjs [FIRST-LOAD READERS WRITERS]
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { files } from './files.mjs';

/** @typedef {[plain: number, gzip: number, brotli: number]} Bytes as they are where packing saves nothing */

const DIST = 'dist';

/**
 * What is no part of the first load: samples and pages about rules are opened on their own, readers are fetched with the
 * first office file, writers with the first that is written, and what PDF needs with the first PDF; the service worker
 * comes after the first results, icons and what is carried away when they are asked for.
 */
const LATER = ['seeds/', 'rules/', 'generated/readers/', 'generated/writers/', 'generated/pdf/', 'offline/', 'images/icon-', 'service-worker.js'];

/** Each file by its address, without siblings. @type {[string, Bytes][]} */
const all = [];
for (const name of await files(DIST)) {
  const isSibling = /\.(?:br|gz)$/.test(name) && existsSync(join(DIST, name.replace(/\.\w+$/, '')));
  // Maps of scripts are fetched by a developer's tools alone.
  if (isSibling || name.endsWith('.map')) continue;
  const size = (/** @type {string} */ ending) => statSync(join(DIST, name + ending), { throwIfNoEntry: false })?.size;
  const plain = size('') ?? 0;
  all.push([name, [plain, size('.gz') ?? plain, size('.br') ?? plain]]);
}
const first = all.filter(([name]) => !LATER.some((begin) => name.startsWith(begin)));

/** @param {[string, Bytes][]} weights @returns {Bytes} */
const sum = (weights) => weights.reduce(([a, b, c], [, [plain, gzip, brotli]]) => [a + plain, b + gzip, c + brotli], [0, 0, 0]);

const within = (/** @type {string} */ folder) => all.filter(([name]) => name.startsWith(folder));
const limits = process.argv.slice(2).map(Number);
/** @type {[string, [string, Bytes][]][]} */
const parts = [['first-load', first], ['readers', within('generated/readers/')], ['writers', within('generated/writers/')]];
for (const [at, most] of limits.entries()) {
  const [what, weights] = parts[at] ?? ['', []];
  const [, , bytes] = sum(weights);
  console.log(`${what}: ${bytes} bytes by brotli in ${weights.length} files, at most ${most}`);
  if (bytes <= most) continue;
  console.error(`${what} weighs more than it may`);
  process.exitCode = 1;
}

if (limits.length === 0) {
  const isLarge = (/** @type {[string, Bytes]} */ [, [plain]]) => plain >= 50_000;
  const small = first.filter((one) => !isLarge(one));
  /** @type {[string, Bytes][]} */
  const rows = [...first.filter(isLarge), [`${small.length} smaller files`, sum(small)], ['everything of the first load', sum(first)]];
  const line = (/** @type {(string | number)[]} */ bytes, /** @type {string} */ name) => console.log(`${bytes.map((one) => String(one).padStart(10)).join(' ')}  ${name}`);
  line(['plain', 'gzip', 'brotli'], '');
  for (const [name, bytes] of rows) line(bytes, name);
}
