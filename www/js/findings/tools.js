import { element } from '../core/dom.js';
import { ruleName } from '../reading/explain.js';
import { changesOf } from './changes.js';

/**
 * What a reader can do about a finding: do what it suggests, read about its rule, dismiss it or the rule.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 */

/**
 * What the text has and what it is to have, with the buttons that do it, here or wherever the rule found the like.
 *
 * @param {AnalysedDocument} document
 * @param {number} index
 * @param {import('../core/types.js').App} app
 * @param {readonly number[]} [alike] all findings of its rule that suggest something, for the first of them
 * @returns {HTMLElement | null} `null` where nothing is suggested
 */
export function fixOf(document, index, { say, actions }, alike = []) {
  const finding = document.findings[index];
  const suggestion = finding?.suggestion;
  if (!finding || !suggestion) return null;
  const { span, replacement } = suggestion;
  const old = document.text.slice(span.start, span.end);
  const words = replacement ? say.text('findings.fix.label', { old, replacement }) : say.text('findings.fix.delete', { old });
  const name = ruleName(finding.rule, say);
  /** @param {string} kind @param {string} shown @param {string} label @param {readonly number[]} indexes */
  const button = (kind, shown, label, indexes) =>
    element(
      'button',
      {
        type: 'button',
        class: kind,
        'aria-label': label === shown ? undefined : label,
        onclick: (/** @type {Event} */ event) => {
          event.stopPropagation();
          const count = countOf(document, indexes);
          void actions.fix(indexes, say.text('findings.fix.done', { name, count }));
        },
      },
      shown,
    );
  const [own, all] = [[index], alike.length > 1 ? alike : [index]];
  const places = countOf(document, all);
  return element(
    'p',
    { class: 'change' },
    old && element('del', {}, old),
    replacement && element('span', { class: 'into', 'aria-hidden': 'true' }, '→'),
    replacement && element('ins', {}, replacement),
    countOf(document, own) === 1 && button('fix', say.text('findings.fix'), words, own),
    places > 1 && button('fix-all', say.text('findings.fix.all', { count: places }), say.text('findings.fix.all.label', { name, count: places }), all),
  );
}

/** How many places are changed. @param {AnalysedDocument} document @param {readonly number[]} indexes */
function countOf(document, indexes) {
  return indexes.reduce((sum, index) => sum + changesOf(document.findings[index]).length, 0);
}

/**
 * @param {AnalysedDocument} document
 * @param {number} index
 * @param {import('../core/types.js').App} app
 * @returns {HTMLElement}
 */
export function actsOf(document, index, { say, actions }) {
  const { rule = '', identity } = document.findings[index] ?? {};
  const name = ruleName(rule, say);
  /** @param {string} kind @param {string} key @param {() => void} act */
  const button = (kind, key, act) =>
    element(
      'button',
      {
        type: 'button',
        class: kind,
        title: say.text(`${key}.title`, { name }),
        onclick: (/** @type {Event} */ event) => {
          event.stopPropagation();
          act();
        },
      },
      say.text(key),
    );
  return element(
    'p',
    { class: 'acts' },
    element(
      'a',
      {
        href: `rules/${rule}.html`,
        target: '_blank',
        rel: 'noopener',
        title: say.text('findings.explain.title', { name }),
        onclick: (/** @type {Event} */ event) => event.stopPropagation(),
      },
      say.text('findings.explain'),
    ),
    button('away', 'findings.away', () => {
      if (identity) actions.turnAway('findings', identity, true);
    }),
    button('away-rule', 'findings.away-rule', () => actions.turnAway('rules', rule, true)),
  );
}
