/**
 * Units of one kind, in the smallest of them, so that amounts are sorted by what they are: 3 公里 after
 * 800 米.
 *
 * @type {Record<string, number>}
 */
const SIZES = {
  毫米: 0.001,
  厘米: 0.01,
  公里: 1000,
  千米: 1000,
  里: 500,
  平方公里: 1e6,
  平方千米: 1e6,
  公顷: 1e4,
  亩: 1e4 / 15,
  克: 0.001,
  斤: 0.5,
  吨: 1000,
  升: 0.001,
  瓦: 0.001,
  兆瓦: 1000,
  兆瓦时: 1000,
  角: 0.1,
  分: 0.01,
};

/** @param {import('../core/types.js').Claim} claim */
export function trueValue({ value, unit }) {
  return value * (unit !== null && Object.hasOwn(SIZES, unit) ? (SIZES[unit] ?? 1) : 1);
}
