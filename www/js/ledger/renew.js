import { isTouched } from './rows.js';

/**
 * Rows of a text that was read again, with what the reader made of those before: what was edited stays, what was
 * dropped does not come back, what is new in the text stands where the text has it.
 *
 * @typedef {import('./types.js').Row} Row
 *
 * @param {readonly Row[]} before
 * @param {readonly string[]} came origins of all rows that the core gave before
 * @param {readonly Row[]} fresh as the core gives them now
 * @returns {Row[]}
 */
export function renewed(before, came, fresh) {
  const waiting = byOrigin(fresh);
  const kept = before.flatMap((row) => {
    const again = row.origin === null ? undefined : waiting.get(row.origin)?.shift();
    if (again) return [isTouched(row) ? { ...again, id: row.id, cells: row.cells } : { ...again, id: row.id }];
    return isTouched(row) ? [{ ...row, span: null, task: null }] : [];
  });
  const known = counted(came);
  for (const { origin } of before) if (origin !== null) uncount(known, origin);
  /** New rows, behind the one that they follow. @type {Map<string, Row[]>} */
  const following = new Map();
  const stands = new Set(kept.map(({ origin }) => origin));
  const isNew = new Set([...waiting.values()].flat().filter(({ origin }) => origin === null || !uncount(known, origin)));
  let anchor = '';
  for (const row of fresh) {
    if (isNew.has(row)) following.set(anchor, [...(following.get(anchor) ?? []), row]);
    else if (row.origin !== null && stands.has(row.origin)) anchor = row.origin;
  }
  const placed = kept.flatMap((row) => {
    const behind = following.get(row.origin ?? '\0') ?? [];
    following.delete(row.origin ?? '\0');
    return [row, ...behind];
  });
  return [...(following.get('') ?? []), ...placed];
}

/** @param {readonly Row[]} rows */
function byOrigin(rows) {
  /** @type {Map<string, Row[]>} */
  const found = new Map();
  for (const row of rows) found.set(row.origin ?? '', [...(found.get(row.origin ?? '') ?? []), row]);
  return found;
}

/** @param {readonly string[]} words @returns {Map<string, number>} */
function counted(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Takes one away. @param {Map<string, number>} counts @param {string} word whether there was one */
function uncount(counts, word) {
  const count = counts.get(word) ?? 0;
  if (count > 0) counts.set(word, count - 1);
  return count > 0;
}
