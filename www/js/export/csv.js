/**
 * Tables as CSV (RFC 4180) and as tab-separated text for the clipboard.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV
 * injection); a plain number keeps its sign.
 */

/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

/**
 * @param {string} words
 * @returns {string}
 */
export function disarm(words) {
  return /^[=+\-@\t\r]/.test(words) && !PLAIN_NUMBER.test(words) ? `'${words}` : words;
}

/**
 * @param {string[][]} rows the heads first
 * @returns {string}
 */
export function toCsv(rows) {
  const quote = (/** @type {string} */ words) =>
    /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  const lines = rows.map((row) => row.map((words) => quote(disarm(words))).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/**
 * @param {string[][]} rows
 * @returns {string}
 */
export function toTabs(rows) {
  return rows.map((row) => row.map((words) => disarm(words.replace(/[\t\r\n]+/g, ' '))).join('\t')).join('\n');
}
