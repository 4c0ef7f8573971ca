import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matrixOf } from '../../www/js/compare/matrix.js';
import { yearsOf } from '../../www/js/compare/years.js';
import { filled } from '../../www/js/ledger/report.js';
import { BLANK } from '../../www/js/ledger/rows.js';

const cited = (claim, figure) => ({ claim, figure, words: `${figure}。`, span: { start: 0, end: 1 } });
const result = (claim, figure, outcome, told) => ({ indicator: `指标${claim}`, target: cited(claim, figure), result: told ? cited(9, told) : null, outcome, sure: true });
const target = (first, second, figure) => ({ indicator: '名', first: first === null ? null : cited(first, '旧'), second: cited(second, figure) });

test('a target goes on in the row of the year before, and what stands in most years comes first', () => {
  const pairs = [
    { results: [result(0, '一', 'unmentioned'), result(1, '二', 'met', '三')], targets: [target(1, 5, '四'), target(null, 6, '五')] },
    { results: [result(5, '四', 'missed', '六')], targets: [target(5, 7, '七')] },
  ];
  const lines = matrixOf(/** @type {any} */ (pairs));
  const shown = lines.map(({ cells }) => cells.map((cell) => cell && `${cell.target.figure}/${cell.outcome}`));
  assert.deepEqual(shown, [
    ['二/met', '四/missed', '七/null'],
    ['一/unmentioned', null, null],
    [null, '五/null', null],
  ]);
});

test('of a file with several texts the longest stands for its year', () => {
  const item = (entry, at, length) => ({ entry, at, document: { text: '字'.repeat(length) } });
  const items = [item(1, 0, 4), item(1, 1, 9), item(2, 0, 3), item(2, 1, 3)];
  assert.deepEqual(yearsOf(/** @type {any} */ (items)), [items[1], items[2]]);
});

test('a report fills empty cells alone; a merged row has the worst of its parts', () => {
  const row = (span, cells = {}) => ({ id: span.start, entry: 1, document: 0, title: '', number: '', span, task: 0, origin: '', cells: { ...BLANK, ...cells }, first: BLANK });
  const told = (start, state, figures = []) => ({ span: { start, end: start + 5 }, sentences: [`第${start}句。`], figures, state });
  const rows = [row({ start: 0, end: 20 }), row({ start: 20, end: 30 }, { progress: '自填' }), row({ start: 40, end: 50 })];
  const progress = [told(0, 'done', ['3座']), told(10, 'late', ['3座']), told(21, 'running')];
  const [merged, own, silent] = filled(/** @type {any} */ (rows), new Map([['1/0', /** @type {any} */ (progress)]]), '、');
  assert.deepEqual([merged?.cells.progress, merged?.cells.state], ['3座\n第0句。\n第10句。', '滞后']);
  assert.deepEqual([own?.cells.progress, own?.cells.state], ['自填', '进行中']);
  assert.equal(silent, rows[2]);
});
