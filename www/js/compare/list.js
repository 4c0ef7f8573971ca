import { element } from '../core/dom.js';
import { frame, inStretches } from '../core/schedule.js';

/**
 * Rows of a comparison as a table, some at a time; both places of a row are a click away.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Say} Say
 * @typedef {(side: 'first' | 'second', row: Row) => void} Go shows a place in its text
 */

/** Rows that are made at first, and with each wish for more. */
const MOST = 300;

export function createList() {
  const head = element('thead');
  const body = element('tbody');
  const more = element('button', { type: 'button', class: 'more', hidden: true });
  const table = element('table', { class: 'pair-rows' }, head, body);
  let task = new AbortController();
  /** Draws all rows at once. */
  let drawAll = () => {};

  /**
   * @template T
   * @param {string} face
   * @param {string[]} heads
   * @param {readonly T[]} rows
   * @param {(row: T) => HTMLElement} make
   * @param {Say} say
   * @param {number} [count]
   */
  async function show(face, heads, rows, make, say, count = MOST) {
    task.abort();
    task = new AbortController();
    const { signal } = task;
    table.dataset.face = face;
    table.style.setProperty('--columns', String(heads.length));
    head.replaceChildren(element('tr', {}, ...heads.map((name) => element('th', { scope: 'col' }, name))));
    body.replaceChildren();
    drawAll = () => {
      task.abort();
      body.replaceChildren(...rows.map(make));
      for (const details of body.querySelectorAll('details')) details.open = true;
    };
    const shown = rows.slice(0, count);
    await inStretches(shown, (row) => body.append(make(row)), signal, frame);
    if (signal.aborted) return;
    more.hidden = rows.length <= count;
    more.textContent = say.text('several.more', { count: rows.length - shown.length });
    more.onclick = () => void show(face, heads, rows, make, say, count + MOST);
  }

  return {
    root: element('div', { class: 'pair-table' }, table, more),
    show,
    drawAll: () => drawAll(),
    clear() {
      task.abort();
      drawAll = () => {};
      body.replaceChildren();
      head.replaceChildren();
      more.hidden = true;
    },
  };
}

/**
 * The heads of two texts' rows, and what makes a row.
 *
 * @param {readonly Row[]} rows
 * @param {string} face
 * @param {Say} say
 * @param {[string, string]} titles
 * @param {Go} go
 */
export function pairTable(rows, face, say, titles, go) {
  const hasHead = rows.some((row) => row.head !== '');
  const hasNext = face === 'results';
  const next = say.text('compare.column.next');
  const heads = [...(hasHead ? [say.text(face === 'phrases' ? 'compare.column.phrase' : 'compare.column.indicator')] : []), say.text('compare.column.outcome'), ...titles, ...(hasNext ? [next] : [])];
  const make = (/** @type {Row} */ row) =>
    element(
      'tr',
      {},
      hasHead && element('th', { scope: 'row' }, row.head),
      element('td', { class: 'became' }, element('span', { class: 'outcome', 'data-outcome': row.outcomes.at(-1) ?? '' }, row.told), row.note && element('small', {}, row.note)),
      cell('first', row, say, titles[0], go),
      cell('second', row, say, titles[1], go),
      hasNext && element('td', { 'data-head': next }, row.next ?? ''),
    );
  return { heads, make };
}

/** @param {'first' | 'second'} side @param {Row} row @param {Say} say @param {string} title @param {Go} go */
function cell(side, row, say, title, go) {
  const cited = row[side];
  const shown = side === 'first' ? row.shownFirst : row.shownSecond;
  if (!cited) return element('td', { class: 'nothing', 'data-head': title }, '—');
  const isFigure = shown !== cited.words;
  return element(
    'td',
    { 'data-head': title },
    element('button', { type: 'button', class: 'place', title: say.text('compare.go', { title }), onclick: () => go(side, row) }, shown),
    isFigure && element('details', {}, element('summary', {}, say.text('compare.sentence')), element('p', { lang: 'zh-CN' }, cited.words)),
  );
}
