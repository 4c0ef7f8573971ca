/**
 * Which sentences are running text: a heading may have a step, and counts for no score.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Sentence} Sentence
 */

/** The kinds of block whose sentences count: the core counts those of page furniture too. @type {Set<string | undefined>} */
const RUNNING = new Set(['paragraph', 'noise']);

/**
 * Whether a sentence is no heading, title, byline or salutation.
 *
 * @param {Pick<AnalysedDocument, 'blocks' | 'outline'>} document
 * @returns {(sentence: Sentence) => boolean}
 */
export function inRunningText({ blocks, outline }) {
  const titles = new Set(headings(outline));
  return ({ block, span }) => RUNNING.has(blocks[block]?.kind) && !titles.has(span.start);
}

/** @param {import('../core/types.js').Heading[]} outline @returns {Generator<number>} */
function* headings(outline) {
  for (const { span, children } of outline) {
    yield span.start;
    yield* headings(children);
  }
}
