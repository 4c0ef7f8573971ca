import { element } from '../core/dom.js';
import { ruleName } from '../reading/explain.js';
import { actsOf, fixOf } from './tools.js';

/** Characters of the text on either side of the place. */
const AROUND = 16;
/** Characters of the place that are shown. */
const LONGEST = 60;

/**
 * A finding in the list: its rule, what is wrong, the place with some words around it, and what can be done about it.
 *
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../tables/columns.js').Row} row
 * @param {boolean} marked
 * @param {import('../core/types.js').App} app
 * @param {() => void} choose
 * @param {readonly number[]} alike all findings of its rule that can be fixed at once, for the first of them
 */
export function itemOf(document, row, marked, app, choose, alike) {
  const finding = document.findings[row.index];
  return element(
    'li',
    {
      class: `finding ${row.tone ?? ''}`,
      'data-index': row.index,
      'aria-current': marked ? 'true' : undefined,
      onclick: choose,
    },
    element('p', { class: 'rule' }, ruleName(finding?.rule ?? '', app.say)),
    element('button', { type: 'button', class: 'go' }, row.words[1] ?? ''),
    excerpt(document.text, finding?.span),
    fixOf(document, row.index, app, alike),
    actsOf(document, row.index, app),
  );
}

/**
 * A place of the text, marked, with the words of its line around it.
 *
 * @param {string} text
 * @param {import('../core/types.js').Span} [span]
 */
function excerpt(text, { start, end } = { start: 0, end: 0 }) {
  const to = Math.min(end, start + LONGEST);
  const opens = text.lastIndexOf('\n', start - 1) + 1;
  const closes = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
  const from = Math.max(opens, start - AROUND);
  const until = to < end ? to : Math.min(closes, to + AROUND);
  return element(
    'p',
    { class: 'excerpt', lang: 'zh-CN' },
    from > opens && '…',
    text.slice(from, start),
    element('mark', {}, text.slice(start, to)),
    text.slice(to, until),
    until < closes && '…',
  );
}
