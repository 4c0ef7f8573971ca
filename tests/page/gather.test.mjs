import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gather, inOrder, scaleEnd } from '../../www/js/several/gather.js';

const score = (value) => ({ value, parts: {} });
const entry = (id, name, documents) =>
  /** @type {any} */ ({
    id,
    name,
    analysis: {
      documents: documents.map(({ title = null, date, value = 1 }) => ({
        title,
        metadata: date ? { date: { value: date } } : {},
        scores: { document: { specificity: score(value), formula_density: score(value), accountability: score(null) } },
      })),
    },
  });

test('a date is what the text says, else the one year of title or file name', () => {
  const found = gather([
    entry(1, '旧稿1999.txt', [{ title: '2003年工作报告', date: '2004-02-05' }]),
    entry(2, '旧稿1999.txt', [{ title: '2003年工作报告' }]),
    entry(3, '报告1999.txt', [{ title: '讲话' }]),
    entry(4, '2003—2007年.txt', [{}]),
    entry(5, '编号120031.txt', [{}]),
  ]);
  assert.deepEqual(found.map(({ date, dated }) => [date, dated]), [
    ['2004-02-05', 'text'],
    ['2003', 'name'],
    ['1999', 'name'],
    [null, null],
    [null, null],
  ]);
});

test('days of one year stand in their order; what has no date stands last, as it came', () => {
  const found = gather([
    entry(1, 'b', [{}, { date: '2024-11-30' }]),
    entry(2, 'a', [{ date: '2024-02-05' }, {}]),
    entry(3, 'c', [{ date: '2024' }]),
  ]);
  assert.deepEqual(inOrder(found, 'date').map(({ entry: id, at }) => `${id}.${at}`), ['3.0', '2.0', '1.1', '1.0', '2.1']);
  assert.deepEqual(inOrder(found, 'order'), found);
});

test('by score the highest stands first, and what has none last', () => {
  const found = gather([entry(1, 'a', [{ value: 3 }, { value: null }, { value: 70 }])]);
  assert.deepEqual(inOrder(found, 'specificity').map(({ at }) => at), [2, 0, 1]);
});

test('a scale holds all values, and some where there are none', () => {
  assert.equal(scaleEnd([0.3, 17.8, null]), 20);
  assert.equal(scaleEnd([]), 1);
  assert.equal(scaleEnd([100]), 100);
});
