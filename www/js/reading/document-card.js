import { element } from '../core/dom.js';
import { periodName } from '../wording/period.js';

/**
 * The document's card: what it says of itself. What has its place in the text leads there.
 *
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {{value: string, span?: Span}} Stated
 */

/**
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 * @param {(span: Span) => void} goTo
 */
export function documentCard({ metadata, kind, statistics }, say, goTo) {
  const { date, occasion, issuer, addressee, document_number, index_number } = metadata;
  const authors = metadata.authors.map(({ name, role, organisation, span }) => {
    const post = [organisation, role].filter(Boolean).join('');
    return { value: post ? say.text('meta.author.post', { name, post }) : name, span };
  });
  /** @type {[string, (Stated | null | undefined)[]][]} */
  const rows = [
    ['meta.kind', [{ value: say.text(`document.${kind}`) }]],
    ['meta.length', [{ value: say.text('meta.characters', { count: say.number(statistics.characters) }) }]],
    ['meta.authors', authors],
    ['meta.date', [date && { value: periodName(date.value, say), span: date.span }]],
    ['meta.occasion', [occasion]],
    ['meta.issuer', [issuer, ...(metadata.joint_issuers ?? [])]],
    ['meta.addressee', [addressee]],
    ['meta.document_number', [document_number]],
    ['meta.index_number', [index_number]],
  ];
  const told = rows.flatMap(([key, stated]) => {
    const values = stated.flatMap((one) => (one?.value ? [one] : []));
    return values.length > 0 ? [{ key, values, columns: columnsOf(values) }] : [];
  });
  // What is long comes last, so that there are no holes.
  told.sort((a, b) => a.columns - b.columns);
  return element(
    'dl',
    { class: 'identity' },
    ...told.map(({ key, values, columns }) => row(key, values, columns, say, goTo)),
  );
}

/**
 * @param {string} key
 * @param {Stated[]} values
 * @param {number} columns
 * @param {import('../core/say.js').Say} say
 * @param {(span: Span) => void} goTo
 */
function row(key, values, columns, say, goTo) {
  const told = values.flatMap(({ value, span }, index) => [
    index > 0 && say.text('meta.between'),
    span
      ? element(
          'button',
          { type: 'button', class: 'place', title: say.text('meta.place'), onclick: () => goTo(span) },
          value,
        )
      : value,
  ]);
  return element(
    'div',
    { class: columns === 1 ? undefined : columns === 2 ? 'wide' : 'long' },
    element('dt', {}, say.text(key)),
    element('dd', {}, ...told),
  );
}

/** Chinese characters that fit a column. */
const COLUMN = 9;

/**
 * How many columns the values take, 3 standing for the whole width.
 * @param {Stated[]} values
 */
function columnsOf(values) {
  let width = 2 * (values.length - 1);
  for (const { value } of values) {
    for (const character of value) width += character < '\u0100' ? 0.55 : 1;
  }
  return width <= COLUMN ? 1 : width <= 2 * COLUMN ? 2 : 3;
}
