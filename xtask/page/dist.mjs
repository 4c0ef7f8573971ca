/**
 * `dist/`: the page as a static host serves it, each file with smaller siblings for hosts that hand them out, and in
 * `dist/offline/` the whole of it to be carried away: one HTML file, and one ZIP for an intranet.
 *
 * node xtask/page/dist.mjs
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { files } from './files.mjs';
import { JOINED, joinScripts } from './scripts.mjs';
import { singleFile } from './single-file/build.mjs';

/** @typedef {import('./scripts.mjs').Parts} Parts */

const DIST = 'dist';

/** What is carried away is no part of what it carries. */
const CARRIED = 'offline/';

/** What is packed already, or is read by developers alone. @param {string} name */
const isServedAsItIs = (name) => name.startsWith(CARRIED) || name.endsWith('.map');

/** The pages about the rules, as xtask has written them. */
const RULES = 'target/xtask/rules';

/** What reads PDF, where npm has put it: both halves in the form for older browsers, as .js for hosts that do not know .mjs. */
const PDF = 'node_modules/pdfjs-dist';
const HALVES = { 'pdf.js': 'pdf.min.mjs', 'pdf.worker.js': 'pdf.worker.min.mjs' };

/** The page, its samples, the pages about rules, and what reads PDF; beside them what is for developers alone. @returns {Promise<[Parts, Parts]>} */
async function gathered() {
  const { zh, en } = await import('../../www/generated/tables.js');
  /** @type {Parts} */
  const parts = new Map();
  for (const name of await files('www')) {
    const bytes = await readFile(join('www', name));
    // Types and hidden files are for developers.
    if (name.endsWith('.d.ts') || /(?:^|\/)\./.test(name)) continue;
    parts.set(name, /\.(?:html|webmanifest)$/.test(name) ? Buffer.from(filled(String(bytes), zh)) : bytes);
  }
  const samples = (await files('seeds')).filter((name) => name.endsWith('.txt'));
  for (const name of samples) parts.set(`seeds/${name}`, await readFile(join('seeds', name)));
  for (const name of await files(RULES)) parts.set(`rules/${name}`, await readFile(join(RULES, name)));
  for (const [name, half] of Object.entries(HALVES)) parts.set(`generated/pdf/${name}`, await readFile(join(PDF, 'legacy/build', half)));
  // Tables for fonts that name characters by their place in a Chinese, Japanese or Korean collection.
  const tables = (await files(`${PDF}/cmaps`)).filter((name) => name.endsWith('.bcmap'));
  for (const name of tables) parts.set(`generated/pdf/cmaps/${name}`, await readFile(join(PDF, 'cmaps', name)));
  unpackDictionary(parts);
  joinStyles(parts);
  const maps = await joinScripts(parts);
  parts.set('js/first.js', await first(en));
  parts.set('service-worker.js', listing(parts));
  return [parts, maps];
}

/**
 * Puts the dictionary in as it is: like all that is served it gets its smaller siblings, of which that by brotli weighs less than what the
 * build has packed by gzip for those who carry it.
 *
 * @param {Parts} parts
 */
function unpackDictionary(parts) {
  const packed = parts.get('generated/dictionary.gz');
  if (!packed) throw new Error('www/generated/dictionary.gz is not there');
  parts.delete('generated/dictionary.gz');
  parts.set('generated/dictionary.bin', gunzipSync(packed));
}

/**
 * Makes one file of the page's style sheets for the screen and one of those for paper: a browser paints nothing before it has them all,
 * and on a slow line each file costs a round.
 *
 * @param {Parts} parts
 */
function joinStyles(parts) {
  let page = String(parts.get('index.html'));
  for (const [media, name] of [['', 'css/page.css'], [' media="print"', 'css/paper.css']]) {
    const links = [...page.matchAll(new RegExp(` *<link rel="stylesheet" href="([^"]+)"${media}>\n`, 'g'))];
    const sheets = links.map(([, sheet = '']) => {
      const bytes = parts.get(sheet);
      if (!bytes) throw new Error(`www/${sheet} is not there`);
      return String(bytes);
    });
    for (const [link, sheet = ''] of links) {
      page = page.replace(link, link === links[0]?.[0] ? link.replace(sheet, name) : '');
      if (!SHARED.has(sheet)) parts.delete(sheet);
    }
    parts.set(name, Buffer.from(sheets.join('\n')));
  }
  parts.set('index.html', Buffer.from(page));
}

/** Sheets that the pages about the rules have as well. */
const SHARED = new Set(['css/base.css']);

/** The script before all others, with the fixed words of the page. @param {Record<string, string>} english */
async function first(english) {
  const page = await readFile('www/index.html', 'utf8');
  const keys = [...page.matchAll(/ data-say(?:-\w+)?="([^"]+)"/g)].map(([, key = '']) => key);
  const words = JSON.stringify(Object.fromEntries(keys.map((key) => [key, english[key]])));
  const { outputFiles } = await build({ entryPoints: ['www/js/first.js'], format: 'iife', ...JOINED, define: { ENGLISH_WORDS: words } });
  return Buffer.from(outputFiles[0]?.contents ?? []);
}

/** A page whose `{{key}}` stand for strings in Chinese. @param {string} page @param {Record<string, string>} strings */
function filled(page, strings) {
  const marks = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });
  return page.replace(/\{\{([^}]+)\}\}/g, (_, key) => {
    const said = strings[key];
    if (said === undefined) throw new Error(`data/strings says nothing of ${key}`);
    return said.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
  });
}

/**
 * The service worker, told which files the page has, with the beginnings of their SHA-256. The version is of all of them together.
 *
 * @param {Parts} parts
 */
function listing(parts) {
  const hash = (/** @type {Buffer | string} */ bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 20);
  const script = String(parts.get('service-worker.js'));
  const listed = [...parts].filter(([name]) => name !== 'service-worker.js');
  const all = listed.map(([name, bytes]) => [name, hash(bytes)]);
  const known = JSON.stringify(Object.fromEntries(all));
  const told = script.replace("const VERSION = '';", `const VERSION = '${hash(known + script)}';`).replace('const FILES = {};', `const FILES = ${known};`);
  if (!told.includes(known) || told.includes("VERSION = ''")) throw new Error('www/service-worker.js has no place for its files');
  return Buffer.from(told);
}

/**
 * Writes a file after its smaller siblings, unless it is there: compressing takes long, and an unchanged file keeps its
 * time, so that a server that goes by it sends nothing again.
 *
 * @param {string} name
 * @param {Buffer} content
 */
async function put(name, content) {
  const file = join(DIST, name);
  if (existsSync(file) && content.equals(await readFile(file))) return;
  await mkdir(dirname(file), { recursive: true });
  for (const [ending, pack] of Object.entries(PACKERS)) {
    const smaller = isServedAsItIs(name) ? content : await pack(content);
    // A sibling that saves next to nothing is only another file.
    if (smaller.length * 10 < content.length * 9) await writeFile(`${file}.${ending}`, smaller);
    else await rm(`${file}.${ending}`, { force: true });
  }
  await writeFile(file, content);
}

/** Each at its best. */
const PACKERS = {
  br: (/** @type {Buffer} */ content) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } }),
  gz: (/** @type {Buffer} */ content) => promisify(gzip)(content, { level: 9 }),
};

/** All of it as a ZIP, in a folder of its own; the same parts give the same bytes. @param {Parts} parts */
function zipped(parts) {
  const inside = Object.fromEntries([...parts].map(([name, bytes]) => [`xushi/${name}`, bytes]));
  return Buffer.from(zipSync(inside, { level: 9, mtime: new Date(1980, 0, 1) }));
}

const [parts, maps] = await gathered();
parts.set(`${CARRIED}xushi.html`, await singleFile(parts));
parts.set(`${CARRIED}xushi-offline.zip`, zipped(parts));
for (const [name, map] of maps) parts.set(name, map);
// Several at a time: packing takes threads of its own.
await Promise.all([...parts].map(([name, content]) => put(name, content)));
for (const name of await files(DIST)) {
  if (!parts.has(name) && !parts.has(name.replace(/\.(?:br|gz)$/, ''))) await rm(join(DIST, name));
}
