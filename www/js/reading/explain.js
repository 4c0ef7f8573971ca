import { amount } from '../wording/amount.js';
import { deadlineNames, ownerNames } from '../wording/duty.js';
import { indicatorName } from '../wording/indicator.js';
import { periodName } from '../wording/period.js';
import { announcedWords, stateOf } from './announced.js';

/** So many announced parts are told; the outline lists them all. */
const PARTS = 8;

/**
 * What a highlight means, in words.
 *
 * @typedef {{kind: string, title: string, rows: [string, string][], why: string[]}} Explanation
 *
 * @param {import('./marks.js').Mark} mark
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/types.js').App} app
 * @returns {Explanation}
 */
export function explain(mark, document, { say, state }) {
  const words = document.text.slice(mark.start, mark.end);
  /** @type {[string, string][]} */
  const rows = [];
  /** @type {(key: string, value: string | undefined | null) => void} */
  const row = (key, value) => {
    if (value) rows.push([say.text(key), value]);
  };
  const { language } = state.get();
  const chinese = language === 'zh';

  if (mark.layer === 'targets' || mark.layer === 'actuals') {
    const claim = document.claims[mark.index];
    if (!claim) return { kind: '', title: words, rows, why: [] };
    row('column.indicator', indicatorName(claim.indicator ?? '', say, claim.name));
    if (claim.name !== claim.indicator) row('column.name', claim.name);
    row('column.of-whom', claim.scope.join('、'));
    row('column.whole', claim.of?.value);
    row('column.base', [claim.compared_with?.text, periodName(claim.compared_with?.period, say)].filter(Boolean).join(' · '));
    row('column.bound', say.text(`bound.${claim.bound}`));
    row('column.measure', say.text(`measure.${claim.measure}`));
    row('column.period', periodName(claim.period, say) || say.text('period.none'));
    row('column.commitment', claim.commitment);
    row('column.owner', claim.owner);
    row('column.section', claim.section.at(-1));
    return {
      kind: say.text(`kind.${mark.layer}`),
      title: amount(claim, language, say),
      rows,
      why: claim.because.map((key) => say.known(key) ?? key),
    };
  }
  if (mark.layer === 'dates') {
    const task = mark.table === 'tasks' ? document.tasks[mark.index] : undefined;
    const claim =
      mark.table === 'targets' || mark.table === 'actuals' ? document.claims[mark.index] : undefined;
    row('column.owner', ownerNames(task, language, say));
    row('column.deadline', deadlineNames(task, language, say));
    row('column.action', task?.action);
    if (claim) {
      row('column.indicator', indicatorName(claim.indicator ?? '', say, claim.name));
      row('column.period', periodName(claim.period, say));
    }
    if (mark.table === null) row('meta.date', periodName(document.metadata.date?.value, say));
    return { kind: say.text('kind.dates'), title: words, rows, why: [] };
  }
  if (mark.layer === 'findings') {
    const finding = document.findings[mark.index];
    if (!finding) return { kind: '', title: words, rows, why: [] };
    row('column.suggestion', finding.suggestion?.replacement);
    return {
      kind: `${say.text(`severity.${finding.severity}`)} · ${ruleName(finding.rule, say)}`,
      title: chinese ? finding.message : finding.message_en,
      rows,
      why: finding.related.map(({ message, message_en: english, span }) => {
        const place = document.text.slice(span.start, Math.min(span.end, span.start + 24));
        return `${chinese ? message : english}${place ? `：${place}` : ''}`;
      }),
    };
  }
  if (mark.layer === 'announced') {
    const announcement = document.announcements[mark.index];
    if (!announcement) return { kind: '', title: words, rows, why: [] };
    const { items } = announcement;
    row('announced.told', announcedWords(announcement, say));
    return {
      kind: say.text('kind.announced'),
      title: words,
      rows: [...rows, [say.text('announced.state'), say.text(`announced.${stateOf(announcement)}`)]],
      why: items
        .slice(0, PARTS)
        .map(({ span }) => document.text.slice(span.start, Math.min(span.end, span.start + 24)))
        .concat(items.length > PARTS ? [say.text('announced.more', { count: items.length - PARTS })] : []),
    };
  }
  const term = document.terms[mark.index];
  row('column.count', term && String(term.occurrences.length));
  row('column.gloss', term?.gloss);
  return { kind: say.text(`term.${term?.kind ?? 'set_phrase'}`), title: words, rows, why: [] };
}

/**
 * @param {string} rule
 * @param {import('../core/say.js').Say} say
 */
export function ruleName(rule, say) {
  return say.known(`rule.${rule}`) ?? rule;
}
