/**
 * What a sheet puts on the clipboard: rows on lines, cells between tabs, a cell with a line break in quotes.
 *
 * @param {string} words
 * @returns {string[][]}
 */
export function blockOf(words) {
  /** @type {string[][]} */
  const rows = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  const whole = words.replace(/\r?\n$/, '');
  for (const [all, quoted, plain = '', end] of whole.matchAll(cells)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '' || all === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}
