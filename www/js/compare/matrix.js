/**
 * Several years in a row: a row an indicator, a column a text, in each cell the target with what became of it.
 *
 * @typedef {import('./types.js').TextComparison} TextComparison
 * @typedef {import('./types.js').Cited} Cited
 * @typedef {import('./types.js').Say} Say
 *
 * @typedef {object} Cell
 * @property {Cited} target
 * @property {Cited | null} result in the text after it
 * @property {string | null} outcome `null`: no later text is there
 * @property {boolean} sure
 *
 * @typedef {{indicator: string, cells: (Cell | null)[]}} Line
 */

/**
 * What stands in most of the years comes first.
 *
 * @param {readonly TextComparison[]} pairs of each text with the next
 * @returns {Line[]}
 */
export function matrixOf(pairs) {
  /** @type {Line[]} */
  const lines = [];
  /** The line of each target, by its text and its claim. @type {Map<string, Line>} */
  const known = new Map();

  /** @param {string} key @param {string} indicator @param {Line} [line] that it goes on with */
  function lineOf(key, indicator, line) {
    const own = known.get(key) ?? line ?? { indicator, cells: Array.from({ length: pairs.length + 1 }, () => null) };
    if (!known.has(key) && !line) lines.push(own);
    known.set(key, own);
    return own;
  }

  pairs.forEach(({ results, targets }, at) => {
    for (const { indicator, target, result, outcome, sure } of results) {
      if (target.claim !== undefined) lineOf(`${at}/${target.claim}`, indicator).cells[at] = { target, result, outcome, sure };
    }
    for (const { indicator, first, second } of targets) {
      if (second?.claim === undefined) continue;
      const line = lineOf(`${at + 1}/${second.claim}`, indicator, known.get(`${at}/${first?.claim}`));
      line.cells[at + 1] = { target: second, result: null, outcome: null, sure: true };
    }
  });
  const count = (/** @type {Line} */ { cells }) => cells.filter((cell) => cell).length;
  return lines.sort((one, other) => count(other) - count(one));
}

/** What a cell says of its result: → 6.4%（达到）. @param {Cell} cell @param {Say} say */
export function becameOf({ outcome, sure }, say) {
  return outcome === null ? '' : say.text(`compare.outcome.${outcome}`) + (sure ? '' : say.text('compare.unsure'));
}

/**
 * @param {readonly Line[]} lines
 * @param {string[]} years
 * @param {string[]} titles
 * @param {Say} say
 * @returns {import('../export/writers.js').Table}
 */
export function tableOfYears(lines, years, titles, say) {
  const shown = (/** @type {Cell | null} */ cell) => {
    if (!cell) return '';
    const told = cell.result?.figure ? `→ ${cell.result.figure} ` : '';
    return [cell.target.figure ?? '', told + becameOf(cell, say)].filter((words) => words !== '').join('\n');
  };
  return {
    title: say.text('compare.matrix'),
    lines: [say.text('compare.of-several', { titles: titles.join(say.text('ledger.between.parts')) })],
    columns: [say.text('compare.column.indicator'), ...years].map((head) => ({ head, width: 24, centred: false })),
    rows: lines.map(({ indicator, cells }) => [indicator, ...cells.map(shown)].map((text) => ({ text }))),
  };
}
