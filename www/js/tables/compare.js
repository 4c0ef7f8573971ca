import { inStretches } from '../core/schedule.js';
import { amount } from '../wording/amount.js';
import { indicatorName } from '../wording/indicator.js';
import { periodName } from '../wording/period.js';
import { trueValue } from '../wording/units.js';

/**
 * What is planned beside what was reached, an indicator a row.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Claim} Claim
 *
 * @typedef {object} Pair
 * @property {string} indicator
 * @property {Claim[]} planned
 * @property {Claim[]} reached
 * @property {Rate | null} rate what the chart shows of it
 *
 * @typedef {{planned: Claim | null, reached: Claim | null}} Rate growth, in percent
 */

/** Indicators that the chart shows. */
const LEADING = 10;

/** Growth above it, in percent, would flatten every other bar; it stands in the table. */
const STEEPEST = 100;

/** Figures of one cell that are shown; exports have them all. */
const SHOWN = 6;

/** @type {WeakMap<AnalysedDocument, Pair[]>} */
const known = new WeakMap();

/**
 * Looks for the pairs in stretches, so that a text of many thousand claims does not hold the page.
 *
 * @param {AnalysedDocument} document
 * @param {AbortSignal} [signal]
 * @returns {Promise<boolean>} whether they are known now
 */
export async function findPairs(document, signal) {
  if (known.has(document)) return true;
  /** @type {Pair[]} */
  const pairs = [];
  const found = await inStretches(search(document, pairs), () => {}, signal);
  if (found) known.set(document, pairs);
  return found;
}

/**
 * Every indicator with both a target and a result, and those that the chart shows, in the order of
 * the text; `null` before they were looked for.
 *
 * @param {AnalysedDocument} document
 * @returns {Pair[] | null}
 */
export function pairsOf(document) {
  return known.get(document) ?? null;
}

/**
 * @param {AnalysedDocument} document
 * @param {Pair[]} found
 * @returns {Generator<void>}
 */
function* search({ claims }, found) {
  /** @type {Map<string, Record<'target' | 'actual', Claim[]>>} */
  const indicators = new Map();
  for (const claim of claims) {
    if (claim.status === 'other' || !claim.indicator) continue;
    let sides = indicators.get(claim.indicator);
    if (!sides) indicators.set(claim.indicator, (sides = { target: [], actual: [] }));
    sides[claim.status].push(claim);
    yield;
  }
  /** @type {Pair[]} */
  const pairs = [];
  for (const [indicator, { target, actual }] of indicators) {
    const planned = unmistakable(target);
    const reached = unmistakable(actual);
    const kinds = new Set(planned.map(kindOf));
    const both = (/** @type {Claim} */ a, /** @type {Claim} */ b) =>
      Number(kinds.has(kindOf(b))) - Number(kinds.has(kindOf(a)));
    pairs.push({ indicator, planned, reached: reached.sort(both), rate: null });
    yield;
  }
  giveRates(pairs);
  chooseLeading(pairs);
  for (const pair of pairs) {
    if (pair.rate || (pair.planned.length > 0 && pair.reached.length > 0)) found.push(pair);
    yield;
  }
}

/**
 * A name that stands for several amounts at one time (项目 12个, 项目 134个) does not say which it is:
 * such amounts are left out. The same amount said again counts once.
 *
 * @param {Claim[]} claims
 */
function unmistakable(claims) {
  /** @type {Map<string, Claim[]>} */
  const same = new Map();
  for (const claim of claims) {
    const key = `${kindOf(claim)}/${claim.period}`;
    const there = same.get(key);
    if (!there) same.set(key, [claim]);
    else if (there.length === 1 && there.every(({ value, value_max: most }) => value !== claim.value || most !== claim.value_max)) {
      there.push(claim);
    }
  }
  return [...same.values()].flatMap((alike) => (alike.length === 1 ? alike : []));
}

/** @param {Claim} claim */
function kindOf({ measure, unit }) {
  return `${measure} ${unit}`;
}

/**
 * Gives each pair its rate, all planned ones of one time and all reached ones of one time: the rate of a
 * year and that of five years are not to be measured with each other.
 *
 * @param {Pair[]} pairs
 */
function giveRates(pairs) {
  const when = commonest(pairs.map(({ planned }) => planned));
  const then = commonest(pairs.map(({ reached }) => reached));
  for (const pair of pairs) {
    const planned = pair.planned.find((claim) => isRate(claim) && claim.period === when) ?? null;
    const reached = pair.reached.find((claim) => isRate(claim) && claim.period === then) ?? null;
    pair.rate = planned || reached ? { planned, reached } : null;
  }
}

/**
 * The period that most indicators have a rate for; of as many, the one that the text has first.
 *
 * @param {Claim[][]} sides
 */
function commonest(sides) {
  /** @type {Map<string | null, number>} */
  const counts = new Map();
  for (const claims of sides) {
    const periods = new Set(claims.filter(isRate).map(({ period }) => period));
    for (const period of periods) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/** @param {Claim} claim */
function isRate({ measure, unit, value, value_max: most = value }) {
  return measure === 'growth' && unit === '%' && Math.max(Math.abs(value), Math.abs(most)) <= STEEPEST;
}

/**
 * Leaves a rate to the leading indicators alone: those with both sides, then what is promised; where
 * nothing is, what was reached.
 *
 * @param {Pair[]} pairs
 */
function chooseLeading(pairs) {
  const both = pairs.filter(({ rate }) => rate?.planned && rate.reached);
  const promised = pairs.filter(({ rate }) => rate?.planned && !rate.reached);
  const reached = pairs.filter(({ rate }) => rate?.reached && !rate.planned);
  const chosen = [...both, ...(both.length + promised.length > 0 ? promised : reached)].slice(0, LEADING);
  // One bar alone says no more than its figure.
  const leading = new Set(chosen.length > 1 ? chosen : []);
  for (const pair of pairs) if (!leading.has(pair)) pair.rate = null;
}

/**
 * @param {AnalysedDocument} document
 * @param {import('../core/types.js').Language} language
 * @param {import('../core/say.js').Say} say
 * @returns {import('./columns.js').Content}
 */
export function comparison(document, language, say) {
  const between = language === 'zh' ? '；' : '; ';
  /** @param {Claim} claim */
  const figure = (claim) => ({
    words: amount(claim, language, say),
    period: periodName(claim.period, say),
    span: claim.span,
  });
  /** @param {ReturnType<typeof figure>[]} figures */
  const inWords = (figures) =>
    figures
      .map(({ words: value, period }) => (period ? say.text('compare.value', { value, period }) : value))
      .join(between);
  return {
    columns: [
      { key: 'column.indicator', kind: 'main' },
      { key: 'column.planned', kind: 'value planned' },
      { key: 'column.reached', kind: 'value reached' },
    ],
    rows: (pairsOf(document) ?? []).map(({ indicator, planned, reached }, index) => {
      const sides = [planned.map(figure), reached.map(figure)];
      return {
        index,
        spans: sides.flatMap((figures) => figures.slice(0, SHOWN).map(({ span }) => span)),
        words: [indicatorName(indicator, say), ...sides.map(inWords)],
        order: [indicator, ...[planned, reached].map(([first]) => (first ? trueValue(first) : ''))],
        figures: [[], ...sides.map((figures) => figures.slice(0, SHOWN))],
      };
    }),
  };
}
