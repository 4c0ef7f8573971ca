/**
 * The place that a document is of, by who issues it, its meeting, its speaker's body or post, its title or its file's name: only
 * texts of one place are joined by a line.
 *
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {string} file
 * @returns {string | null} `null` where none is told
 */
export function placeOf({ metadata, title }, file) {
  const bodies = (metadata.authors ?? []).flatMap(({ organisation, role }) => [organisation, role]);
  const signs = [metadata.issuer?.value, metadata.occasion?.value, ...bodies, title, file.replace(/^[\d\s—_-]*年?/u, '')];
  for (const sign of signs) {
    if (!sign) continue;
    if (STATE.test(sign)) return '全国';
    const place = PLACE.exec(sign)?.[1];
    if (place) return place;
  }
  return null;
}

const STATE = /^(?:在|\d{4}年)?(?:中华人民共和国|全国|国务院)/u;

/** What a name begins with up to the word for its level; 全县 and 我市 are no names. */
const PLACE = /^(?:在|中共|关于)?(?![全各我本])(\p{Script=Han}{1,8}?(?:自治[区州县旗]|[省市县区州盟旗乡镇]))/u;
