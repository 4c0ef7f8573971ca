import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { crc32, inflateRawSync } from 'node:zlib';
import { close, drop, kept, open, paste, pick, settled, SPEECH, textOf } from '../support.mjs';

/** A work report in every format, made by the readers' examples of the sample of that name. */
const NAME = 'provincial-work-report';
const FIXTURES = new URL('../../../crates/formats/tests/fixtures/', import.meta.url);
const office = (/** @type {string} */ ending) => readFileSync(new URL(`${NAME}.${ending}`, FIXTURES));
const plain = readFileSync(new URL(`../../../seeds/${NAME}.txt`, import.meta.url));

/** The tasks as they are listed. @param {import('playwright-core').Page} page */
async function tasks(page) {
  await page.click('#tables [role=tab]:has-text("任务")');
  // Rows come one by one, and the last of many when they are asked for; the tab tells how many there are.
  await page.waitForFunction(() => {
    const told = document.querySelector('#tables [role=tab][aria-selected=true]')?.textContent ?? '';
    const later = document.querySelector('#table table + .more');
    if (later instanceof HTMLElement && !later.hidden) later.click();
    return document.querySelectorAll('#table tbody tr').length === Number(/\d+/.exec(told)?.[0]);
  });
  return page.locator('#table tbody tr').allInnerTexts();
}

/** An archive whose files are stored as they are. @param {[name: string, bytes: Buffer][]} files */
function archive(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const encoded = Buffer.from(name);
    const common = Buffer.alloc(26);
    // Version, names in UTF-8, stored, time and date of the first day there is.
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(encoded.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, encoded, bytes);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, encoded);
    offset += 30 + encoded.length + bytes.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, entries, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** The parts of a package by name, unpacked. @param {Buffer} bytes @returns {Map<string, Buffer>} */
function partsOf(bytes) {
  const parts = new Map();
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + size);
    parts.set(bytes.toString('utf8', at + 46, at + 46 + name), method === 8 ? inflateRawSync(packed) : packed);
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** What stands for every code of an encoding, as one number. @param {string} name */
function sumOf(name) {
  const codes = [];
  for (let first = 0x80; first <= 0xff; first += 1) {
    for (let second = 0x30; second <= 0xff; second += 1) {
      if (name !== 'big5' || first !== 0x88) codes.push(first, second, 10, 10);
    }
  }
  for (let at = 0; at < (name === 'gb18030' ? 4 * 126 * 100 : 0); at += 1) {
    codes.push(0x81 + Math.floor(at / 12600), 0x30 + (Math.floor(at / 10) % 10), 0x81 + (Math.floor(at / 100) % 126), 0x30 + (at % 10), 10);
  }
  const text = new TextDecoder(name, { ignoreBOM: true }).decode(Uint8Array.from(codes));
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(16);
}

describe('files as an office has them', () => {
  test('in each format the tasks are those of the plain text, and the kind is told', async () => {
    const page = await open();
    await pick(page, [{ name: '通知.txt', bytes: plain }]);
    await settled(page);
    const expected = await tasks(page);
    assert.ok(expected.length > 3);
    assert.equal(await page.locator('#file').isVisible(), false);
    for (const [ending, kind] of /** @type {const} */ ([
      ['docx', 'Word'],
      ['doc', 'Word'],
      ['odt', 'OpenDocument'],
      ['rtf', 'RTF'],
      ['html', '网页'],
      ['pdf', 'PDF'],
      ['ofd', 'OFD'],
    ])) {
      await pick(page, [{ name: `通知.${ending}`, bytes: office(ending) }]);
      await page.waitForFunction((words) => document.querySelector('#file')?.textContent?.includes(words), kind);
      await settled(page);
      assert.deepEqual(await tasks(page), expected, ending);
      await page.locator('#files .remove').last().click();
    }
    await close(page);
  });

  test('the readers are fetched with the first file that needs them, and never before', async () => {
    const page = await open();
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await pick(page, [{ name: '讲话.txt', bytes: SPEECH }]);
    await settled(page);
    assert.ok(!asked.some((url) => /readers|generated\/pdf/.test(url)));
    await pick(page, [{ name: '通知.docx', bytes: office('docx') }]);
    await page.waitForSelector('#file:not([hidden])');
    assert.ok(!asked.some((url) => url.includes('generated/pdf')));
    await close(page);
  });

  test('the browser has the tables of encodings that native code has', async () => {
    const table = readFileSync(new URL('../../fixtures/encodings.tsv', import.meta.url), 'utf8');
    const rows = table.split('\n').filter((line) => line && !line.startsWith('#')).slice(1);
    const page = await open();
    for (const [name = '', sum] of rows.map((row) => row.split('\t'))) {
      assert.equal(await page.evaluate(sumOf, name), sum, name);
    }
    await close(page);
  });

  test('files in the encodings of China are read by them', async () => {
    // 云岭县 in GBK, in a page that says so, in one that says UTF-8 in vain, and in rich text.
    const county = Buffer.from('d4c6c1ebcfd8', 'hex');
    const words = Buffer.concat([county, Buffer.from('d0c2d4f6d1a7cebb333230b8f6a1a3', 'hex')]);
    const html = (/** @type {string} */ charset) =>
      Buffer.concat([Buffer.from(`<html><meta charset=${charset}><p>`), words, Buffer.from('</p></html>')]);
    const escaped = [...words].map((byte) => `\\'${byte.toString(16)}`).join('');
    for (const [name, bytes] of /** @type {[string, Buffer][]} */ ([
      ['甲.html', html('gb2312')],
      ['乙.html', html('utf-8')],
      ['丙.rtf', Buffer.from(`{\\rtf1\\ansi\\ansicpg936 ${escaped}\\par}`)],
    ])) {
      const page = await open();
      await pick(page, [{ name, bytes }]);
      await settled(page);
      assert.match(await textOf(page), /云岭县新增学位320个。/, name);
      await close(page);
    }
  });

  test('an archive gives a text for each of its files, and says what it skipped', async () => {
    const page = await open();
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const bytes = archive([
      ['材料/通知.docx', office('docx')],
      ['材料/讲话.txt', Buffer.from(SPEECH)],
      ['材料/图.png', picture],
    ]);
    await pick(page, [{ name: '材料.zip', bytes }]);
    await settled(page);
    assert.deepEqual(await page.locator('#files .name').allInnerTexts(), ['材料/通知.docx', '材料/讲话.txt']);
    assert.match(await page.locator('#notices').innerText(), /1 个文件.*跳过/);
    await close(page);
  });

  for (const [what, bytes, says] of /** @type {[string, Buffer, RegExp][]} */ ([
    ['a file that is cut off', office('docx').subarray(0, 2000), /损坏/],
    ['a PDF that is cut off at its head', office('pdf').subarray(0, 30), /损坏/],
    ['slides', archive([['[Content_Types].xml', Buffer.from('<Types presentationml/>')]]), /演示文稿/],
    ['bytes of no known kind', Buffer.from('\0\0\u0001\0\u0002\u0003'.repeat(50)), /不认识/],
  ])) {
    test(`${what} is refused in words, and what was there stays`, async () => {
      const page = await open();
      await drop(page, [{ name: '讲话.txt', text: SPEECH }]);
      await settled(page);
      await pick(page, [{ name: '坏.docx', bytes }]);
      await settled(page, 'error');
      assert.match(await page.locator('#notices .notice.error').innerText(), says);
      assert.match(await textOf(page), /地区生产总值完成126\.5亿元/);
      await close(page);
    });
  }

  test('a paste from a text program keeps its tables, line by line', async () => {
    const page = await open();
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><meta charset=gb2312><body>
      <p class=MsoNormal>云岭县重点任务清单</p>
      <p class=MsoNormal>为抓好今年工作，现将重点任务印发给你们，请认真落实。</p>
      <table><tr><td>任务</td><td>责任单位</td></tr><tr><td>新建学校3所</td><td>县教育局</td></tr></table></body></html>`;
    await paste(page, '压平的文字', html);
    await settled(page);
    const text = await textOf(page);
    assert.match(text, /新建学校3所\s*县教育局/);
    assert.doesNotMatch(text, /压平/);
    await close(page);
  });

  test('a Word file comes back with its findings as comments, and with them only as long as its text is as it was', async () => {
    const page = await open();
    const bytes = readFileSync(new URL('scraped-collection.docx', FIXTURES));
    await pick(page, [{ name: '汇编.docx', bytes }]);
    await settled(page);
    await page.click('#tables [role=tab]:has-text("问题")');
    const button = page.locator('#tables .tools .word');
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    assert.equal(download.suggestedFilename(), '汇编-批注.docx');
    const parts = partsOf(readFileSync(await download.path()));
    const before = partsOf(bytes);
    const comments = parts.get('word/comments.xml')?.toString() ?? '';
    assert.ok((comments.match(/<w:comment /g) ?? []).length > 10);
    assert.match(comments, /矛盾：/);
    for (const [name, part] of before) {
      if (/document\.xml|Content_Types|comments/.test(name)) continue;
      assert.deepEqual(parts.get(name), part, name);
    }
    await page.click('#tables [role=tab]:has-text("任务")');
    assert.equal(await button.isVisible(), false);
    await pick(page, [{ name: '讲话.txt', bytes: SPEECH }]);
    await page.waitForFunction(() => document.querySelectorAll('#files .file').length === 2);
    await settled(page);
    await page.click('#tables [role=tab]:has-text("问题")');
    assert.equal(await button.isVisible(), false, 'a plain text takes no comments');
    await close(page);
  });

  test('cancelling ends the reading, and the next file is read', async () => {
    const page = await open();
    /** @type {() => void} */
    let release = () => {};
    const held = new Promise((resolve) => (release = () => resolve(undefined)));
    await page.route('**/readers_bg.wasm', async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    await pick(page, [{ name: '通知.docx', bytes: office('docx') }]);
    await page.waitForSelector('#progress:not([hidden])');
    assert.match(await page.locator('#progress').innerText(), /正在读取“通知\.docx”/);
    await page.click('#progress button');
    await settled(page, 'landing');
    assert.match(await page.locator('#notices').innerText(), /已取消/);
    release();
    await page.unroute('**/readers_bg.wasm');
    await pick(page, [{ name: '通知.docx', bytes: office('docx') }]);
    await settled(page);
    assert.ok((await tasks(page)).length > 0);
    await close(page);
  });

  test('readers that do not come are told in words, and are asked for again', async () => {
    const page = await open({ expected: /ERR_FAILED|Failed to/ });
    await page.route('**/readers_bg.wasm', (route) => route.abort());
    await pick(page, [{ name: '通知.docx', bytes: office('docx') }]);
    await settled(page, 'error');
    assert.match(await page.locator('#notices .notice.error').innerText(), /没有载入/);
    await page.unroute('**/readers_bg.wasm');
    await pick(page, [{ name: '通知.docx', bytes: office('docx') }]);
    await settled(page);
    await close(page);
  });

  test('a reload that keeps texts keeps what was said of the file', async () => {
    const page = await open();
    await page.check('#keep');
    await pick(page, [{ name: '通知.docx', bytes: office('docx') }]);
    await settled(page);
    await kept(page, 1);
    await page.reload();
    await settled(page);
    assert.match(await page.locator('#file').innerText(), /Word/);
    await close(page);
  });
});
