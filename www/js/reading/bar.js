import { element } from '../core/dom.js';
import { STEPS, solidity } from './ladder.js';

/**
 * A small bar of the ladder: how much of a stretch is 实, how much 虚.
 *
 * @param {import('./ladder.js').Shares} shares
 * @param {import('../core/say.js').Say} say
 * @returns {HTMLElement}
 */
export function bar(shares, say) {
  const solid = solidity(shares);
  const words =
    solid === null
      ? say.text('ladder.none')
      : say.text('ladder.solid', { value: say.number(solid, 0) });
  const made = element('span', { class: 'bar', role: 'img', 'aria-label': words, title: stepsOf(shares, words, say) });
  if (solid === null) return made;
  for (const step of STEPS) {
    if (shares[step] === 0) continue;
    const segment = element('span', { class: `step ${step}` });
    segment.style.setProperty('flex-grow', String(shares[step]));
    made.append(segment);
  }
  return made;
}

/**
 * @param {import('./ladder.js').Shares} shares
 * @param {string} solid
 * @param {import('../core/say.js').Say} say
 */
function stepsOf(shares, solid, say) {
  const all = STEPS.reduce((sum, step) => sum + shares[step], 0);
  if (all === 0) return solid;
  const steps = STEPS.filter((step) => shares[step] > 0).map((step) =>
    say.text('ladder.share', { step: say.text(`ladder.${step}`), value: say.number((100 * shares[step]) / all, 0) }),
  );
  return say.text('ladder.shares', { solid, steps: steps.join(say.text('meta.between')) });
}
