/**
 * What scores are of: the whole document, or one of its sections.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Heading} Heading
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {import('../core/types.js').ScoreSet} ScoreSet
 *
 * @typedef {object} Scope
 * @property {Span} stretch
 * @property {ScoreSet} scores
 * @property {string} title empty for the whole document
 * @property {number} depth from 0; of the whole document -1
 */

/** @type {WeakMap<AnalysedDocument, Scope[]>} */
const known = new WeakMap();

/**
 * The whole document first, then the sections that have scores, in the order of the text.
 *
 * @param {AnalysedDocument} document
 * @returns {Scope[]}
 */
export function scopesOf(document) {
  const before = known.get(document);
  if (before) return before;
  const { document: scores, sections } = document.scores;
  const whole = { stretch: { start: 0, end: document.text.length + 1 }, scores, title: '', depth: -1 };
  const scored = new Map(sections.map((section) => [key(section.section), section.scores]));
  /** @type {Scope[]} */
  const scopes = [whole];
  /** @type {{heading: Heading, depth: number}[]} */
  const rest = document.outline.map((heading) => ({ heading, depth: 0 })).reverse();
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { heading, depth } = next;
    const found = scored.get(key(heading.section));
    if (found) scopes.push({ stretch: heading.section, scores: found, title: heading.title, depth });
    for (const child of [...heading.children].reverse()) rest.push({ heading: child, depth: depth + 1 });
  }
  known.set(document, scopes);
  return scopes;
}

/**
 * The smallest stretch with scores that holds a section.
 *
 * @param {AnalysedDocument} document
 * @param {Span | null} section
 * @returns {Scope}
 */
export function scopeOf(document, section) {
  const scopes = scopesOf(document);
  const holding = section
    ? scopes.filter(({ stretch }) => stretch.start <= section.start && stretch.end >= section.end)
    : scopes.slice(0, 1);
  return /** @type {Scope} */ (holding[holding.length - 1]);
}

/** @param {Span} span */
function key({ start, end }) {
  return `${start}/${end}`;
}
