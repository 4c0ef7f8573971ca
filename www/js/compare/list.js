import { element } from '../core/dom.js';
import { frame, inStretches } from '../core/schedule.js';

/**
 * The rows of a comparison as a table: what became of each, and both places, a click away.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Say} Say
 */

/** Rows that are made at first, and with each wish for more. */
const MOST = 300;

/**
 * @param {(side: 'first' | 'second', row: Row) => void} go shows a place in its text
 */
export function createList(go) {
  const head = element('thead');
  const body = element('tbody');
  const more = element('button', { type: 'button', class: 'more', hidden: true });
  const table = element('table', { class: 'pair-rows' }, head, body);
  let task = new AbortController();

  /** @param {readonly Row[]} rows @param {string} face @param {Say} say @param {[string, string]} titles @param {number} [count] */
  async function show(rows, face, say, titles, count = MOST) {
    task.abort();
    task = new AbortController();
    const { signal } = task;
    const hasHead = rows.some((row) => row.head !== '');
    const hasNext = face === 'results';
    const heads = [...(hasHead ? [say.text(face === 'phrases' ? 'compare.column.phrase' : 'compare.column.indicator')] : []), say.text('compare.column.outcome'), ...titles, ...(hasNext ? [say.text('compare.column.next')] : [])];
    table.dataset.face = face;
    head.replaceChildren(element('tr', {}, ...heads.map((name) => element('th', { scope: 'col' }, name))));
    body.replaceChildren();
    const shown = rows.slice(0, count);
    await inStretches(shown, (row) => body.append(rowElement(row, hasHead, hasNext, say, titles)), signal, frame);
    if (signal.aborted) return;
    more.hidden = rows.length <= count;
    more.textContent = say.text('several.more', { count: rows.length - shown.length });
    more.onclick = () => void show(rows, face, say, titles, count + MOST);
  }

  /** @param {Row} row @param {boolean} hasHead @param {boolean} hasNext @param {Say} say @param {[string, string]} titles */
  function rowElement(row, hasHead, hasNext, say, titles) {
    return element(
      'tr',
      {},
      hasHead && element('th', { scope: 'row' }, row.head),
      element('td', { class: 'became' }, element('span', { class: 'outcome', 'data-outcome': row.outcomes.at(-1) ?? '' }, row.told), row.note && element('small', {}, row.note)),
      cell('first', row, say, titles[0]),
      cell('second', row, say, titles[1]),
      hasNext && element('td', { 'data-head': say.text('compare.column.next') }, row.next ?? ''),
    );
  }

  /** @param {'first' | 'second'} side @param {Row} row @param {Say} say @param {string} title */
  function cell(side, row, say, title) {
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

  return {
    root: element('div', { class: 'pair-table' }, table, more),
    show,
    clear() {
      task.abort();
      body.replaceChildren();
      head.replaceChildren();
      more.hidden = true;
    },
  };
}
