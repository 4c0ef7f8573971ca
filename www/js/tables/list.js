import { append, element } from '../core/dom.js';
import { frame } from '../core/schedule.js';
import { cell } from './columns.js';

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
 * @property {() => {shown: number, all: number}} count
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
export function createList(root, app, choose, counted) {
  const { say } = app;
  /** @type {Content} */
  let content = { columns: [], rows: [] };
  let caption = '';
  /** @type {HTMLElement | null} */
  let top = null;
  /** @type {Row[]} */
  let rows = [];
  let words = '';
  /** @type {{column: number, descending: boolean} | null} */
  let sorting = null;
  /** @type {number | null} */
  let marked = null;
  /** @type {{index: number, row: HTMLElement, show: import('./columns.js').Detail['show']} | null} */
  let detail = null;
  // Rows from..to of those that pass the filter are on the page.
  let from = 0;
  let to = 0;

  const body = element('tbody');
  const earlier = element('button', { type: 'button', class: 'more', onclick: () => grow(-1) });
  const later = element('button', { type: 'button', class: 'more', onclick: () => grow(1) });
  const watcher = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting) && to < rows.length) grow(1);
    },
    { root, rootMargin: '400px 0px' },
  );
  watcher.observe(later);

  /** @param {number} count rows that are made now */
  function arrange(count) {
    const wanted = words.trim().toLowerCase();
    rows = content.rows.filter(
      (row) => !wanted || row.words.some((cell) => cell.toLowerCase().includes(wanted)),
    );
    if (sorting) {
      const { column, descending } = sorting;
      // Groups stay where the text has them; their rows are sorted.
      const groups = new Map([...new Set(rows.map(({ group }) => group))].map((group, at) => [group, at]));
      const collator = new Intl.Collator('zh-CN');
      const turn = descending ? -1 : 1;
      rows.sort((a, b) => {
        if (a.group !== b.group) return (groups.get(a.group) ?? 0) - (groups.get(b.group) ?? 0);
        const x = a.order[column] ?? '';
        const y = b.order[column] ?? '';
        // What is empty stands last, whichever way the rest goes.
        if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1;
        const both = typeof x === 'number' && typeof y === 'number';
        return turn * (both ? x - y : collator.compare(String(x), String(y)));
      });
    }
    from = 0;
    to = Math.min(rows.length, count);
    fillBody();
    counted();
  }

  /**
   * Makes the rows of a table that was opened, some each frame; at once those that it `had` before, so that
   * it stays where it was scrolled to.
   *
   * @param {number} had
   * @param {number} height
   */
  async function open(had, height) {
    const mine = content;
    arrange(Math.max(FIRST, had));
    if (had > 0) root.scrollTop = height;
    // The watcher would make many at once.
    later.hidden = true;
    await frame();
    while (content === mine && from === 0 && to < Math.min(rows.length, OPENED)) {
      grow(1, FIRST);
      later.hidden = true;
      await frame();
    }
    if (content === mine) edges();
  }

  function fillBody() {
    body.replaceChildren(...rowElements(from, to));
    edges();
  }

  function edges() {
    earlier.hidden = from === 0;
    later.hidden = to >= rows.length;
    earlier.textContent = say.text('table.earlier', { count: from });
    later.textContent = say.text('table.later', { count: rows.length - to });
  }

  /**
   * @param {number} direction
   * @param {number} [count]
   */
  function grow(direction, count = STRETCH) {
    if (direction > 0) {
      const next = Math.min(rows.length, to + count);
      append(body, rowElements(to, next));
      to = next;
    } else {
      const start = Math.max(0, from - count);
      body.prepend(...rowElements(start, from));
      from = start;
    }
    edges();
  }

  /**
   * Rows with the headings of the groups that begin among them.
   * @param {number} start
   * @param {number} end
   */
  function rowElements(start, end) {
    return rows.slice(start, end).flatMap((row, at) => {
      const made = [rowElement(row), ...(detail?.index === row.index ? [detail.row] : [])];
      if (row.group === undefined || row.group === rows[start + at - 1]?.group) return made;
      const head = element('th', { scope: 'rowgroup', colspan: content.columns.filter(({ apart }) => !apart).length }, row.group);
      return [element('tr', { class: 'group' }, head), ...made];
    });
  }

  /** @param {Row} row */
  function rowElement(row) {
    const made = element('tr', {
      class: row.tone,
      'data-index': row.index,
      'aria-selected': row.index === marked ? 'true' : undefined,
      onclick: () => choose(row, row.index === marked),
    });
    content.columns.forEach((column, at) => {
      if (column.apart) return;
      const figures = row.figures?.[at] ?? [];
      if (figures.length > 0) {
        made.append(figuresCell(column, row, figures, at));
        return;
      }
      const inside = row.drawn?.[at]?.() ?? cell(column, row.words[at] ?? '', say);
      made.append(
        column.kind?.startsWith('main')
          ? element(
              'th',
              { scope: 'row', class: column.kind },
              element('button', { type: 'button', class: 'go', 'aria-expanded': row.detail && String(detail?.index === row.index) }, inside),
            )
          : element('td', { class: column.kind, title: wholeOf(column, row, at) }, inside),
      );
    });
    return made;
  }

  /**
   * @param {import('./columns.js').Column} column
   * @param {Row} row
   * @param {import('./columns.js').Figure[]} figures
   * @param {number} at
   */
  function figuresCell(column, row, figures, at) {
    const before = (row.figures ?? []).slice(0, at).flat().length;
    return element(
      'td',
      { class: column.kind },
      ...figures.map(({ words, period }, index) =>
        element(
          'button',
          {
            type: 'button',
            class: 'figure-of',
            onclick: (/** @type {Event} */ event) => {
              event.stopPropagation();
              choose(row, row.index === marked, before + index);
            },
          },
          words,
          ' ',
          element('span', { class: 'when' }, period),
        ),
      ),
    );
  }

  function draw() {
    if (content.rows.length === 0) {
      root.replaceChildren();
      return;
    }
    const heads = content.columns.flatMap((column, at) => {
      if (column.apart) return [];
      const order = sorting?.column === at ? (sorting.descending ? 'descending' : 'ascending') : 'none';
      return [
        element(
          'th',
          { scope: 'col', class: column.kind, 'aria-sort': order, 'data-column': at },
          element('button', { type: 'button', onclick: () => sortBy(at) }, say.text(column.key)),
        ),
      ];
    });
    root.replaceChildren(
      ...(top ? [top] : []),
      earlier,
      element(
        'table',
        {},
        element('caption', { class: 'unseen' }, caption),
        element('thead', {}, element('tr', {}, ...heads)),
        body,
      ),
      later,
    );
  }

  /** @param {number} column */
  function sortBy(column) {
    if (sorting?.column !== column) sorting = { column, descending: false };
    else if (!sorting.descending) sorting = { column, descending: true };
    else sorting = null;
    root.querySelectorAll('thead th').forEach((head) => {
      const at = Number(head.getAttribute('data-column'));
      const order = sorting?.column === at ? (sorting.descending ? 'descending' : 'ascending') : 'none';
      head.setAttribute('aria-sort', order);
    });
    arrange(OPENED);
    root.scrollTop = 0;
  }

  /** Opens what stands under a row, and closes it elsewhere. @param {number | null} index */
  function openDetail(index) {
    if (detail?.index === index) return;
    if (detail) {
      body.querySelector(`tr[data-index="${detail.index}"] .go`)?.setAttribute('aria-expanded', 'false');
      detail.row.remove();
    }
    const made = content.rows.find((row) => row.index === index)?.detail?.();
    detail = null;
    if (!made || index === null) return;
    const colspan = content.columns.filter(({ apart }) => !apart).length;
    detail = { index, row: element('tr', { class: 'detail' }, element('td', { colspan }, made.element)), show: made.show };
    const above = body.querySelector(`tr[data-index="${index}"]`);
    above?.after(detail.row);
    above?.querySelector('.go')?.setAttribute('aria-expanded', 'true');
    if (above) bringDetail(above, detail.row);
  }

  /**
   * Scrolls as far as what opened can be seen, and never its row away.
   * @param {Element} row
   * @param {Element} opened
   */
  function bringDetail(row, opened) {
    const box = root.getBoundingClientRect();
    const below = opened.getBoundingClientRect().bottom - box.bottom + 10;
    const room = row.getBoundingClientRect().top - box.top - (body.previousElementSibling?.clientHeight ?? 0) - 10;
    if (below > 0 && room > 0) root.scrollTop += Math.min(below, room);
  }

  /** @param {number} index */
  function reveal(index) {
    const at = rows.findIndex((row) => row.index === index);
    if (at < 0) return;
    if (at < from || at >= to) {
      from = Math.max(0, at - 20);
      to = Math.min(rows.length, from + OPENED);
      fillBody();
    }
    const row = body.querySelector(`tr[data-index="${index}"]`);
    if (!row) return;
    const box = root.getBoundingClientRect();
    const place = row.getBoundingClientRect();
    if (place.top < box.top + 40 || place.bottom > box.bottom - 10) {
      root.scrollTop += place.top - box.top - box.height / 3;
    }
  }

  return {
    show(next, title, wanted, above = null) {
      const same = next.columns.map(({ key }) => key).join() === content.columns.map(({ key }) => key).join();
      if (!same) {
        sorting = null;
        root.scrollTop = 0;
      }
      const [had, height] = same && from === 0 ? [to, root.scrollTop] : [0, 0];
      content = next;
      detail = null;
      caption = title;
      words = wanted;
      top = above;
      draw();
      return open(had, height);
    },
    filter(next) {
      words = next;
      arrange(OPENED);
    },
    mark(index, shouldReveal, span) {
      marked = index;
      for (const old of body.querySelectorAll('[aria-selected]')) old.removeAttribute('aria-selected');
      if (index !== null && shouldReveal) reveal(index);
      openDetail(index);
      if (index === null) return;
      if (span) detail?.show(span);
      body.querySelector(`tr[data-index="${index}"]`)?.setAttribute('aria-selected', 'true');
    },
    step(step) {
      if (rows.length === 0) return null;
      const at = rows.findIndex((row) => row.index === marked);
      const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
      return rows[(next + rows.length) % rows.length] ?? null;
    },
    rows: () => [
      content.columns.map(({ key }) => say.text(key)),
      ...rows.map((row) => row.exported?.() ?? row.words),
    ],
    count: () => ({ shown: rows.length, all: content.rows.length }),
  };
}

/**
 * Long cells are cut short in the table; the whole of them is one hover away.
 * @param {import('./columns.js').Column} column
 * @param {Row} row
 * @param {number} at
 */
function wholeOf(column, row, at) {
  const short = column.kind === 'section' || column.kind === 'value measured';
  return short && row.words[at] ? row.words[at] : undefined;
}
