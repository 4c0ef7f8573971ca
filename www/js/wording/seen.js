/**
 * The years in which official texts have a phrase: 1998–2012; nothing where that was not counted.
 *
 * @param {import('../core/types.js').Term['seen']} seen
 * @param {import('../core/say.js').Say} say
 */
export function seenWords(seen, say) {
  if (!seen) return '';
  return seen.first === seen.last ? String(seen.first) : say.text('term.seen', { ...seen });
}
