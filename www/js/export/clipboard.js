/**
 * Tables on the clipboard: as plain text between tabs, and as HTML, which Word and Excel take as a table.
 */
import { disarm, toTabs } from './csv.js';

/** What an office program is told of a cell, so that it makes no date or number of words. */
const AS_WORDS = `mso-number-format:'\\@'`;

/** How long a button tells how it went, in milliseconds. */
const SHOWN = 1600;

const SIGNS = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });

/**
 * Copies by the event: what `navigator.clipboard.write` is given is laid out in this page first, whose content policy has no
 * styles beside its own.
 *
 * @param {string[][]} rows the heads first
 */
export async function copyTable(rows) {
  const give = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', toTabs(rows));
    event.clipboardData?.setData('text/html', toHtml(rows));
  };
  document.addEventListener('copy', give, { capture: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  if (!copied) await navigator.clipboard.writeText(toTabs(rows));
}

/**
 * Copies at the wish of a button, which tells for a moment how it went.
 *
 * @param {HTMLButtonElement} button
 * @param {string[][]} rows
 * @param {import('../core/say.js').Say} say
 */
export async function copyBy(button, rows, say) {
  try {
    await copyTable(rows);
    button.textContent = say.text('table.copied');
  } catch {
    button.textContent = say.text('table.copy.failed');
  }
  setTimeout(() => (button.textContent = say.text('table.copy')), SHOWN);
}

/**
 * @param {string[][]} rows
 * @param {boolean} [hasHead] whether the first one heads the others
 * @returns {string}
 */
export function toHtml(rows, hasHead = true) {
  const lines = rows.map((cells, at) => {
    const tag = hasHead && at === 0 ? 'th' : 'td';
    const made = cells.map((words) => `<${tag}${isFigure(words) ? '' : ` style="${AS_WORDS}"`}>${escaped(words)}</${tag}>`);
    return `<tr>${made.join('')}</tr>`;
  });
  return `<meta charset="utf-8"><table border="1" style="border-collapse:collapse">${lines.join('')}</table>`;
}

/** @param {string} words */
function isFigure(words) {
  return /^[+-]?\d+(?:\.\d+)?$/.test(words);
}

/** @param {string} words */
function escaped(words) {
  return disarm(words).replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign).replace(/\r?\n/g, '<br>');
}
