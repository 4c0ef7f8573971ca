import { element } from '../core/dom.js';

/**
 * The scores: each with its figure, one sentence on what it counts, and the counts themselves.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {'specificity' | 'formula_density' | 'accountability' | 'target_firmness' | 'outlook' |
 *   'readability' | 'parallelism'} ScoreName
 */

/** @type {readonly ScoreName[]} */
const SCORES = [
  'specificity',
  'formula_density',
  'accountability',
  'target_firmness',
  'outlook',
  'parallelism',
  'readability',
];

/** The order in which counts are told, whole before parts; others follow as they come. */
const PARTS = [
  'graded_characters',
  'measurable_characters',
  'concrete_characters',
  'general_characters',
  'formulaic_characters',
  'tasks',
  'with_measure',
  'with_deadline',
  'with_owner',
  'hard',
  'soft',
  'neither',
  'runs',
  'characters',
];

/**
 * @param {import('../core/types.js').Score['parts']} parts
 * @returns {[string, number][]}
 */
function inOrder(parts) {
  const place = (/** @type {string} */ part) => (PARTS.indexOf(part) + PARTS.length + 1) % (PARTS.length + 1);
  return Object.entries(parts).sort(([a], [b]) => place(a) - place(b));
}

/**
 * @param {HTMLElement} root
 * @param {AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 */
export function showScores(root, document, say) {
  const scores = document.scores.document;
  root.replaceChildren(
    element(
      'ul',
      { class: 'scores' },
      ...SCORES.map((name) => score(name, scores[name], say)),
    ),
  );
}

/**
 * The scores as rows, for copies and exports.
 *
 * @param {AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 * @returns {string[][]}
 */
export function scoreRows(document, say) {
  const scores = document.scores.document;
  return [
    [say.text('column.score'), say.text('column.part'), say.text('column.figure')],
    ...SCORES.flatMap((name) => {
      const { value, parts } = scores[name];
      const title = say.text(`score.${name}`);
      const whole = value === null || value === undefined ? [] : [[title, '', String(value)]];
      return [
        ...whole,
        ...inOrder(parts).map(([part, figure]) => [title, partName(part, say), String(figure)]),
      ];
    }),
  ];
}

/**
 * @param {ScoreName} name
 * @param {import('../core/types.js').Score} score
 * @param {import('../core/say.js').Say} say
 */
function score(name, { value, parts }, say) {
  const graded = value !== null && value !== undefined;
  const meter = element('span', { class: 'meter', 'aria-hidden': 'true' }, element('span'));
  if (graded) meter.style.setProperty('--value', String(Math.min(100, Math.max(0, value)) / 100));
  const counts = inOrder(parts);
  return element(
    'li',
    { class: `score ${name}` },
    element(
      'div',
      { class: 'head' },
      element('h3', {}, say.text(`score.${name}`)),
      name !== 'readability' &&
        element('span', { class: 'figure' }, graded ? say.number(value) : say.text('score.none')),
    ),
    graded && meter,
    element('p', {}, say.text(`score.${name}.meaning`)),
    counts.length > 0 &&
      element(
        'dl',
        {},
        ...counts.map(([part, figure]) =>
          element(
            'div',
            {},
            element('dt', {}, partName(part, say)),
            element('dd', {}, say.number(figure, 2)),
          ),
        ),
      ),
  );
}

/**
 * @param {string} part
 * @param {import('../core/say.js').Say} say
 */
function partName(part, say) {
  return say.known(`part.${part}`) ?? part.replaceAll('_', ' ');
}
