/**
 * Places of the text and of the source that it was read from, by `Document.source_map`.
 *
 * @typedef {import('./types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('./types.js').Span} Span
 */

/**
 * Where a stretch of the document's text stands in the source, from its first character there to its last.
 *
 * @param {AnalysedDocument} document
 * @param {Span} span
 * @returns {Span | null} `null` where no part of it is of the source
 */
export function inSource(document, { start, end }) {
  const runs = document.source_map.filter(([at, , length]) => at < end && at + length > start);
  const [first, last] = [runs[0], runs[runs.length - 1]];
  if (!first || !last) return null;
  return {
    start: first[1] + Math.max(0, start - first[0]),
    end: last[1] + Math.min(last[2], end - last[0]),
  };
}

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
