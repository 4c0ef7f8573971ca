import { element } from '../core/dom.js';

/**
 * What the rows of a table do not state, said once over it: each such cell has but a dash.
 *
 * @param {import('./columns.js').Content} content
 * @param {import('../core/say.js').Say} say
 * @returns {HTMLElement | null} `null` where nothing is missing
 */
export function lackNote({ columns, rows }, say) {
  const parts = columns.flatMap((column, at) => {
    const count = column.missing ? rows.filter(({ words }) => !words[at]).length : 0;
    return count > 0 ? [say.text('table.lacks.part', { column: say.text(column.key), count })] : [];
  });
  if (parts.length === 0) return null;
  return element('p', { class: 'lacks' }, say.text('table.lacks', { parts: parts.join(say.text('meta.between')) }));
}
