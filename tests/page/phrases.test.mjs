import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dated } from '../../www/js/several/gather.js';
import { hasCourse, linesOf } from '../../www/js/several/phrases.js';

/** A text of a year with phrases that are said so often. @param {number | null} time @param {Record<string, number>} phrases */
const text = (time, phrases) =>
  /** @type {any} */ ({
    time,
    document: {
      terms: Object.entries(phrases).map(([words, count]) => ({ kind: words.endsWith('。') ? 'stock_phrase' : 'set_phrase', text: words, occurrences: Array.from({ length: count }, () => ({ start: 0, end: 1 })) })),
    },
  });

test('what came first stands first, and each phrase has its course', () => {
  const texts = [text(1990, { 甲: 1, 乙: 2, 戊: 1 }), text(2000, { 乙: 1, 丙: 1, 戊: 1 }), text(2010, { 丁: 3, 乙: 1 })];
  const lines = linesOf(texts);
  assert.deepEqual(lines.map(({ phrase, course }) => `${phrase} ${course}`), ['甲 went', '戊 went', '乙 through', '丙 between', '丁 came']);
  assert.deepEqual(lines[2]?.uses.map((use) => use?.count), [2, 1, 1]);
  assert.equal(lines[2]?.uses[1]?.index, 0, 'the place among the terms of its own text');
});

test('of one time several texts count as one; a phrase of two kinds is one line', () => {
  const texts = [text(1990, { 甲: 1 }), text(1990, { 乙: 1 }), text(2000, { 甲: 1, 乙: 1 })];
  assert.deepEqual(linesOf(texts).map(({ course }) => course), ['through', 'through']);
  const [one] = texts;
  one.document.terms.push({ kind: 'slogan', text: '甲', occurrences: [{}, {}] });
  assert.deepEqual(linesOf(texts)[0]?.uses[0], { index: 0, count: 3 });
});

test('stock phrases are no set phrases', () => {
  assert.deepEqual(linesOf([text(1990, { '年年这样写。': 4 }), text(1991, {})]), []);
});

test('texts without a date are left out; of one time nothing can come or go', () => {
  const texts = dated([text(2010, {}), text(null, { 甲: 1 }), text(1990, {})]);
  assert.deepEqual(texts.map(({ time }) => time), [1990, 2010]);
  assert.equal(hasCourse(texts), true);
  assert.equal(hasCourse([text(2010, {}), text(2010, {})]), false);
  assert.equal(hasCourse([]), false);
});
