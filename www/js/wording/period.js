/**
 * A period of the contract (`2024`, `2021/2025`, `2024-Q1`, `2024-04-15`) as people write it.
 *
 * @param {string | null | undefined} period
 * @param {import('../core/say.js').Say} say
 * @returns {string} empty for none
 */
export function periodName(period, say) {
  if (!period) return '';
  const [from = '', to] = period.split('/');
  if (to === undefined) return point(from, say);
  return say.text('period.range', { from: point(from, say), to: point(to, say) });
}

/**
 * @param {string} point
 * @param {import('../core/say.js').Say} say
 */
function point(point, say) {
  const match = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?$/.exec(point);
  if (!match) return point;
  const [, year = '', quarter, half, month, day] = match;
  if (quarter) return say.text('period.quarter', { year, quarter });
  if (half) return say.text(`period.half${half}`, { year });
  if (month && day) return say.text('period.day', { year, ...plain(month, day, say) });
  if (month) return say.text('period.month', { year, ...plain(month, '1', say) });
  return say.text('period.year', { year });
}

/**
 * @param {string} month
 * @param {string} day
 * @param {import('../core/say.js').Say} say
 */
function plain(month, day, say) {
  return { month: Number(month), day: Number(day), month_en: say.text(`month.${Number(month)}`) };
}

/**
 * A deadline as people write it (2026年6月底前); words stay as they are.
 *
 * @param {string} deadline a period of the contract, or words
 * @param {import('../core/say.js').Say} say
 */
export function dueName(deadline, say) {
  const period = periodName(deadline, say);
  if (period === deadline) return deadline;
  const last = deadline.split('/').at(-1) ?? '';
  if (last.length === 10) return say.text('ledger.due.day', { period });
  return say.text(/[QH]/.test(last) ? 'ledger.due.part' : 'ledger.due', { period });
}
