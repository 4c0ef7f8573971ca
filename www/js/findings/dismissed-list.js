import { element } from '../core/dom.js';
import { ruleName } from '../reading/explain.js';
import { sorted } from './dismissed.js';

/**
 * What the reader dismissed, below the list, each with its way back.
 *
 * @param {import('../core/types.js').App} app
 */
export function createDismissedList(app) {
  const { state, say, actions } = app;
  let open = false;

  return {
    /**
     * @param {import('../core/types.js').AnalysedDocument} document
     * @returns {HTMLElement | string} nothing where nothing is dismissed
     */
    draw(document) {
      const { dismissed, language } = state.get();
      const { away } = sorted(document, dismissed);
      const quiet = new Set(dismissed.rules);
      if (away.length === 0 && quiet.size === 0) return '';
      const rules = dismissed.rules.map((rule) => {
        const count = document.findings.filter((finding) => finding.rule === rule).length;
        const words = say.text('findings.back.rule', { name: ruleName(rule, say), count });
        return row(say, say.text('findings.kind.rule'), words, () => actions.turnAway('rules', rule, false));
      });
      const single = away.flatMap((index) => {
        const finding = document.findings[index];
        if (!finding || quiet.has(finding.rule)) return [];
        const words = language === 'zh' ? finding.message : finding.message_en;
        return row(say, ruleName(finding.rule, say), words, () =>
          actions.turnAway('findings', finding.identity, false),
        );
      });
      const panel = element(
        'details',
        {
          class: 'dismissed',
          open,
          ontoggle: () => {
            open = panel.open;
          },
        },
        element('summary', {}, say.text('findings.dismissed', { count: away.length, rules: quiet.size })),
        element('p', { class: 'note' }, say.text('findings.dismissed.note')),
        element('ul', {}, ...rules, ...single),
      );
      return panel;
    },
  };
}

/**
 * @param {import('../core/say.js').Say} say
 * @param {string} kind
 * @param {string} words
 * @param {() => void} back
 */
function row(say, kind, words, back) {
  const label = say.text('findings.back.label', { words });
  return element(
    'li',
    {},
    element('span', { class: 'kind' }, kind),
    element('span', { class: 'words' }, words),
    element('button', { type: 'button', class: 'turn', 'aria-label': label, onclick: back }, say.text('findings.back')),
  );
}
