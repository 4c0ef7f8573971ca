import { inOrder, partName, SCORES } from './names.js';

/**
 * The scores as rows, for copies and exports.
 *
 * @param {import('./scope.js').Scope} scope
 * @param {import('../core/say.js').Say} say
 * @returns {string[][]}
 */
export function scoreRows({ scores, title }, say) {
  const where = title || say.text('scope.whole');
  return [
    [say.text('column.scope'), say.text('column.score'), say.text('column.part'), say.text('column.figure')],
    ...SCORES.flatMap((name) => {
      const { value, parts } = scores[name];
      const score = say.text(`score.${name}`);
      const whole = value === null || value === undefined ? [] : [[where, score, '', String(value)]];
      return [
        ...whole,
        ...inOrder(parts).map(([part, figure]) => [where, score, partName(part, say), String(figure)]),
      ];
    }),
  ];
}
