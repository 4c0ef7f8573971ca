/**
 * A table in Markdown, as GitHub and most notebooks read it.
 *
 * @param {string} title
 * @param {string[]} notes
 * @param {string[][]} rows the heads first
 */
export function toMarkdown(title, notes, rows) {
  const [heads = [], ...others] = rows;
  const line = (/** @type {string[]} */ cells) => `| ${cells.map(cell).join(' | ')} |`;
  const table = [line(heads), `|${heads.map(() => ' --- |').join('')}`, ...others.map(line)];
  return [`# ${cell(title)}`, '', ...notes.flatMap((note) => [cell(note), '']), ...table, ''].join('\n');
}

/** What would end a cell, or begin a mark of its own, is written so that it does not. @param {string} words */
function cell(words) {
  return words.replace(/[\\|*_`<[\]]/g, '\\$&').replace(/\r?\n/g, '<br>');
}
