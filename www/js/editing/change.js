/**
 * Changes of a text, and what they are in the source. Nothing here knows the page.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 *
 * @typedef {object} Change some words for others; positions in UTF-16 code units
 * @property {number} start
 * @property {number} end
 * @property {string} words
 */

/**
 * The least change that makes one text of another.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Change | null} `null` where they are the same
 */
export function difference(before, after) {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  if (isLow(before, head) || isLow(after, head)) head -= 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (tail > 0 && (isLow(before, before.length - tail) || isLow(after, after.length - tail))) tail -= 1;
  return { start: head, end: before.length - tail, words: after.slice(head, after.length - tail) };
}

/** Whether a position stands between the halves of one character. @param {string} text @param {number} at */
function isLow(text, at) {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * @param {string} text
 * @param {Change[]} changes ascending, apart from one another
 */
export function applied(text, changes) {
  let made = '';
  let from = 0;
  for (const { start, end, words } of changes) {
    made += text.slice(from, start) + words;
    from = end;
  }
  return made + text.slice(from);
}

/**
 * Where a position of the text before a change is after it.
 *
 * @param {number} position
 * @param {Change | null} change
 */
export function moved(position, change) {
  if (!change || position < change.start) return position;
  if (position >= change.end) return position + change.words.length - (change.end - change.start);
  return Math.min(position, change.start + change.words.length);
}

/**
 * What a change of the document's text is in its source. What was set aside between two stretches of
 * text stays in the source; the line ends of the source are kept, and new ones are like them.
 *
 * @param {AnalysedDocument} document
 * @param {string} source
 * @param {Change} change
 * @returns {Change[]} ascending, apart from one another
 */
export function inSource(document, source, { start, end, words }) {
  const runs = document.source_map;
  /** @type {Change[]} */
  const gone = [];
  for (let at = Math.max(0, runAt(runs, start)); at < runs.length; at += 1) {
    const [textStart, sourceStart, length] = /** @type {[number, number, number]} */ (runs[at]);
    if (textStart >= end) break;
    const from = Math.max(start, textStart);
    const to = Math.min(end, textStart + length);
    const shift = sourceStart - textStart;
    if (from < to) gone.push({ start: from + shift, end: to + shift, words: '' });
    // The line end after the run goes too: the blocks are to be one.
    const next = runs[at + 1];
    if (next && textStart + length >= start && textStart + length < end && next[0] > textStart + length) {
      const gap = { start: sourceStart + length, end: next[1], words: '' };
      if (source.slice(gap.start, gap.end).trim() === '') gone.push(gap);
    }
  }
  const joined = together(gone);
  const lines = words.split('\n').join(lineEnd(document, source));
  if (joined[0]) joined[0].words = lines;
  else {
    const place = placeOf(runs, start);
    joined.push({ start: place, end: place, words: lines });
  }
  return joined;
}

/** Changes that touch become one. @param {Change[]} changes @returns {Change[]} */
function together(changes) {
  /** @type {Change[]} */
  const made = [];
  for (const change of changes.sort((a, b) => a.start - b.start)) {
    const last = made[made.length - 1];
    if (last && change.start <= last.end) last.end = Math.max(last.end, change.end);
    else made.push({ ...change });
  }
  return made;
}

/**
 * The last run that begins at a position or before it.
 * @param {AnalysedDocument['source_map']} runs
 * @param {number} position
 */
function runAt(runs, position) {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {[number, number, number]} */ (runs[middle])[0] <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Where words that are put in at a position go: behind the character before it, and at the beginning
 * of a block before the one after it.
 *
 * @param {AnalysedDocument['source_map']} runs
 * @param {number} position
 */
function placeOf(runs, position) {
  const before = position > 0 ? runs[runAt(runs, position - 1)] : undefined;
  if (before && position - 1 < before[0] + before[2]) return before[1] + (position - before[0]);
  const here = runs[runAt(runs, position)];
  if (here && position < here[0] + here[2]) return here[1] + (position - here[0]);
  return before ? before[1] + before[2] : 0;
}

/** So many line ends tell what they are like. */
const ENDS = 200;

/**
 * What stands most often between two blocks of the source: a line end, perhaps with an indent.
 *
 * @param {AnalysedDocument} document
 * @param {string} source
 */
function lineEnd(document, source) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const runs = document.source_map;
  for (let at = 1; at < Math.min(runs.length, ENDS); at += 1) {
    const [before, after] = [runs[at - 1], runs[at]];
    if (!before || !after || after[0] === before[0] + before[2]) continue;
    const gap = source.slice(before[1] + before[2], after[1]);
    if (gap.includes('\n') && gap.trim() === '') counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  let best = '\n';
  for (const [gap, count] of counts) if (count > (counts.get(best) ?? 0)) best = gap;
  return best;
}
