import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextOf } from '../../www/js/tables/kwic.js';

const TEXT = '前一段。\n要坚持绿色发展，走出一条新路。\n后一段。';
const at = (text, words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test('a context ends with its paragraph', () => {
  assert.deepEqual(contextOf(TEXT, at(TEXT, '绿色发展')), { before: '要坚持', term: '绿色发展', after: '，走出一条新路。' });
  assert.deepEqual(contextOf(TEXT, at(TEXT, '前一段')), { before: '', term: '前一段', after: '。' });
  assert.deepEqual(contextOf(TEXT, at(TEXT, '后一段')), { before: '', term: '后一段', after: '。' });
});

test('no character is cut in two', () => {
  const text = `${'𠀀'.repeat(20)}x绿色${'𠀀'.repeat(20)}`;
  const { before, after } = contextOf(text, at(text, '绿色'));
  assert.doesNotMatch(before, /^[\udc00-\udfff]/);
  assert.doesNotMatch(after, /[\ud800-\udbff]$/);
});
