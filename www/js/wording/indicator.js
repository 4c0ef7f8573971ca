/**
 * What a claim measures, in the text's own words; in English with a gloss of what is common.
 *
 * @param {string} words as the text has them
 * @param {import('../core/say.js').Say} say
 * @param {string} [name] the common form of the name
 */
export function indicatorName(words, say, name = words) {
  const gloss = glossOf(name, say) ?? glossOf(words, say);
  return gloss ? `${words} (${gloss})` : words;
}

/**
 * The gloss of the longest known name that a name ends in: that of 地区生产总值 for 全市地区生产总值.
 *
 * @param {string} name
 * @param {import('../core/say.js').Say} say
 */
function glossOf(name, say) {
  for (let at = 0; at < name.length; at += 1) {
    const known = name.slice(at);
    const gloss = say.known(`indicator.${known}`);
    if (gloss) return gloss === known ? null : gloss;
  }
  return null;
}
