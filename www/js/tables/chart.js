import { element } from '../core/dom.js';
import { pictureButton } from '../export/picture.js';
import { figure } from '../wording/amount.js';
import { indicatorName } from '../wording/indicator.js';
import { periodName } from '../wording/period.js';
import { pairsOf } from './compare.js';

/**
 * The growth of the leading indicators as bars from one zero, in percent and nothing else: hollow
 * what is planned, solid what was reached. The table below is its equivalent.
 *
 * @typedef {import('../core/types.js').Claim} Claim
 * @typedef {'planned' | 'reached'} Side
 */

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Pixels. */
const NAME = 20;
const BAR = 12;
const STEP = 18;
const GAP = 8;

/** Percent of the width that the longest bars take; the rest is for their figures. */
const WIDTH = 62;

/**
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/types.js').Language} language
 * @param {import('../core/say.js').Say} say
 * @returns {HTMLElement | null} `null` where there is nothing to see
 */
export function chart(document, language, say) {
  const shown = (pairsOf(document) ?? []).flatMap(({ indicator, rate }) => {
    /** @type {{side: Side, claim: Claim}[]} */
    const bars = [];
    if (rate?.planned) bars.push({ side: 'planned', claim: rate.planned });
    if (rate?.reached) bars.push({ side: 'reached', claim: rate.reached });
    return bars.length > 0 ? [{ indicator, bars }] : [];
  });
  if (shown.length === 0) return null;

  const ends = shown.flatMap(({ bars }) =>
    bars.flatMap(({ claim: { value, value_max: most } }) => [value, most ?? value]),
  );
  const least = Math.min(0, ...ends);
  const span = Math.max(0, ...ends) - least || 1;
  /** @param {number} value percent of the chart's width */
  const across = (value) => ((value - least) / span) * WIDTH;
  /** @param {Claim} claim */
  const written = (claim) =>
    say.text(`amount.${claim.bound}`, { value: signed(claim, figure(claim, language, say)) });
  // All bars of a side are for the same period.
  const sides = new Map(shown.flatMap(({ bars }) => bars).map(({ side, claim }) => [side, sideName(side, claim, say)]));

  let y = 0;
  const rows = shown.flatMap(({ indicator, bars }) => {
    const made = [draw('text', { x: '0', y: y + 14, class: 'indicator' }, indicatorName(indicator, say))];
    y += NAME;
    for (const { side, claim } of bars) {
      const most = claim.value_max ?? claim.value;
      const from = Math.min(0, claim.value);
      const to = Math.max(0, claim.value);
      made.push(draw('rect', { ...box(across(from), across(to)), y, class: `bar-of ${side}` }));
      if (most !== claim.value) {
        const [low, high] = [Math.min(claim.value, most), Math.max(claim.value, most)];
        made.push(draw('rect', { ...box(across(low), across(high)), y, class: 'bar-of spread' }));
      }
      made.push(draw('text', { x: percent(across(Math.max(to, most, 0))), dx: 6, y: y + 10.5 }, written(claim)));
      y += STEP;
    }
    const zero = percent(across(0));
    made.push(draw('line', { x1: zero, x2: zero, y1: y - STEP * bars.length - 2, y2: y - STEP + BAR + 2, class: 'zero' }));
    y += GAP;
    return made;
  });
  const height = y - GAP;
  const told = shown.map(({ indicator, bars }) =>
    say.text('chart.item', {
      indicator: indicatorName(indicator, say),
      figures: bars
        .map(({ side, claim }) => say.text('chart.figure', { name: sides.get(side) ?? '', value: written(claim) }))
        .join(language === 'zh' ? '，' : ', '),
    }),
  );
  const picture = draw(
    'svg',
    { width: '100%', height, role: 'img', 'aria-labelledby': 'chart-title chart-desc', class: 'bars' },
    draw('title', { id: 'chart-title' }, say.text('chart.title')),
    draw('desc', { id: 'chart-desc' }, [say.text('chart.desc', { count: shown.length }), ...told].join(' ')),
    ...rows,
  );
  return element(
    'figure',
    { class: 'chart' },
    element(
      'figcaption',
      {},
      element('span', { class: 'name' }, say.text('chart.title')),
      ...[...sides].map(([side, name]) => element('span', { class: 'key' }, sampleOf(side), name)),
      pictureButton(() => picture, say.text('chart.title'), say),
    ),
    picture,
    element('p', { class: 'note' }, say.text('chart.equivalent')),
  );
}

/**
 * @param {Side} side
 * @param {Claim} claim
 * @param {import('../core/say.js').Say} say
 */
function sideName(side, { period }, say) {
  const when = periodName(period, say);
  return say.text(`chart.${side}`) + (when ? ` · ${when}` : '');
}

/** @param {Side} side */
function sampleOf(side) {
  return draw(
    'svg',
    { width: 22, height: BAR, 'aria-hidden': 'true' },
    draw('rect', { x: 1, y: 1, width: 20, height: BAR - 2, rx: 2, class: `bar-of ${side}` }),
  );
}

/**
 * A fall keeps its sign here: the bar has no word for it.
 *
 * @param {Claim} claim
 * @param {string} words
 */
function signed({ value, value_max: most = value }, words) {
  return value < 0 && most <= 0 ? `−${words}` : words;
}

/**
 * @param {number} from
 * @param {number} to
 */
function box(from, to) {
  return { x: percent(from), width: percent(Math.max(0.4, to - from)), height: BAR, rx: 2 };
}

/** @param {number} value */
function percent(value) {
  return `${value.toFixed(2)}%`;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
function draw(tag, attributes, ...children) {
  const made = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}
