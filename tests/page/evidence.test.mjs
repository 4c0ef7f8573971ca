import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceOf } from '../../www/js/scores/evidence.js';

const span = (start, end) => ({ start, end });
const WHOLE = span(0, 1000);

/** A heading with a step of its own at 0–10, two sentences of a paragraph after it. */
const document = /** @type {any} */ ({
  blocks: [{ kind: 'heading' }, { kind: 'paragraph' }],
  outline: [{ span: span(0, 10), section: span(0, 90), children: [] }],
  sentences: [
    { span: span(0, 10), block: 0, ladder: 'measurable' },
    { span: span(11, 40), block: 1, ladder: 'measurable' },
    { span: span(40, 90), block: 1, ladder: 'formulaic' },
  ],
  terms: [
    { kind: 'set_phrase', occurrences: [span(2, 6), span(42, 50)] },
    { kind: 'stock_phrase', occurrences: [span(46, 54), span(60, 64)] },
    { kind: 'keyword', occurrences: [span(12, 14)] },
  ],
  tasks: [
    { span: span(11, 40), missing: ['owner'] },
    { span: span(40, 90), missing: ['owner', 'deadline', 'measure'] },
  ],
  scores: {
    document: {
      specificity: {},
      formula_density: {},
      accountability: {},
      target_firmness: { evidence: { hard: [span(15, 18), span(70, 72)] } },
      readability: {},
    },
  },
});
const of = (score, part, stretch = WHOLE) => evidenceOf(document, score, part, stretch);

test('a step leads to its sentences, of a section to those that begin in it', () => {
  assert.deepEqual(of('specificity', 'measurable_characters'), [span(11, 40)]);
  assert.deepEqual(of('specificity', 'measurable_characters', span(40, 90)), []);
});

test('fixed wording counts once where it overlaps, and not in headings; keywords are none', () => {
  assert.deepEqual(of('formula_density', 'fixed_characters'), [span(42, 54), span(60, 64)]);
});

test('a task counts for what it states', () => {
  assert.deepEqual(of('accountability', 'with_measure'), [span(11, 40)]);
  assert.deepEqual(of('accountability', 'with_owner'), []);
  assert.equal(of('accountability', 'tasks')?.length, 2);
});

test('what the analysis names is taken as it is, within the section', () => {
  assert.deepEqual(of('target_firmness', 'hard', span(60, 90)), [span(70, 72)]);
});

test('the longest sentences come first; a whole has no places of its own', () => {
  assert.deepEqual(of('readability', 'characters_per_sentence'), [span(40, 90), span(11, 40)]);
  assert.equal(of('formula_density', 'characters'), null);
});
