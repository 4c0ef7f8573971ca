/**
 * Places of the text and of the source that it was read from, by `Document.source_map`.
 *
 * @typedef {import('./types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('./types.js').Span} Span
 */

/**
 * Where a stretch of the source stands in the document's text.
 *
 * @param {AnalysedDocument} document
 * @param {Span} span
 * @returns {Span | null} `null` where no part of it is text
 */
export function inText(document, { start, end }) {
  const parts = document.source_map.flatMap(([textStart, sourceStart, length]) => {
    const from = Math.max(start, sourceStart);
    const to = Math.min(end, sourceStart + length);
    const shift = textStart - sourceStart;
    return from < to ? [{ start: from + shift, end: to + shift }] : [];
  });
  const [first] = parts;
  const last = parts[parts.length - 1];
  return first && last ? { start: first.start, end: last.end } : null;
}
