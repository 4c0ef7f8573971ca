import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arranged, neighbour, nextSorting, orderOf } from '../../www/js/tables/arrange.js';

/** @param {number} index @param {string} name @param {number | ''} size @param {string} [group] */
const row = (index, name, size, group) => ({ index, spans: [], words: [name, String(size)], order: [name, size], group });

const ROWS = [row(0, '粮食', 12, '二'), row(1, 'GDP', 9, '二'), row(2, '就业', '', '一'), row(3, '投资', 45, '一')];

/** @param {string} words @param {import('../../www/js/tables/arrange.js').Sorting | null} sorting */
const order = (words, sorting) => arranged(ROWS, words, sorting).map(({ index }) => index);

test('rows pass the filter by any of their cells, whatever the case', () => {
  assert.deepEqual(order(' gdp ', null), [1]);
  assert.deepEqual(order('45', null), [3]);
  assert.deepEqual(order('', null), [0, 1, 2, 3]);
});

test('groups stay in the order of the text; what is empty is last both ways', () => {
  assert.deepEqual(order('', { column: 1, descending: false }), [1, 0, 3, 2]);
  assert.deepEqual(order('', { column: 1, descending: true }), [0, 1, 3, 2]);
  assert.deepEqual(ROWS.map(({ index }) => index), [0, 1, 2, 3]);
});

test('a heading sorts up, then down, then not', () => {
  const up = nextSorting(null, 1);
  const down = nextSorting(up, 1);
  assert.deepEqual([up, down, nextSorting(down, 1)].map((sorting) => orderOf(sorting, 1)), ['ascending', 'descending', 'none']);
  assert.deepEqual(nextSorting(down, 0), { column: 0, descending: false });
  assert.equal(orderOf(down, 0), 'none');
});

test('steps go round; without a marked row they begin at an end', () => {
  assert.equal(neighbour(ROWS, 3, 1)?.index, 0);
  assert.equal(neighbour(ROWS, 0, -1)?.index, 3);
  assert.equal(neighbour(ROWS, null, 1)?.index, 0);
  assert.equal(neighbour(ROWS, null, -1)?.index, 3);
  assert.equal(neighbour([], null, 1), null);
});
