import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { counted, rowsOf, tableOf } from '../../www/js/compare/rows.js';

/** Says each key itself. */
const say = {
  text: (/** @type {string} */ key) => (key === 'several.between' ? '、' : key),
  known: () => null,
  of: (/** @type {{zh: string}} */ said) => said.zh,
  number: String,
};

const cited = (/** @type {object} */ more) => ({ span: { start: 0, end: 2 }, words: '原句。', ...more });

/** @type {any} */
const comparison = {
  first: { title: '甲' },
  second: { title: '乙' },
  results: [
    { indicator: '粮食', period: '2025', outcome: 'met', target: cited({ figure: '3亿斤', claim: 4 }), result: cited({ figure: '3.1亿斤', claim: 1 }), grounds: ['same_name'], sure: true },
    { indicator: '就业', period: '2025', outcome: 'reported', target: cited({ figure: '5500人', claim: 5 }), result: cited({}), grounds: ['named'], sure: false },
  ],
  targets: [{ indicator: '粮食', changes: ['raised', 'softened'], first: cited({ figure: '3亿斤', claim: 4 }), second: cited({ figure: '约4亿斤', claim: 9 }), grounds: [], sure: true }],
  tasks: [],
  phrases: [{ text: '提质增效', change: 'went', before: 2, after: 0, first: cited({}), second: null }],
  sentences: [{ change: 'changed', moved: true, alike: 80, firmness: -1, first: cited({}), second: cited({}) }],
};

describe('a comparison as rows', () => {
  test('a result stands beside its target and the one that follows it', () => {
    const [met, reported] = rowsOf(comparison, 'results', say);
    assert.equal(met?.shownFirst, '3亿斤');
    assert.equal(met?.shownSecond, '3.1亿斤');
    assert.equal(met?.next, '约4亿斤');
    assert.equal(reported?.shownSecond, 'compare.no-figure');
    assert.match(reported?.note ?? '', /unsure/);
  });

  test('a target may differ in several ways, and counts with each', () => {
    const rows = rowsOf(comparison, 'targets', say);
    assert.deepEqual(counted(rows), [['raised', 1], ['softened', 1]]);
  });

  test('a sentence that moved, changed and binds less says all three', () => {
    const [row] = rowsOf(comparison, 'sentences', say);
    assert.equal(row?.told, 'compare.sentence.changedcompare.moved-toocompare.weaker');
  });

  test('the table of a file has a cell for each column', () => {
    for (const face of ['results', 'targets', 'phrases', 'sentences']) {
      const table = tableOf(rowsOf(comparison, face, say), comparison, face, say);
      for (const row of table.rows) assert.equal(row.length, table.columns.length, face);
    }
  });
});
