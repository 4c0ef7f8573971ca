import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../www/js/reading/explain.js';
import { contentOf } from '../../www/js/tables/columns.js';

/** Keys stand for their words. */
const say = /** @type {any} */ ({ text: (key, values = {}) => values.value ?? key, known: (key) => `known ${key}` });

const claim = (fields) => ({
  text: '5000人', value: 5000, unit: '人', bound: 'at_least', measure: 'change', indicator: '城镇新增就业', name: '城镇新增就业', scope: [], status: 'target',
  period: '2024', section: ['一、就业'], because: ['because.change', 'because.commitment'], span: { start: 0, end: 5 }, ...fields,
});
const documentOf = (...claims) => /** @type {any} */ ({ text: '5000人以上', claims });

test('the card names who is to see to it, where the text does, and every reason', () => {
  const app = /** @type {any} */ ({ say, state: { get: () => ({ language: 'zh' }) } });
  const mark = /** @type {any} */ ({ layer: 'targets', start: 0, end: 5, table: 'targets', index: 0 });
  const told = explain(mark, documentOf(claim({ owner: '县人社局' })), app);
  assert.deepEqual(told.rows.find(([name]) => name === 'column.owner'), ['column.owner', '县人社局']);
  assert.deepEqual(told.why, ['known because.change', 'known because.commitment']);
  const open = explain(mark, documentOf(claim({})), app);
  assert.equal(open.rows.some(([name]) => name === 'column.owner'), false);
});

test('the table has a column for owners where one target has an owner', () => {
  const keys = (...claims) => contentOf('targets', documentOf(...claims), 'zh', say, 'none').columns.map(({ key }) => key);
  assert.ok(keys(claim({}), claim({ owner: '县人社局' })).includes('column.owner'));
  assert.ok(!keys(claim({})).includes('column.owner'));
});

test('a claim says whose amount it is, of what, and compared with what', () => {
  const told = claim({ name: '规模以上工业增加值', scope: ['全市'], compared_with: { span: { start: 0, end: 2 }, text: '上年', basis: 'period', period: '2023' } });
  const { columns, rows } = contentOf('targets', documentOf(told, claim({})), 'zh', { ...say, text: (key, values = {}) => values.words ?? key }, 'none');
  const at = columns.findIndex(({ key }) => key === 'column.beside');
  assert.deepEqual(rows.map(({ words }) => words[at]), ['全市 · 上年', '']);
  assert.ok(!contentOf('targets', documentOf(claim({})), 'zh', say, 'none').columns.some(({ key }) => key === 'column.beside'));
  const app = /** @type {any} */ ({ say, state: { get: () => ({ language: 'zh' }) } });
  const card = explain(/** @type {any} */ ({ layer: 'targets', start: 0, end: 5, table: 'targets', index: 0 }), documentOf(told), app);
  assert.deepEqual(card.rows.filter(([name]) => /name|whom|base/.test(name)).map(([name]) => name), ['column.name', 'column.of-whom', 'column.base']);
});
