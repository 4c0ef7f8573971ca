/**
 * Where the dates and owners stand that the analysis names. A task has the places of its own; those of a claim's
 * period are looked up inside the sentence that it belongs to.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {{span: import('../core/types.js').Span,
 *   table: import('../core/types.js').TableName | null, index: number}} Place
 */

const DATE =
  /(?:[12]\d{3}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日|底|末|份)?|[今明去]年|年内|年底|本月|季度末|[上下]半年|“?十[一二三四五六]五”?时期?)(?:底|末|以?前|之前|内)*/g;

/**
 * @param {AnalysedDocument} document
 * @returns {Generator<Place>} each as it is found
 */
export function* placesOfDatesAndOwners(document) {
  const { text, metadata, tasks, claims, sentences } = document;
  const seen = new Set();
  /**
   * @param {number} start
   * @param {number} end
   * @param {Place['table']} table
   * @param {number} index
   * @returns {Place[]}
   */
  const fresh = (start, end, table, index) => {
    if (seen.has(start)) return [];
    seen.add(start);
    return [{ span: { start, end }, table, index }];
  };
  if (metadata.date?.span) yield* fresh(metadata.date.span.start, metadata.date.span.end, null, 0);
  for (const [index, task] of tasks.entries()) {
    for (const { span } of [...task.owners, ...task.deadlines]) {
      yield* fresh(span.start, span.end, 'tasks', index);
    }
  }
  for (const [index, claim] of claims.entries()) {
    const sentence = sentences[claim.sentence];
    if (!sentence || claim.status === 'other' || !claim.period) continue;
    const words = text.slice(sentence.span.start, claim.span.start);
    const dates = [...words.matchAll(DATE)];
    const nearest = dates[dates.length - 1];
    if (!nearest) continue;
    const at = sentence.span.start + nearest.index;
    yield* fresh(at, at + nearest[0].length, claim.status === 'target' ? 'targets' : 'actuals', index);
  }
}
