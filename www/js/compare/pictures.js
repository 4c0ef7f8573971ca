import { element } from '../core/dom.js';
import { draw } from '../several/draw.js';

/**
 * The pictures of a comparison: bars of what became of the rows, and a slope of each target's number.
 *
 * @typedef {import('./types.js').Say} Say
 */

/**
 * A bar of all rows, a part an outcome; a part is a button that shows its rows alone.
 *
 * @param {[string, number][]} counts
 * @param {string} group
 * @param {string | null} wanted
 * @param {Say} say
 * @param {(outcome: string | null) => void} choose
 */
export function barsOf(counts, group, wanted, say, choose) {
  const most = Math.max(1, ...counts.map(([, count]) => count));
  return element(
    'ul',
    { class: 'outcome-bars', 'aria-label': say.text('compare.filter') },
    ...counts.map(([outcome, count]) => {
      const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
      bar.style.inlineSize = `${(count / most) * 100}%`;
      return element(
        'li',
        {},
        element(
          'button',
          { type: 'button', class: 'outcome', 'data-outcome': outcome, 'aria-pressed': String(outcome === wanted), onclick: () => choose(outcome === wanted ? null : outcome) },
          element('span', { class: 'name' }, say.text(`compare.${group}.${outcome}`)),
          element('span', { class: 'track' }, bar),
          element('span', { class: 'count' }, String(count)),
        ),
      );
    }),
  );
}

const WIDTH = 132;
const HEIGHT = 76;
const EDGE = 16;

/** So many slopes are drawn. */
const MOST = 24;

/**
 * A small picture for each target that both texts have and that changed: a line from the earlier to the later number.
 *
 * @param {readonly {head: string, from: number, to: number, shownFrom: string, shownTo: string}[]} slopes
 * @param {Say} say
 */
export function slopesOf(slopes, say) {
  const shown = slopes.slice(0, MOST);
  return element(
    'div',
    { class: 'slopes', role: 'group', 'aria-label': say.text('compare.slopes') },
    ...shown.map(({ head, from, to, shownFrom, shownTo }) => {
      const most = Math.max(Math.abs(from), Math.abs(to)) || 1;
      const at = (/** @type {number} */ value) => HEIGHT - EDGE - (Math.abs(value) / most) * (HEIGHT - 2 * EDGE);
      const way = Math.abs(to) > Math.abs(from) ? 'up' : Math.abs(to) < Math.abs(from) ? 'down' : 'level';
      const words = say.text('compare.slope', { name: head, from: shownFrom, to: shownTo });
      return element(
        'figure',
        { class: `slope ${way}` },
        draw(
          'svg',
          { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': words },
          draw('line', { class: 'axis', x1: EDGE, x2: EDGE, y1: EDGE / 2, y2: HEIGHT - EDGE }),
          draw('line', { class: 'axis', x1: WIDTH - EDGE, x2: WIDTH - EDGE, y1: EDGE / 2, y2: HEIGHT - EDGE }),
          draw('line', { class: 'way', x1: EDGE, y1: at(from), x2: WIDTH - EDGE, y2: at(to) }),
          draw('circle', { cx: EDGE, cy: at(from), r: 3 }),
          draw('circle', { cx: WIDTH - EDGE, cy: at(to), r: 3 }),
        ),
        element('figcaption', {}, element('strong', {}, head), element('span', {}, `${shownFrom} → ${shownTo}`)),
      );
    }),
  );
}
