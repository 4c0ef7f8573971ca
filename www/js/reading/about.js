import { element } from '../core/dom.js';
import { periodName } from '../wording/period.js';
import { ladderOf, solidity, STEPS } from './ladder.js';

/**
 * What stands above the text: what the document says of itself, what it is made of, and what was
 * set aside.
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/types.js').App} app
 * @param {(table: import('../core/types.js').TableName) => void} openTable
 */
export function showAbout(root, document, app, openTable) {
  const { say } = app;
  root.replaceChildren(
    identity(document, say),
    figures(document, say, openTable),
    steps(document, say),
    ...aside(document, say),
  );
}

/**
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 */
function identity(document, say) {
  const { metadata, kind, statistics } = document;
  const authors = metadata.authors.map(({ name, role, organisation }) =>
    [organisation, role].filter(Boolean).length > 0
      ? say.text('meta.author.post', { name, post: [organisation, role].filter(Boolean).join('') })
      : name,
  );
  /** @type {[string, string | undefined][]} */
  const rows = [
    ['meta.authors', authors.join(say.text('meta.between')) || undefined],
    ['meta.date', periodName(metadata.date?.value, say) || undefined],
    ['meta.occasion', metadata.occasion?.value],
    ['meta.issuer', metadata.issuer?.value],
    ['meta.addressee', metadata.addressee?.value],
    ['meta.document_number', metadata.document_number?.value],
    ['meta.index_number', metadata.index_number?.value],
  ];
  return element(
    'dl',
    { class: 'identity' },
    pair(say.text('meta.kind'), say.text(`document.${kind}`)),
    ...rows.map(([key, value]) => value && pair(say.text(key), value)),
    pair(say.text('meta.length'), say.text('meta.characters', { count: say.number(statistics.characters) })),
  );
}

/**
 * @param {string} name
 * @param {string} value
 */
function pair(name, value) {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value));
}

/**
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 * @param {(table: import('../core/types.js').TableName) => void} openTable
 */
function figures(document, say, openTable) {
  const { claims, tasks, findings } = document;
  /** @type {[import('../core/types.js').TableName, number][]} */
  const counts = [
    ['targets', claims.filter(({ status }) => status === 'target').length],
    ['actuals', claims.filter(({ status }) => status === 'actual').length],
    ['tasks', tasks.length],
    ['findings', findings.length],
  ];
  return element(
    'div',
    { class: 'figures' },
    ...counts.map(([table, count]) =>
      element(
        'button',
        { type: 'button', class: `figure ${table}`, onclick: () => openTable(table) },
        element('span', { class: 'number' }, String(count)),
        element('span', { class: 'name' }, say.text(`table.${table}`)),
      ),
    ),
  );
}

/**
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 */
function steps(document, say) {
  const shares = ladderOf(document.sentences)(0, document.text.length + 1);
  const solid = solidity(shares);
  const all = STEPS.reduce((sum, step) => sum + shares[step], 0);
  const made = element('div', { class: 'steps' });
  if (solid === null) return made;
  const bar = element('div', { class: 'bar', 'aria-hidden': 'true' });
  const legend = element('ul', { class: 'legend' });
  for (const step of STEPS) {
    const segment = element('span', { class: `step ${step}` });
    segment.style.setProperty('flex-grow', String(shares[step]));
    if (shares[step] > 0) bar.append(segment);
    legend.append(
      element(
        'li',
        { title: say.text(`ladder.${step}.meaning`) },
        element('span', { class: `swatch ${step}`, 'aria-hidden': 'true' }),
        say.text(`ladder.${step}`),
        ' ',
        element('b', {}, `${say.number((100 * shares[step]) / all, 0)}%`),
      ),
    );
  }
  made.append(bar, legend);
  return made;
}

/** So many pieces of page furniture are listed. */
const MOST = 200;

/**
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 */
function aside({ set_aside: pieces }, say) {
  if (pieces.length === 0) return [];
  return [
    element(
      'details',
      { class: 'aside' },
      element('summary', {}, say.text('aside.summary', { count: pieces.length })),
      element(
        'ul',
        {},
        ...pieces
          .slice(0, MOST)
          .map(({ kind, text }) =>
            element(
              'li',
              {},
              element('span', { class: 'kind' }, say.text(`aside.${kind}`)),
              element('span', { class: 'words' }, text.slice(0, 400)),
            ),
          ),
      ),
    ),
  ];
}
