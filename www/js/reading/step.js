/**
 * The step of one sentence on the 虚实 ladder, and why, in words.
 *
 * @typedef {{step: string, why: string[]}} ToldStep
 */

/**
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {number} place
 * @param {import('../core/say.js').Say} say
 * @returns {ToldStep | null} `null` where no graded sentence holds the place
 */
export function stepAt({ sentences }, place, say) {
  const sentence = sentences.findLast(({ span }) => span.start <= place);
  if (!sentence?.ladder || place >= sentence.span.end) return null;
  return {
    step: say.text(`ladder.${sentence.ladder}`),
    // What is no key is a word of the sentence.
    why: sentence.because.map((key) => say.known(key) ?? say.text('ladder.word', { word: key })),
  };
}
