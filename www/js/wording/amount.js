import { written } from './number.js';

/**
 * Amounts as people write them: 1.2万亿元 rather than 1200000000000.
 *
 * @typedef {import('../core/types.js').Claim} Claim
 * @typedef {import('../core/say.js').Say} Say
 */

/** @type {[number, string][]} */
const SCALES_ZH = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
];

/** @type {[number, string][]} */
const SCALES_EN = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
];

/**
 * The whole amount: direction, bound, number and unit (增长7%以上).
 *
 * @param {Claim} claim
 * @param {import('../core/types.js').Language} language
 * @param {Say} say
 */
export function amount(claim, language, say) {
  if (claim.measure === 'rank' || claim.unit === '位') {
    const key = claim.bound === 'at_most' ? 'amount.top' : 'amount.rank';
    return say.text(key, { value: written(Math.abs(claim.value), 'en', 0, language === 'en') });
  }
  const bounded = say.text(`amount.${claim.bound}`, { value: figure(claim, language, say) });
  if (claim.measure === 'growth' || claim.measure === 'change') {
    const direction = claim.value < 0 ? 'down' : 'up';
    return say.text(`amount.${claim.measure}.${direction}`, { value: bounded });
  }
  if (claim.measure === 'share') return say.text('amount.share', { value: bounded });
  return bounded;
}

/**
 * Number and unit alone.
 *
 * @param {Claim} claim
 * @param {import('../core/types.js').Language} language
 * @param {Say} say
 */
export function figure(claim, language, say) {
  const signed = claim.measure === 'growth' || claim.measure === 'change';
  const from = signed ? Math.abs(claim.value) : claim.value;
  const to = claim.value_max === undefined ? undefined : signed ? Math.abs(claim.value_max) : claim.value_max;
  const largest = Math.max(Math.abs(from), Math.abs(to ?? 0));
  const [scale, word] = (language === 'zh' ? SCALES_ZH : SCALES_EN).find(
    ([least]) => largest >= least && !['%', 'pp'].includes(claim.unit ?? ''),
  ) ?? [1, ''];
  const numbers = [from, ...(to === undefined ? [] : [to])]
    .map((value) => written(value / scale, 'en', 4, language === 'en'))
    .join('–');
  return `${numbers}${word}${unit(claim.unit, language, say)}`;
}

/**
 * @param {string | null} name
 * @param {import('../core/types.js').Language} language
 * @param {Say} say
 */
function unit(name, language, say) {
  if (name === null) return '';
  if (name === '%') return '%';
  const known = say.known(`unit.${name}`);
  if (language === 'zh') return known ?? name;
  return ` ${known ?? name}`;
}
