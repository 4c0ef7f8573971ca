import { append, element } from '../core/dom.js';
import { frame } from '../core/schedule.js';
import { arranged, orderOf, neighbour, nextSorting } from './arrange.js';
import { openDetail } from './detail.js';
import { groupElement, headings, rowElement } from './rows.js';

/**
 * One table: sorted, filtered, its rows made as they are needed.
 *
 * @typedef {import('./columns.js').Row} Row
 * @typedef {import('./columns.js').Content} Content
 *
 * @typedef {object} ListPart
 * @property {(content: Content, caption: string, wanted: string, above?: HTMLElement | null) => Promise<void>} show
 *   `wanted`: what rows are filtered by; `above`: what stands over the table
 * @property {(words: string) => void} filter
 * @property {(index: number | null, reveal: boolean, span?: import('../core/types.js').Span) => void} mark
 *   `span`: which of the row's places
 * @property {(step: number) => Row | null} step the row after or before the marked one
 * @property {() => string[][]} rows heads and cells in the order shown, for copies and exports
 * @property {() => {shown: number, all: number, left: number, unasked: number}} count `left`, `unasked`: those that are kept from view
 * @property {(index: number) => {at: number, all: number}} position of a row among those that are shown, from 1
 * @property {() => void} fillAll for print, which waits for nothing
 *
 * @typedef {object} List
 * @property {HTMLElement} root
 * @property {import('../core/say.js').Say} say
 * @property {(row: Row, again: boolean, place?: number) => void} choose
 * @property {() => void} counted
 * @property {Content} content
 * @property {Row[]} rows those that pass the filter, in the order shown
 * @property {string} words what they are filtered by
 * @property {import('./arrange.js').Sorting | null} sorting
 * @property {number | null} marked
 * @property {import('./detail.js').Opened | null} detail
 * @property {number} from rows from..to are on the page
 * @property {number} to
 * @property {HTMLElement} body
 * @property {HTMLElement} earlier
 * @property {HTMLElement} later
 */

/** Rows that are made for a table that is opened or arranged anew. */
const OPENED = 40;
/** Rows that are made at once when a reader comes near the last one. */
const STRETCH = 20;
/** Rows that are made in one frame while the rest of the page is drawn. */
const FIRST = 8;

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @param {(row: Row, again: boolean, place?: number) => void} choose `again`: it was chosen already;
 *   `place`: just this one of its places
 * @param {() => void} counted
 * @returns {ListPart}
 */
export function createList(root, { say }, choose, counted) {
  const body = element('tbody');
  const earlier = element('button', { type: 'button', class: 'more', onclick: () => grow(list, -1) });
  const later = element('button', { type: 'button', class: 'more', onclick: () => grow(list, 1) });
  /** @type {List} */
  const list = {
    ...{ root, say, choose, counted, body, earlier, later },
    content: { columns: [], rows: [] },
    rows: [],
    words: '',
    sorting: null,
    marked: null,
    detail: null,
    from: 0,
    to: 0,
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting) && list.to < list.rows.length) grow(list, 1);
    },
    { root, rootMargin: '400px 0px' },
  );
  watcher.observe(later);
  return {
    show: (content, caption, wanted, above = null) => show(list, content, caption, wanted, above),
    filter(words) {
      list.words = words;
      arrange(list, OPENED);
    },
    mark: (index, shouldReveal, span) => mark(list, index, shouldReveal, span),
    step: (step) => neighbour(list.rows, list.marked, step),
    rows: () => [
      list.content.columns.map(({ key }) => say.text(key)),
      ...list.rows.map((row) => row.exported?.() ?? row.words),
    ],
    count: () => ({ shown: list.rows.length, all: list.content.rows.length, left: 0, unasked: 0 }),
    position: (index) => ({ at: list.rows.findIndex((row) => row.index === index) + 1, all: list.rows.length }),
    fillAll() {
      grow(list, -1, Infinity);
      grow(list, 1, Infinity);
    },
  };
}

/** Kinds of columns; a table with one of them is too wide for a phone, where its rows are cards. */
const CARDS = ['owner', 'section', 'period'];

/**
 * @param {List} list
 * @param {Content} content
 * @param {string} caption
 * @param {string} wanted
 * @param {HTMLElement | null} above
 */
function show(list, content, caption, wanted, above) {
  const { root } = list;
  const same = content.columns.map(({ key }) => key).join() === list.content.columns.map(({ key }) => key).join();
  if (!same) {
    list.sorting = null;
    root.scrollTop = 0;
  }
  const [had, height] = same && list.from === 0 ? [list.to, root.scrollTop] : [0, 0];
  list.content = content;
  list.detail = null;
  list.words = wanted;
  draw(list, caption, above);
  return open(list, had, height);
}

/**
 * @param {List} list
 * @param {string} caption
 * @param {HTMLElement | null} above
 */
function draw(list, caption, above) {
  const { root, content, earlier, later, body } = list;
  if (content.rows.length === 0) {
    root.replaceChildren();
    return;
  }
  const head = headings(content.columns, list.sorting, list.say, (column) => sortBy(list, column));
  // Said by a class: a style that looks for such columns itself would be judged anew in every table with every key.
  const isWide = content.columns.some(({ kind }) => CARDS.includes(kind ?? ''));
  const table = element('table', { class: isWide ? 'in-cards' : undefined }, element('caption', { class: 'unseen' }, caption), head, body);
  root.replaceChildren(...(above ? [above] : []), earlier, table, later);
}

/**
 * Makes the rows of a table that was opened, some each frame; at once those that it `had` before, so that
 * it stays where it was scrolled to.
 *
 * @param {List} list
 * @param {number} had
 * @param {number} height
 */
async function open(list, had, height) {
  const mine = list.content;
  arrange(list, Math.max(FIRST, had));
  if (had > 0) list.root.scrollTop = height;
  // The watcher would make many at once.
  list.later.hidden = true;
  await frame();
  while (list.content === mine && list.from === 0 && list.to < Math.min(list.rows.length, OPENED)) {
    grow(list, 1, FIRST);
    list.later.hidden = true;
    await frame();
  }
  if (list.content === mine) edges(list);
}

/** @param {List} list @param {number} count rows that are made now */
function arrange(list, count) {
  list.rows = arranged(list.content.rows, list.words, list.sorting);
  list.from = 0;
  list.to = Math.min(list.rows.length, count);
  fillBody(list);
  list.counted();
}

/** @param {List} list */
function fillBody(list) {
  list.body.replaceChildren(...rowElements(list, list.from, list.to));
  edges(list);
}

/** @param {List} list */
function edges({ earlier, later, from, to, rows, say }) {
  earlier.hidden = from === 0;
  later.hidden = to >= rows.length;
  earlier.textContent = say.text('table.earlier', { count: from });
  later.textContent = say.text('table.later', { count: rows.length - to });
}

/**
 * @param {List} list
 * @param {number} direction
 * @param {number} [count]
 */
function grow(list, direction, count = STRETCH) {
  const { from, to, body } = list;
  if (direction > 0) {
    list.to = Math.min(list.rows.length, to + count);
    append(body, rowElements(list, to, list.to));
  } else {
    list.from = Math.max(0, from - count);
    body.prepend(...rowElements(list, list.from, from));
  }
  edges(list);
}

/**
 * Rows with the headings of the groups that begin among them.
 *
 * @param {List} list
 * @param {number} start
 * @param {number} end
 */
function rowElements(list, start, end) {
  const { rows, content, marked, detail, say } = list;
  const state = { marked, opened: detail?.index ?? null };
  /** @type {import('./rows.js').Choose} */
  const choose = (row, place) => list.choose(row, row.index === list.marked, place);
  return rows.slice(start, end).flatMap((row, at) => {
    const made = [
      rowElement(row, content.columns, state, say, choose),
      ...(detail?.index === row.index ? [detail.row] : []),
    ];
    if (row.group === undefined || row.group === rows[start + at - 1]?.group) return made;
    return [groupElement(row.group, content.columns), ...made];
  });
}

/** @param {List} list @param {number} column */
function sortBy(list, column) {
  const { root } = list;
  list.sorting = nextSorting(list.sorting, column);
  for (const head of root.querySelectorAll('thead th')) {
    head.setAttribute('aria-sort', orderOf(list.sorting, Number(head.getAttribute('data-column'))));
  }
  arrange(list, OPENED);
  root.scrollTop = 0;
}

/**
 * @param {List} list
 * @param {number | null} index
 * @param {boolean} shouldReveal
 * @param {import('../core/types.js').Span} [span]
 */
function mark(list, index, shouldReveal, span) {
  const { body } = list;
  list.marked = index;
  for (const old of body.querySelectorAll('[aria-selected]')) old.removeAttribute('aria-selected');
  if (index !== null && shouldReveal) reveal(list, index);
  list.detail = openDetail(list.root, body, list.content, list.detail, index);
  if (index === null) return;
  if (span) list.detail?.show(span);
  body.querySelector(`tr[data-index="${index}"]`)?.setAttribute('aria-selected', 'true');
}

/** @param {List} list @param {number} index */
function reveal(list, index) {
  const { root, rows } = list;
  const at = rows.findIndex((row) => row.index === index);
  if (at < 0) return;
  if (at < list.from || at >= list.to) {
    list.from = Math.max(0, at - 20);
    list.to = Math.min(rows.length, list.from + OPENED);
    fillBody(list);
  }
  const row = list.body.querySelector(`tr[data-index="${index}"]`);
  if (!row) return;
  const box = root.getBoundingClientRect();
  const place = row.getBoundingClientRect();
  if (place.top < box.top + 40 || place.bottom > box.bottom - 10) {
    root.scrollTop += place.top - box.top - box.height / 3;
  }
}
