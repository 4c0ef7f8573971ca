import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPairs, pairsOf } from '../../www/js/tables/compare.js';
import { trueValue } from '../../www/js/wording/units.js';

const claim = (indicator, status, value, fields = {}) => ({
  indicator,
  status,
  value,
  unit: '%',
  measure: 'growth',
  bound: 'exact',
  period: status === 'target' ? '2024' : '2023',
  span: { start: 0, end: 1 },
  ...fields,
});
const level = { measure: 'level', unit: '个' };
const pairs = async (...claims) => {
  const document = /** @type {any} */ ({ claims });
  await findPairs(document);
  return pairsOf(document);
};
const values = (claims) => claims.map(({ value }) => value);

test('an indicator with both sides is a row; one with a side alone is none', async () => {
  const found = await pairs(claim('工业投资', 'actual', 3), claim('工业投资', 'target', 5), claim('用电量', 'target', 9, level));
  assert.deepEqual(found.map(({ indicator }) => indicator), ['工业投资']);
});

test('a name with several amounts at one time does not say which it is; said twice it counts once', async () => {
  const vague = await pairs(claim('项目', 'actual', 12, level), claim('项目', 'actual', 134, level), claim('项目', 'target', 140, level));
  assert.deepEqual(vague, []);
  const [twice] = await pairs(claim('校舍', 'actual', 12, level), claim('校舍', 'actual', 12, level), claim('校舍', 'target', 14, level));
  assert.deepEqual([values(twice.planned), values(twice.reached)], [[14], [12]]);
});

test('background is no part of it, and a claim without an indicator stands alone', async () => {
  assert.deepEqual(await pairs(claim('校舍', 'other', 12), claim('校舍', 'target', 14), claim('', 'actual', 1), claim('', 'target', 2)), []);
});

test('all bars of a side are for one time: the rate of five years is not measured with that of one', async () => {
  const found = await pairs(
    ...['甲', '乙', '丙'].flatMap((name, at) => [claim(name, 'actual', at + 1), claim(name, 'target', at + 2)]),
    claim('丙', 'target', 30, { period: '2024/2028' }),
    claim('丁', 'target', 25, { period: '2024/2028' }),
  );
  assert.deepEqual(found.map(({ rate }) => rate?.planned?.value), [2, 3, 4]);
  assert.deepEqual(values(found[2].planned), [4, 30], 'the table has both');
});

test('one bar says no more than its figure; ten are enough; what would flatten the rest is left out', async () => {
  const [alone] = await pairs(claim('甲', 'actual', 1), claim('甲', 'target', 2));
  assert.equal(alone.rate, null);
  const names = Array.from({ length: 30 }, (_, at) => `第${at}产业`);
  const many = await pairs(...names.flatMap((name) => [claim(name, 'actual', 1), claim(name, 'target', 2)]));
  assert.equal(many.filter(({ rate }) => rate).length, 10);
  const steep = await pairs(...['甲', '乙', '丙'].map((name, at) => claim(name, 'target', [2, 3, 450][at])));
  assert.deepEqual(steep.map(({ indicator }) => indicator), ['甲', '乙']);
});

test('lengths, areas and weights of different units are sorted by what they are', () => {
  const size = (value, unit) => trueValue(/** @type {any} */ ({ value, unit }));
  assert.ok(size(3, '公里') > size(800, '米'));
  assert.ok(size(1, '公顷') > size(14, '亩') && size(1, '公顷') < size(16, '亩'));
  assert.ok(size(1, '吨') > size(1999, '斤'));
  assert.equal(size(7, null), 7);
});
