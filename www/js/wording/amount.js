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
  const values = [from, ...(to === undefined ? [] : [to])];
  const [scale, word] = scaleOf(values, claim.unit, language);
  const numbers = values.map((value) => written(value / scale, 'en', DIGITS, language === 'en'));
  const named = `${word}${unit(claim.unit, language, say)}`;
  // 13–17万元 could be 13 yuan: both ends bear the scale and the percent sign (GB/T 15835—2011).
  const both = language === 'zh' && (word || claim.unit === '%');
  return numbers.join(both ? `${named}–` : '–') + named;
}

/** Digits that are written after the point. */
const DIGITS = 4;

/**
 * The largest scale that leaves nothing of the numbers out: 12345.6789万 rather than 1.2346亿.
 *
 * @param {number[]} values
 * @param {string | null} name of the unit
 * @param {import('../core/types.js').Language} language
 * @returns {[number, string]}
 */
function scaleOf(values, name, language) {
  if (name === '%' || name === 'pp') return [1, ''];
  const largest = Math.max(...values.map(Math.abs));
  const fitting = (language === 'zh' ? SCALES_ZH : SCALES_EN).filter(([least]) => largest >= least);
  const whole = fitting.find(([scale]) =>
    values.every((value) => {
      const shifted = (value / scale) * 10 ** DIGITS;
      return Math.abs(shifted - Math.round(shifted)) < 1e-6 * Math.max(1, Math.abs(shifted) * 1e-6);
    }),
  );
  return whole ?? fitting[fitting.length - 1] ?? [1, ''];
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
