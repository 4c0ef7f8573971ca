import { inSource } from '../core/places.js';
import { sorted } from '../findings/dismissed.js';

/**
 * The findings of a file as comments in it: each with its reason, what belongs to it, and what is suggested.
 *
 * @typedef {import('../core/types.js').Finding} Finding
 * @typedef {{start: number, end: number, words: string}} Comment a place of the source, and what is said there
 */

/**
 * @param {import('../core/types.js').Analysis} analysis
 * @param {import('../findings/dismissed.js').Dismissed} dismissed
 * @param {import('../core/say.js').Say} say
 * @returns {Comment[]}
 */
export function commentsOf(analysis, dismissed, say) {
  return analysis.documents.flatMap((document) =>
    sorted(document, dismissed).open.flatMap((index) => {
      const finding = document.findings[index];
      const place = finding && inSource(document, finding.span);
      return place ? [{ ...place, words: wordsOf(document.text, finding, say) }] : [];
    }),
  );
}

/**
 * @param {string} text
 * @param {Finding} finding
 * @param {import('../core/say.js').Say} say
 */
function wordsOf(text, { severity, message, message_en: english, related, suggestion }, say) {
  const colon = say.text('office.colon');
  const of = (/** @type {import('../core/types.js').Span} */ { start, end }) => text.slice(start, end);
  const lines = [`${say.text(`severity.${severity}`)}${colon}${say.of({ zh: message, en: english })}`];
  for (const one of related) {
    lines.push(`${say.of({ zh: one.message, en: one.message_en })}${colon}“${of(one.span)}”`);
  }
  if (suggestion) {
    const [old, replacement] = [of(suggestion.span), suggestion.replacement];
    const key = replacement === '' ? 'cli.check.delete' : old === '' ? 'cli.check.insert' : 'cli.check.replace';
    lines.push(`${say.text('cli.check.suggestion')}${colon}${say.text(key, { old, new: replacement })}`);
  }
  return lines.join('\n');
}
