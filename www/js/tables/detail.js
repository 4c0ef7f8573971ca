import { element } from '../core/dom.js';
import { width } from './rows.js';

/**
 * What opens under a row of a table.
 *
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {import('./columns.js').Content} Content
 * @typedef {{index: number, row: HTMLElement, show: (span: Span) => void}} Opened
 */

/**
 * Opens what stands under a row, and closes what was open.
 *
 * @param {HTMLElement} root
 * @param {HTMLElement} body
 * @param {Content} content
 * @param {Opened | null} before
 * @param {number | null} index
 * @returns {Opened | null} what is open now
 */
export function openDetail(root, body, content, before, index) {
  if (before?.index === index) return before;
  if (before) {
    body.querySelector(`tr[data-index="${before.index}"] .go`)?.setAttribute('aria-expanded', 'false');
    before.row.remove();
  }
  const made = content.rows.find((row) => row.index === index)?.detail?.();
  if (!made || index === null) return null;
  const row = element('tr', { class: 'detail' }, element('td', { colspan: width(content.columns) }, made.element));
  const above = body.querySelector(`tr[data-index="${index}"]`);
  above?.after(row);
  above?.querySelector('.go')?.setAttribute('aria-expanded', 'true');
  if (above) bring(root, body, above, row);
  return { index, row, show: made.show };
}

/**
 * Scrolls as far as what opened can be seen, and never its row away.
 *
 * @param {HTMLElement} root
 * @param {HTMLElement} body
 * @param {Element} row
 * @param {Element} opened
 */
function bring(root, body, row, opened) {
  const box = root.getBoundingClientRect();
  const below = opened.getBoundingClientRect().bottom - box.bottom + 10;
  const room = row.getBoundingClientRect().top - box.top - (body.previousElementSibling?.clientHeight ?? 0) - 10;
  if (below > 0 && room > 0) root.scrollTop += Math.min(below, room);
}
