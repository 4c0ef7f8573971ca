import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepAt } from '../../www/js/reading/step.js';

/** Keys stand for their words. */
const say = /** @type {any} */ ({
  text: (key, values = {}) => (values.word ? `${key} ${values.word}` : key),
  known: (key) => (key.startsWith('because.') ? `known ${key}` : null),
});
const document = /** @type {any} */ ({
  sentences: [
    { span: { start: 0, end: 6 }, block: 0, ladder: null, because: [] },
    { span: { start: 7, end: 20 }, block: 1, ladder: 'concrete', because: ['because.ladder.owner', '召开'] },
  ],
});

test('a sentence tells its step with what speaks for it, words as words', () => {
  const told = { step: 'ladder.concrete', why: ['known because.ladder.owner', 'ladder.word 召开'] };
  assert.deepEqual(stepAt(document, 7, say), told);
  assert.deepEqual(stepAt(document, 19, say), told);
});

test('a heading, and what stands between sentences, tells none', () => {
  assert.equal(stepAt(document, 3, say), null);
  assert.equal(stepAt(document, 20, say), null);
  assert.equal(stepAt(/** @type {any} */ ({ sentences: [] }), 0, say), null);
});
