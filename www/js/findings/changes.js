/**
 * What findings would have the text changed to.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Finding} Finding
 */

/**
 * The changes that a finding suggests, ascending: one, or all of those that it stands for.
 *
 * @param {Finding | undefined} finding
 * @returns {import('../editing/change.js').Change[]}
 */
export function changesOf(finding) {
  const all = [finding?.suggestion, ...(finding?.elsewhere ?? [])];
  return all.flatMap((one) => (one ? [{ ...one.span, words: one.replacement }] : []));
}

/**
 * For the first of the rows of each rule that suggests something, all of them: they can be done at once.
 *
 * @param {AnalysedDocument} document
 * @param {readonly import('../tables/columns.js').Row[]} rows
 * @returns {Map<number, number[]>} indexes of findings
 */
export function alikeIn(document, rows) {
  /** @type {Map<string, number[]>} */
  const byRule = new Map();
  for (const { index } of rows) {
    const finding = document.findings[index];
    if (!finding?.suggestion) continue;
    const there = byRule.get(finding.rule);
    if (there) there.push(index);
    else byRule.set(finding.rule, [index]);
  }
  return new Map([...byRule.values()].map((indexes) => [indexes[0] ?? 0, indexes]));
}
