/**
 * What is brought, before anything reads it: which files are for the readers, and what folders hold.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isForReaders, isRich } from '../../www/js/office/asks.js';
import { filesOf, MOST } from '../../www/js/office/folders.js';

const asked = (/** @type {string} */ name, /** @type {string | Uint8Array} */ content) =>
  isForReaders(name, new Blob([content]));

/** Text with a byte order mark as UTF-16. @param {string} text */
const wide = (text) => new Uint8Array([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);

describe('whether a file is for the readers', () => {
  test('packages, OLE files, PDF, rich text, tags, messages and bytes that are no text are', async () => {
    for (const content of ['PK\x03\x04…', '%PDF-1.7', '\n%PDF-1.4', '{\\rtf1', '<html>', '\ufeff <p>一', 'MIME-Version: 1.0', 'a\0b']) {
      assert.equal(await asked('文件', content), true, content);
    }
    assert.equal(await asked('表.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])), true);
    assert.equal(await asked('网页', wide('<html>')), true);
  });

  test('text is not, in whatever encoding, nor what is named a text and has tags', async () => {
    assert.equal(await asked('讲话.txt', '同志们：'), false);
    assert.equal(await asked('讲话', wide('同志们：')), false);
    assert.equal(await asked('讲话', new Uint8Array([0xcd, 0xac, 0xd6, 0xbe])), false);
    assert.equal(await asked('讲话.MD', '<div>同志们'), false);
    assert.equal(await asked('空.docx', ''), false);
  });

  test('a clipboard is worth it for tables, lists and what text programs write', () => {
    assert.ok(isRich('<table><tr>'));
    assert.ok(isRich('<p style="mso-list:l0">'));
    assert.ok(!isRich('<meta charset=utf-8><span>一句话</span>'));
  });
});

describe('a drop', () => {
  const file = (/** @type {string} */ name) => new File(['一'], name);
  const entryOf = (/** @type {string} */ path) => ({
    isDirectory: false,
    name: path.split('/').pop(),
    fullPath: path,
    file: (/** @type {(file: File) => void} */ give) => give(file(path)),
  });
  const folder = (/** @type {string} */ name, /** @type {any[]} */ entries) => ({
    isDirectory: true,
    name,
    createReader() {
      // As browsers do: some at a time, then none.
      const parts = [entries.slice(0, 2), entries.slice(2)].filter((part) => part.length > 0);
      return { readEntries: (/** @type {(part: any[]) => void} */ give) => give(parts.shift() ?? []) };
    },
  });
  const dropped = (/** @type {File[]} */ files, /** @type {any[]} */ entries) =>
    /** @type {any} */ ({ files, items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })) });

  test('of files is those files', async () => {
    const files = [file('甲.txt')];
    assert.deepEqual(await filesOf(dropped(files, [entryOf('/甲.txt')])), files);
  });

  test('of a folder with too many files is one more than are taken, and none of a folder that cannot be read', async () => {
    const many = Array.from({ length: MOST + 50 }, (_, at) => entryOf(`/材料/${at}.txt`));
    const found = await filesOf(dropped([file('材料')], [folder('材料', many)]));
    assert.equal(found.length, MOST + 1);
    const locked = { isDirectory: true, createReader: () => ({ readEntries: (_, fail) => fail(new Error('locked')) }) };
    await assert.rejects(filesOf(dropped([file('材料')], [locked])));
  });

  test('of a folder is all its files by number, but for hidden ones', async () => {
    const inner = folder('附', [entryOf('/材料/附/1.txt')]);
    const outer = folder('材料', [entryOf('/材料/10.txt'), entryOf('/材料/2.txt'), entryOf('/材料/.DS_Store'), inner]);
    const found = await filesOf(dropped([file('材料')], [outer]));
    assert.deepEqual(found.map(({ name }) => name), ['材料/2.txt', '材料/10.txt', '材料/附/1.txt']);
  });
});
