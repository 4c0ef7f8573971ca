/**
 * What tells a finding from others, wherever it stands and however often the text is analysed anew: a
 * hash of its rule, its words and the words around them. The words themselves cannot be had from it.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 */

/** So many characters on either side, within the paragraph, are words around a finding. */
const AROUND = 8;
/** Of a long finding so many characters at either end. */
const LONGEST = 60;

/** @type {WeakMap<AnalysedDocument, string[]>} */
const known = new WeakMap();

/**
 * The identities of a document's findings, in their order.
 *
 * @param {AnalysedDocument} document
 * @returns {string[]}
 */
export function identitiesOf(document) {
  const found = known.get(document);
  if (found && found.length === document.findings.length) return found;
  /** @type {Map<string, number>} */
  const counts = new Map();
  const made = document.findings.map(({ rule, span: { start, end } }) => {
    const { text } = document;
    const before = text.slice(Math.max(0, start - AROUND), start).split('\n').at(-1) ?? '';
    const after = text.slice(end, end + AROUND).split('\n')[0] ?? '';
    const words =
      end - start > 2 * LONGEST
        ? text.slice(start, start + LONGEST) + text.slice(end - LONGEST, end)
        : text.slice(start, end);
    const print = hash([rule, before, words, after].join('\u0000'));
    // The same words in the same surroundings: told apart by their order.
    const count = (counts.get(print) ?? 0) + 1;
    counts.set(print, count);
    return count > 1 ? `${print}.${count}` : print;
  });
  known.set(document, made);
  return made;
}

/** FNV-1a over UTF-16 units, twice with different beginnings: 64 bits. @param {string} words */
function hash(words) {
  let low = 0x811c9dc5;
  let high = 0x1000193;
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13);
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
