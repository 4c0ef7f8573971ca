import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, join } from '../../www/js/core/pieces.js';

const LISTS = ['blocks', 'outline', 'announcements', 'sentences', 'claims', 'tasks', 'terms', 'findings', 'set_aside', 'source_map'];

/** A document whose lists hold so many things each. */
const documentOf = (size) =>
  Object.fromEntries([['text', 'x'], ...LISTS.map((list) => [list, Array.from({ length: size }, (_, at) => `${list}${at}`)])]);

test('an analysis that was cut is put together as it was, whatever its lists hold', () => {
  for (const sizes of [[], [0], [1, 0, 3], [200], [199, 201, 1], [2500, 7]]) {
    const analysis = { documents: sizes.map(documentOf) };
    const whole = structuredClone(analysis);
    const { head, messages } = cut(analysis);
    for (const { text, ...lists } of head.documents) {
      for (const list of Object.values(lists)) assert.equal(list.length, 0);
    }
    for (const pieces of messages) {
      const size = pieces.reduce((sum, { items }) => sum + items.length, 0);
      assert.ok(size <= 200, `a message of ${size} things`);
      join(head, pieces);
    }
    assert.deepEqual(head, whole);
  }
});
