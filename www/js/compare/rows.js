/**
 * A comparison as rows, whichever kind it is of.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Kind} Kind
 * @typedef {import('./types.js').TextComparison} TextComparison
 * @typedef {import('./types.js').Cited} Cited
 * @typedef {import('./types.js').Say} Say
 */

/** The faces of each kind: the first is shown at first. @type {Record<Kind, readonly string[]>} */
export const FACES = {
  promise: ['results', 'targets'],
  level: ['tasks'],
  wording: ['sentences', 'phrases'],
};

/**
 * @param {TextComparison} comparison
 * @param {string} face
 * @param {Say} say
 * @returns {Row[]}
 */
export function rowsOf(comparison, face, say) {
  if (face === 'results') return results(comparison, say);
  if (face === 'targets') return targets(comparison, say);
  if (face === 'tasks') return tasks(comparison, say);
  if (face === 'phrases') return phrases(comparison, say);
  return sentences(comparison, say);
}

/** @param {string} group @param {readonly string[]} names @param {Say} say */
const inWords = (group, names, say) => names.map((name) => say.text(`compare.${group}.${name}`)).join(say.text('several.between'));

/** @param {readonly string[]} grounds @param {boolean} sure @param {Say} say */
function grounded(grounds, sure, say) {
  return inWords('ground', grounds, say) + (sure ? '' : say.text('compare.unsure'));
}

/** @param {Cited | null} cited */
const figure = (cited) => cited?.figure ?? cited?.words ?? '';

/** @param {TextComparison} comparison @param {Say} say @returns {Row[]} */
function results(comparison, say) {
  const next = new Map(comparison.targets.flatMap((row) => (row.first?.claim === undefined ? [] : [[row.first.claim, row.second]])));
  return comparison.results.map(({ indicator, outcome, target, result, grounds, sure }) => ({
    head: indicator || target.words,
    outcomes: [outcome],
    group: 'outcome',
    told: inWords('outcome', [outcome], say),
    note: grounded(grounds, sure, say),
    first: target,
    second: result,
    shownFirst: figure(target),
    shownSecond: result?.figure ?? (result ? say.text('compare.no-figure') : ''),
    next: next.get(target.claim ?? -1)?.figure ?? '',
  }));
}

/** @param {TextComparison} comparison @param {Say} say @returns {Row[]} */
function targets(comparison, say) {
  return comparison.targets.map(({ indicator, changes, first, second, grounds, sure }) => ({
    head: indicator || (second ?? first)?.words || '',
    outcomes: changes,
    group: 'target',
    told: inWords('target', changes, say),
    note: grounded(grounds, sure, say),
    first,
    second,
    shownFirst: figure(first),
    shownSecond: figure(second),
  }));
}

/** @param {TextComparison} comparison @param {Say} say @returns {Row[]} */
function tasks(comparison, say) {
  return comparison.tasks.map(({ uptakes, copied, first, second, sure }) => ({
    head: '',
    outcomes: uptakes,
    group: 'uptake',
    told: inWords('uptake', uptakes, say),
    note: first && second ? say.text('compare.copied', { share: copied }) + (sure ? '' : say.text('compare.unsure')) : '',
    first,
    second,
    shownFirst: first?.words ?? '',
    shownSecond: second?.words ?? '',
  }));
}

/** @param {TextComparison} comparison @param {Say} say @returns {Row[]} */
function phrases(comparison, say) {
  return comparison.phrases.map(({ text, change, before, after, first, second }) => ({
    head: text,
    outcomes: [change],
    group: 'phrase',
    told: inWords('phrase', [change], say),
    note: '',
    first,
    second,
    shownFirst: before > 0 ? say.text('compare.times', { count: before }) : '',
    shownSecond: after > 0 ? say.text('compare.times', { count: after }) : '',
  }));
}

/** @param {TextComparison} comparison @param {Say} say @returns {Row[]} */
function sentences(comparison, say) {
  return comparison.sentences.map(({ change, moved, alike, firmness, first, second }) => {
    const weighed = firmness < 0 ? 'compare.weaker' : firmness > 0 ? 'compare.firmer' : '';
    const told = inWords('sentence', [change], say) + (moved && change === 'changed' ? say.text('compare.moved-too') : '') + (weighed ? say.text(weighed) : '');
    return {
      head: '',
      outcomes: [change],
      group: 'sentence',
      told,
      note: change === 'changed' ? say.text('compare.alike', { share: alike }) : '',
      first,
      second,
      shownFirst: first?.words ?? '',
      shownSecond: second?.words ?? '',
    };
  });
}

/** The outcomes of each kind of row, in the order in which they are counted. */
const ORDER = [
  ...['met', 'missed', 'reported', 'unmentioned', 'due'],
  ...['raised', 'lowered', 'hardened', 'softened', 'moved', 'same', 'dropped', 'new'],
  ...['copied', 'reworded', 'figure', 'owner', 'deadline', 'weaker', 'absent', 'own'],
  ...['changed', 'came', 'went', 'stayed'],
];

/**
 * What is in the rows, each outcome with its count.
 *
 * @param {readonly Row[]} rows
 * @returns {[string, number][]}
 */
export function counted(rows) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { outcomes } of rows) for (const one of outcomes) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other));
}

/**
 * The rows as a table that is written into a file.
 *
 * @param {readonly Row[]} rows
 * @param {TextComparison} comparison
 * @param {string} face
 * @param {Say} say
 * @returns {import('../export/writers.js').Table}
 */
export function tableOf(rows, { first, second }, face, say) {
  const hasHead = rows.some(({ head }) => head !== '');
  const hasNext = face === 'results';
  const hasFigures = hasHead && face !== 'phrases';
  /** @type {[string, number][]} */
  const columns = [
    ...(hasHead ? /** @type {[string, number][]} */ ([[face === 'phrases' ? 'what' : 'indicator', 24]]) : []),
    ['outcome', 16],
    ['before', 40],
    ['after', 40],
    ...(hasNext ? /** @type {[string, number][]} */ ([['next', 18]]) : []),
    ['grounds', 24],
    ...(hasFigures ? /** @type {[string, number][]} */ ([['said', 46], ['told', 46]]) : []),
  ];
  return {
    title: say.text(`compare.face.${face}`),
    lines: [say.text('compare.of', { first: first.title, second: second.title })],
    columns: columns.map(([key, width]) => ({ head: say.text(`compare.column.${key}`), width, centred: width < 20 })),
    rows: rows.map((row) =>
      [
        ...(hasHead ? [row.head] : []),
        row.told,
        row.shownFirst,
        row.shownSecond,
        ...(hasNext ? [row.next ?? ''] : []),
        row.note,
        ...(hasFigures ? [row.first?.words ?? '', row.second?.words ?? ''] : []),
      ].map((text) => ({ text })),
    ),
  };
}
