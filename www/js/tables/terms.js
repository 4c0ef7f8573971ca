import { element } from '../core/dom.js';
import { firstFrom } from '../reading/marks.js';
import { seenWords } from '../wording/seen.js';
import { contextOf, kwic } from './kwic.js';
import { spread } from './spread.js';

/**
 * The terms: set phrases, numeric slogans, stock phrases and keywords, kinds apart, each with its
 * places in context.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Term} Term
 * @typedef {Term['kind']} TermKind
 * @typedef {TermKind | 'all'} Kind
 */

/** @type {readonly TermKind[]} */
const KINDS = ['slogan', 'set_phrase', 'stock_phrase', 'keyword'];

/** So many contexts of a term are exported: a spreadsheet's cell holds no more. */
const EXPORTED = 200;

/** Between the things of one exported cell. */
const BETWEEN = '；';

/**
 * @param {AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 * @param {Kind} kind
 * @param {(row: import('./columns.js').Row, place: number) => void} choose one of a term's places
 * @returns {import('./columns.js').Content}
 */
export function terms(document, say, kind, choose) {
  const { text } = document;
  const counts = countsOf(document);
  /** @param {Term} term @param {number} index */
  const rowOf = (term, index) => {
    const kindName = say.text(`term.${term.kind}`);
    const { occurrences } = term;
    /** @type {import('./columns.js').Row} */
    const row = {
      index,
      spans: occurrences,
      tone: term.kind,
      group: say.text('term.group', { kind: kindName, count: counts[term.kind] }),
      words: [term.text, String(occurrences.length), '', seenWords(term.seen, say), kindName, meaning(term, say), ''],
      order: [term.text, occurrences.length, occurrences[0]?.start ?? '', term.seen?.first ?? '', KINDS.indexOf(term.kind), '', ''],
      drawn: { 2: () => spread(occurrences, text.length) },
      exported: () => [
        term.text,
        String(occurrences.length),
        sectionsOf(document, occurrences).join(BETWEEN),
        seenWords(term.seen, say),
        kindName,
        meaning(term, say),
        occurrences
          .slice(0, EXPORTED)
          .map((span) => contextOf(text, span))
          .map(({ before, term: words, after }) => `${before}【${words}】${after}`)
          .join(BETWEEN),
      ],
      detail: () => {
        const lines = kwic(text, occurrences, say, (place) => choose(row, place));
        return {
          element: element('div', { class: 'in-context' }, members(term, say), seen(term, say), lines.element),
          show: lines.show,
        };
      },
    };
    return row;
  };
  return {
    columns: [
      { key: 'column.term', kind: 'main' },
      { key: 'column.count', kind: 'number' },
      { key: 'column.spread', kind: 'spread' },
      { key: 'column.seen', kind: 'seen' },
      { key: 'column.kind', apart: true },
      { key: 'column.gloss', apart: true },
      { key: 'column.contexts', apart: true },
    ],
    rows: document.terms
      .map((term, index) => ({ term, index }))
      .filter(({ term }) => kind === 'all' || term.kind === kind)
      .sort(
        (a, b) =>
          KINDS.indexOf(a.term.kind) - KINDS.indexOf(b.term.kind) ||
          b.term.occurrences.length - a.term.occurrences.length ||
          a.index - b.index,
      )
      .map(({ term, index }) => rowOf(term, index)),
  };
}

/**
 * The buttons that show one kind alone.
 *
 * @param {AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 * @param {Kind} chosen
 * @param {(kind: Kind) => void} choose
 */
export function termKinds(document, say, chosen, choose) {
  const counts = countsOf(document);
  const kinds = /** @type {const} */ (['all', ...KINDS]);
  return element(
    'div',
    { class: 'kinds' },
    element(
      'div',
      { class: 'choices', role: 'group', 'aria-label': say.text('term.kinds') },
      ...kinds.map((kind) => {
        const count = kind === 'all' ? document.terms.length : counts[kind];
        return element(
          'button',
          {
            type: 'button',
            class: `kind-of ${kind}`,
            'aria-pressed': String(kind === chosen),
            disabled: count === 0,
            onclick: () => choose(kind),
          },
          element('span', { class: 'name' }, say.text(`term.${kind}`)),
          ' ',
          element('span', { class: 'count' }, String(count)),
        );
      }),
    ),
    element('p', { class: 'note' }, say.text(`term.${chosen}.meaning`)),
  );
}

/** @param {AnalysedDocument} document */
function countsOf({ terms: all }) {
  /** @type {Record<TermKind, number>} */
  const counts = { slogan: 0, set_phrase: 0, stock_phrase: 0, keyword: 0 };
  for (const { kind } of all) counts[kind] += 1;
  return counts;
}

/**
 * @param {Term} term
 * @param {import('../core/say.js').Say} say
 */
function meaning({ members: list = [], since, gloss }, say) {
  if (list.length === 0) return gloss ?? '';
  const words = list.join(say.text('term.between'));
  return since ? say.text('term.since', { members: words, year: since }) : words;
}

/**
 * What a numeric slogan counts.
 *
 * @param {Term} term
 * @param {import('../core/say.js').Say} say
 */
function members({ kind, text, members: list = [], since }, say) {
  if (kind !== 'slogan') return null;
  if (list.length === 0) return element('p', { class: 'members unknown' }, say.text('term.unknown'));
  return element(
    'div',
    { class: 'members' },
    element('p', {}, say.text(since ? 'term.members.since' : 'term.members', { slogan: text, count: list.length, year: since ?? '' })),
    element('ol', {}, ...list.map((member) => element('li', {}, member))),
  );
}

/** When official texts had it. @param {Term} term @param {import('../core/say.js').Say} say */
function seen({ seen }, say) {
  return seen ? element('p', { class: 'members seen-long' }, say.text('term.seen.long', { ...seen })) : null;
}

/**
 * The headings under which a term stands, each once.
 *
 * @param {AnalysedDocument} document
 * @param {import('../core/types.js').Span[]} spans
 */
function sectionsOf({ outline }, spans) {
  /** @type {{start: number, title: string}[]} */
  const headings = [];
  const rest = [...outline].reverse();
  for (let heading = rest.pop(); heading; heading = rest.pop()) {
    headings.push({ start: heading.span.start, title: heading.title });
    rest.push(...[...heading.children].reverse());
  }
  const titles = spans.map(({ start }) => headings[firstFrom(headings, start + 1) - 1]?.title ?? '');
  return [...new Set(titles)].filter(Boolean);
}
