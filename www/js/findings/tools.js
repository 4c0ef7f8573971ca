import { element } from '../core/dom.js';
import { ruleName } from '../reading/explain.js';

/**
 * What a reader can do about a finding: do what it suggests, read about its rule, dismiss it or the rule.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 */

/**
 * What the text has and what it is to have, with the button that does it.
 *
 * @param {AnalysedDocument} document
 * @param {number} index
 * @param {import('../core/types.js').App} app
 * @returns {HTMLElement | null} `null` where nothing is suggested
 */
export function fixOf(document, index, { say, actions }) {
  const finding = document.findings[index];
  const suggestion = finding?.suggestion;
  if (!finding || !suggestion) return null;
  const { span, replacement } = suggestion;
  const old = document.text.slice(span.start, span.end);
  const words = replacement ? say.text('findings.fix.label', { old, replacement }) : say.text('findings.fix.delete', { old });
  return element(
    'p',
    { class: 'change' },
    old && element('del', {}, old),
    replacement && element('span', { class: 'into', 'aria-hidden': 'true' }, '→'),
    replacement && element('ins', {}, replacement),
    element(
      'button',
      {
        type: 'button',
        class: 'fix',
        'aria-label': words,
        onclick: (/** @type {Event} */ event) => {
          event.stopPropagation();
          void actions.fix(index);
        },
      },
      say.text('findings.fix'),
    ),
  );
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
