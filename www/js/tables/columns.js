import { element } from '../core/dom.js';
import { ruleName } from '../reading/explain.js';
import { amount } from '../wording/amount.js';
import { deadlineNames, firstDeadline, ownerNames } from '../wording/duty.js';
import { indicatorName } from '../wording/indicator.js';
import { periodName } from '../wording/period.js';
import { trueValue } from '../wording/units.js';
import { comparison } from './compare.js';

/**
 * What the tables hold: for each its rows and its columns.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {Exclude<import('../core/types.js').TableName, 'scores' | 'terms'>} ListTable
 *
 * @typedef {object} Row
 * @property {number} index in the document's own list
 * @property {Span[]} spans its places in the text, the first one first
 * @property {string[]} words a cell each, as they are copied and exported
 * @property {(string | number)[]} order a cell each, what it is sorted by
 * @property {string} [tone] a class for the row
 * @property {string} [group] the heading that it stands under
 * @property {Figure[][]} [figures] for a cell that holds several, each with its place
 * @property {Record<number, () => Node>} [drawn] cells that are pictures
 * @property {() => string[]} [exported] the cells for copies and exports, where they are not `words`
 * @property {() => Detail} [detail] what opens under the row when it is chosen
 *
 * @typedef {{element: HTMLElement, show: (span: Span) => void}} Detail `show` marks one of the row's places
 *
 * @typedef {{words: string, period: string, span: Span}} Figure
 *
 * @typedef {'none' | 'section' | 'indicator'} Grouping of targets and results
 *
 * @typedef {object} Column
 * @property {string} key of the string that heads it
 * @property {string} [kind] a class for its cells
 * @property {boolean} [missing] whether an empty cell is something to ask about
 * @property {boolean} [apart] whether it stands over the rows, as the heading of their group
 *
 * @typedef {{columns: Column[], rows: Row[]}} Content
 */

/** Stands between the headings of a path. */
const BETWEEN_SECTIONS = ' › ';

const SEVERITIES = ['error', 'warning', 'info'];

/**
 * @param {ListTable} table
 * @param {AnalysedDocument} document
 * @param {import('../core/types.js').Language} language
 * @param {import('../core/say.js').Say} say
 * @param {Grouping} grouping
 * @returns {Content}
 */
export function contentOf(table, document, language, say, grouping) {
  switch (table) {
    case 'targets':
      return grouped(claims(document, 'target', language, say), document, grouping, say);
    case 'actuals':
      return grouped(claims(document, 'actual', language, say), document, grouping, say);
    case 'compare':
      return comparison(document, language, say);
    case 'tasks':
      return tasks(document, language, say);
    case 'findings':
      return findings(document, language, say);
  }
}

/**
 * @param {AnalysedDocument} document
 * @param {'target' | 'actual'} status
 * @param {import('../core/types.js').Language} language
 * @param {import('../core/say.js').Say} say
 * @returns {Content}
 */
function claims(document, status, language, say) {
  const mine = document.claims
    .map((claim, index) => ({ claim, index }))
    .filter(({ claim }) => claim.status === status);
  const owned = mine.some(({ claim }) => claim.owner);
  const words = mine.map(({ claim }) => besides(claim, say));
  const bounded = words.some(Boolean);
  return {
    columns: [
      { key: 'column.indicator', kind: 'main' },
      { key: 'column.value', kind: 'value' },
      { key: 'column.period', kind: 'period' },
      ...(bounded ? [{ key: 'column.beside', kind: 'short' }] : []),
      ...(owned ? [{ key: 'column.owner', kind: 'owner' }] : []),
      { key: 'column.section', kind: 'section' },
    ],
    rows: mine.map(({ claim, index }, at) => {
      const beside = words[at] ?? '';
      const owner = claim.owner ?? '';
      const section = claim.section.join(BETWEEN_SECTIONS);
      return {
        index,
        spans: [claim.span],
        words: [
          nameOf(claim, say),
          amount(claim, language, say),
          periodName(claim.period, say),
          ...(bounded ? [beside] : []),
          ...(owned ? [owner] : []),
          section,
        ],
        order: [
          claim.indicator || claim.text,
          trueValue(claim),
          claim.period ?? '',
          ...(bounded ? [beside] : []),
          ...(owned ? [owner] : []),
          claim.span.start,
        ],
      };
    }),
  };
}

/** @param {import('../core/types.js').Claim} claim @param {import('../core/say.js').Say} say */
function nameOf(claim, say) {
  return claim.indicator ? indicatorName(claim.indicator, say, claim.name) : claim.text;
}

/**
 * Whose amount a claim tells, of which whole, and compared with what.
 *
 * @param {import('../core/types.js').Claim} claim
 * @param {import('../core/say.js').Say} say
 */
function besides({ scope, of, compared_with: base }, say) {
  const than = base && (base.text.endsWith('比') ? base.text : say.text('beside.base', { words: base.text }));
  return [...scope, of && say.text('beside.whole', { words: of.value }), than].filter(Boolean).join(' · ');
}

/**
 * Puts rows of claims together, groups in the order in which the text comes to them.
 *
 * @param {Content} content
 * @param {AnalysedDocument} document
 * @param {Grouping} grouping
 * @param {import('../core/say.js').Say} say
 * @returns {Content}
 */
function grouped(content, document, grouping, say) {
  if (grouping === 'none') return content;
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  for (const row of content.rows) {
    const claim = document.claims[row.index];
    row.group =
      grouping === 'section'
        ? claim?.section.join(BETWEEN_SECTIONS) || say.text('group.no-section')
        : claim?.indicator
          ? nameOf(claim, say)
          : say.text('group.no-indicator');
    const there = groups.get(row.group);
    if (there) there.push(row);
    else groups.set(row.group, [row]);
  }
  const columns = content.columns.map((column) => {
    if (column.key === `column.${grouping}`) return { ...column, apart: true };
    // Each row still has a cell to be known by.
    return grouping === 'indicator' && column.kind === 'value' ? { ...column, kind: 'main value' } : column;
  });
  return { columns, rows: [...groups.values()].flat() };
}

/**
 * @param {AnalysedDocument} document
 * @param {import('../core/types.js').Language} language
 * @param {import('../core/say.js').Say} say
 * @returns {Content}
 */
function tasks(document, language, say) {
  return {
    columns: [
      { key: 'column.action', kind: 'main' },
      { key: 'column.owner', kind: 'owner', missing: true },
      { key: 'column.deadline', kind: 'period', missing: true },
      { key: 'column.measured', kind: 'value measured', missing: true },
      { key: 'column.section', kind: 'section' },
    ],
    rows: document.tasks.map((task, index) => {
      const measured = task.claims.flatMap((at) => {
        const claim = document.claims[at];
        return claim ? [`${indicatorName(claim.indicator, say, claim.name)} ${amount(claim, language, say)}`.trim()] : [];
      });
      return {
        index,
        spans: [task.span],
        words: [
          task.action,
          ownerNames(task, language, say),
          deadlineNames(task, language, say),
          measured.join(language === 'zh' ? '；' : '; '),
          task.section.join(BETWEEN_SECTIONS),
        ],
        order: [
          task.action,
          task.owners.map((owner) => owner.name).join(),
          firstDeadline(task),
          task.claims.length,
          task.span.start,
        ],
      };
    }),
  };
}

/**
 * @param {AnalysedDocument} document
 * @param {import('../core/types.js').Language} language
 * @param {import('../core/say.js').Say} say
 * @returns {Content}
 */
function findings(document, language, say) {
  return {
    columns: [
      { key: 'column.severity', kind: 'severity' },
      { key: 'column.message', kind: 'main' },
      { key: 'column.place', kind: 'section' },
      { key: 'column.suggestion', kind: 'short' },
    ],
    rows: document.findings.map((finding, index) => ({
      index,
      spans: [finding.span, ...finding.related.map(({ span }) => span)],
      tone: finding.severity,
      words: [
        `${say.text(`severity.${finding.severity}`)} · ${ruleName(finding.rule, say)}`,
        language === 'zh' ? finding.message : finding.message_en,
        document.text.slice(finding.span.start, Math.min(finding.span.end, finding.span.start + 40)),
        finding.suggestion?.replacement ?? '',
      ],
      order: [
        SEVERITIES.indexOf(finding.severity),
        finding.rule,
        finding.span.start,
        finding.suggestion?.replacement ?? '',
      ],
    })),
  };
}

/**
 * A cell's content: what is missing is said, not left blank.
 *
 * @param {Column} column
 * @param {string} words
 * @param {import('../core/say.js').Say} say
 * @returns {Node | string}
 */
export function cell(column, words, say) {
  // Of a path only the last heading fits; the whole path is in the cell's title and in exports.
  if (words && column.kind === 'section') {
    return element('span', { class: 'short-of' }, words.split(BETWEEN_SECTIONS).at(-1));
  }
  if (words && column.kind === 'value measured') return element('span', { class: 'short-of' }, words);
  if (words) return words;
  // Said once over the table; here for those who hear it.
  if (column.missing) {
    return element('span', { class: 'missing none' }, element('span', { 'aria-hidden': 'true' }, '—'), element('span', { class: 'unseen' }, say.text('table.missing')));
  }
  return element('span', { class: 'none' }, '—');
}
