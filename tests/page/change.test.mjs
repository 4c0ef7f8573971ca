/**
 * Changes of the text as changes of its source, without a browser.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applied, difference, inSource, moved } from '../../www/js/editing/change.js';
import { NO_HISTORY, recorded, stepped } from '../../www/js/editing/history.js';

/**
 * A document of these blocks; each is a list of stretches of the source, in its order.
 * @param {string} source
 * @param {string[][]} blocks
 */
function document(source, blocks) {
  let text = '';
  let from = 0;
  /** @type {[number, number, number][]} */
  const map = [];
  blocks.forEach((parts, at) => {
    if (at > 0) text += '\n';
    for (const part of parts) {
      const start = source.indexOf(part, from);
      assert.ok(start >= 0, part);
      map.push([text.length, start, part.length]);
      text += part;
      from = start + part.length;
    }
  });
  return /** @type {any} */ ({ text, source_map: map });
}

/** The source after a text was changed. @param {string} source @param {string[][]} blocks @param {(text: string) => string} change */
function after(source, blocks, change) {
  const shown = document(source, blocks);
  const made = difference(shown.text, change(shown.text));
  assert.ok(made);
  return applied(source, inSource(shown, source, made));
}

describe('the least change', () => {
  test('it is what differs, and gives the other text', () => {
    for (const [before, text] of [
      ['今年增长5%。', '今年增长6%。'],
      ['。。', '。'],
      ['', '甲'],
      ['甲乙', ''],
      ['同同同', '同同'],
      ['𠮷田', '𠮶田'],
      ['a𠮷', 'a'],
    ]) {
      const change = difference(before, text);
      assert.ok(change);
      assert.equal(applied(before, [change]), text);
      assert.ok(change.words.isWellFormed(), 'no half of a character');
      assert.ok(before.slice(change.start, change.end).isWellFormed());
    }
    assert.equal(difference('一样', '一样'), null);
  });

  test('positions go with it', () => {
    const change = { start: 3, end: 5, words: '甲乙丙' };
    assert.deepEqual([0, 3, 4, 5, 9].map((at) => moved(at, change)), [0, 3, 4, 6, 10]);
  });
});

describe('a change in the source', () => {
  test('within a line it is that of the text', () => {
    const source = '题目\r\n\r\n　　今年增长5%。\r\n';
    const blocks = [['题目'], ['今年增长5%。']];
    assert.equal(after(source, blocks, (text) => text.replace('5%', '6.5%')), source.replace('5%', '6.5%'));
  });

  test('lines that a column broke stay broken; what was set aside stays', () => {
    const source = '全县上下凝心\n第3版\n聚力，攻坚克难。\n';
    const blocks = [['全县上下凝心', '聚力，攻坚克难。']];
    assert.equal(after(source, blocks, (text) => text.replace('攻坚克难', '苦干实干')), '全县上下凝心\n第3版\n聚力，苦干实干。\n');
    assert.equal(after(source, blocks, (text) => text.replace('凝心聚力', '齐心')), '全县上下齐心\n第3版\n，攻坚克难。\n');
    assert.equal(after(source, blocks, (text) => text.replace('凝心聚', '凝心合聚')), '全县上下凝心合\n第3版\n聚力，攻坚克难。\n');
  });

  test('a new paragraph begins as the others do', () => {
    const source = '甲。\n　　乙。丙。\n　　丁。';
    const blocks = [['甲。'], ['乙。丙。'], ['丁。']];
    assert.equal(after(source, blocks, (text) => text.replace('乙。', '乙。\n')), '甲。\n　　乙。\n　　丙。\n　　丁。');
  });

  test('two paragraphs become one', () => {
    const source = '甲。\n\n　　乙。\n\n丙。';
    const blocks = [['甲。'], ['乙。'], ['丙。']];
    assert.equal(after(source, blocks, (text) => text.replace('甲。\n', '甲。')), '甲。乙。\n\n丙。');
    assert.equal(after(source, blocks, () => '丙。'), '丙。');
  });

  test('at the beginning, at the end, and in an empty text', () => {
    const source = '第1版\n甲。\n责任编辑\n';
    const blocks = [['甲。']];
    assert.equal(after(source, blocks, (text) => `又${text}`), '第1版\n又甲。\n责任编辑\n');
    assert.equal(after(source, blocks, (text) => `${text}乙。`), '第1版\n甲。乙。\n责任编辑\n');
    assert.equal(after('', [], () => '甲'), '甲');
  });
});

describe('the history', () => {
  test('every step can be taken back and done again', () => {
    const texts = ['甲', '甲乙', '甲乙丙', '丙'];
    let history = NO_HISTORY;
    texts.slice(1).forEach((text, at) => {
      history = recorded(history, texts[at] ?? '', text);
    });
    let source = '丙';
    for (const text of texts.slice(0, -1).reverse()) {
      const step = stepped(history, source, 'undo');
      assert.equal(step?.source, text);
      ({ history, source } = step);
    }
    assert.equal(stepped(history, source, 'undo'), null);
    for (const text of texts.slice(1)) {
      const step = stepped(history, source, 'redo');
      assert.equal(step?.source, text);
      ({ history, source } = step);
    }
  });

  test('what was taken back is gone when something else is written', () => {
    const first = recorded(NO_HISTORY, '甲', '甲乙');
    const back = stepped(first, '甲乙', 'undo');
    assert.ok(back);
    const other = recorded(back.history, '甲', '甲丁');
    assert.equal(stepped(other, '甲丁', 'redo'), null);
  });
});
