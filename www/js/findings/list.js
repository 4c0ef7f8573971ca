import { element } from '../core/dom.js';
import { frame } from '../core/schedule.js';
import { ruleName } from '../reading/explain.js';
import { neighbour } from '../tables/arrange.js';
import { contentOf } from '../tables/columns.js';
import { createDismissedList } from './dismissed-list.js';
import { sorted } from './dismissed.js';
import { actsOf, fixOf } from './tools.js';

/**
 * The findings as a list, by severity: what is wrong, where, and what can be done about it. It answers
 * the panel as a table does.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../tables/columns.js').Row} Row
 *
 * @typedef {object} FindingsPart
 * @property {(document: AnalysedDocument, wanted: string) => Promise<void>} show `wanted`: what they are filtered by
 * @property {(words: string) => void} filter
 * @property {(index: number | null, reveal: boolean) => void} mark
 * @property {(step: number) => Row | null} step
 * @property {() => string[][]} rows
 * @property {() => {shown: number, all: number, left: number}} count `left`: those that were dismissed
 */

const SEVERITIES = /** @type {const} */ (['error', 'warning', 'info']);
/** Findings that are put on the page in one frame. */
const STRETCH = 12;
/** Characters of the text on either side of the place. */
const AROUND = 16;
/** Characters of the place that are shown. */
const LONGEST = 60;

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @param {(row: Row, again: boolean) => void} choose
 * @param {() => void} counted
 * @returns {FindingsPart}
 */
export function createFindings(root, app, choose, counted) {
  const { state, say } = app;
  /** @type {AnalysedDocument | null} */
  let shown = null;
  /** @type {Row[]} all that are open, worst first */
  let open = [];
  /** @type {Row[]} those that pass the filter */
  let rows = [];
  /** @type {string[]} */
  let heads = [];
  let left = 0;
  let words = '';
  /** @type {number | null} */
  let marked = null;
  let round = 0;
  const dismissed = createDismissedList(app);

  /** @param {AnalysedDocument} document */
  function take(document) {
    const content = contentOf('findings', document, state.get().language, say, 'none');
    const { open: indexes, away: others } = sorted(document, state.get().dismissed);
    heads = content.columns.map(({ key }) => say.text(key));
    open = indexes.flatMap((index) => content.rows[index] ?? []);
    open.sort((a, b) => Number(a.order[0]) - Number(b.order[0]) || Number(a.order[2]) - Number(b.order[2]));
    left = others.length;
  }

  /** Draws the list; a control that has the focus gives it to the one that takes its place. */
  async function draw() {
    if (!shown) return;
    round += 1;
    const mine = round;
    const document = shown;
    const wanted = words.trim().toLowerCase();
    rows = open.filter((row) => !wanted || row.words.some((cell) => cell.toLowerCase().includes(wanted)));
    counted();
    const focus = focused();
    const height = root.scrollTop;
    const groups = SEVERITIES.map((severity) => {
      const mine = rows.filter(({ tone }) => tone === severity);
      const list = element('ul', { class: 'findings' });
      const head = element(
        'h3',
        { class: severity },
        element('span', { class: 'sign', 'aria-hidden': 'true' }),
        say.text(`severity.${severity}`),
        element('span', { class: 'count' }, String(mine.length)),
        element('span', { class: 'meaning' }, say.text(`severity.${severity}.meaning`)),
      );
      return { rows: mine, list, section: element('section', { class: `grade ${severity}` }, head, list) };
    }).filter((group) => group.rows.length > 0);
    root.replaceChildren(...groups.map(({ section }) => section), dismissed.draw(document));
    let made = 0;
    // What stood on the page before comes back at once, so that the list stays where it was.
    const soon = Math.max(STRETCH, Math.ceil(height / 60) + STRETCH);
    for (const { rows: mine_, list } of groups) {
      for (const row of mine_) {
        list.append(item(document, row));
        made += 1;
        if (made >= soon && made % STRETCH === 0) {
          await frame();
          if (mine !== round) return;
        }
        if (made === soon) root.scrollTop = height;
      }
    }
    root.scrollTop = height;
    refocus(focus);
  }

  /**
   * @param {AnalysedDocument} document
   * @param {Row} row
   */
  function item(document, row) {
    const finding = document.findings[row.index];
    const { start = 0, end = 0 } = finding?.span ?? {};
    const { text } = document;
    const to = Math.min(end, start + LONGEST);
    const opens = text.lastIndexOf('\n', start - 1) + 1;
    const closes = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
    const from = Math.max(opens, start - AROUND);
    const until = to < end ? to : Math.min(closes, to + AROUND);
    const [inside, before, after] = [text.slice(start, to), text.slice(from, start), text.slice(to, until)];
    return element(
      'li',
      {
        class: `finding ${row.tone ?? ''}`,
        'data-index': row.index,
        'aria-current': row.index === marked ? 'true' : undefined,
        onclick: () => choose(row, row.index === marked),
      },
      element('p', { class: 'rule' }, ruleName(finding?.rule ?? '', say)),
      element('button', { type: 'button', class: 'go' }, row.words[1] ?? ''),
      element('p', { class: 'excerpt', lang: 'zh-CN' }, from > opens && '…', before, element('mark', {}, inside), after, until < closes && '…'),
      fixOf(document, row.index, app),
      actsOf(document, row.index, app),
    );
  }

  /** The control that has the focus: its kind, and its finding's place in the list. */
  function focused() {
    const active = document.activeElement;
    const holder = active?.closest('.finding');
    if (!(active instanceof HTMLElement) || !holder || !root.contains(holder)) {
      return active instanceof HTMLElement && root.contains(active) && active !== root ? { at: -1, kind: '' } : null;
    }
    return { at: [...root.querySelectorAll('.finding')].indexOf(holder), kind: active.className };
  }

  /** @param {{at: number, kind: string} | null} focus */
  function refocus(focus) {
    if (!focus || root.contains(document.activeElement)) return;
    const items = root.querySelectorAll('.finding');
    const item = focus.at < 0 ? null : items[Math.min(focus.at, items.length - 1)];
    const control = (focus.kind && item?.querySelector(`.${focus.kind}`)) || item?.querySelector('.go');
    const target = control ?? root.querySelector('.dismissed summary') ?? root;
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }

  /** @param {number} index */
  function reveal(index) {
    const item = root.querySelector(`.finding[data-index="${index}"]`);
    if (!item) return;
    const box = root.getBoundingClientRect();
    const place = item.getBoundingClientRect();
    if (place.top < box.top + 36 || place.bottom > box.bottom - 10) {
      root.scrollTop += place.top - box.top - box.height / 4;
    }
  }

  return {
    show(document, wanted) {
      shown = document;
      words = wanted;
      take(document);
      return draw();
    },
    filter(next) {
      words = next;
      void draw();
    },
    mark(index, shouldReveal) {
      marked = index;
      for (const old of root.querySelectorAll('.finding[aria-current]')) old.removeAttribute('aria-current');
      if (index === null) return;
      if (shouldReveal) reveal(index);
      root.querySelector(`.finding[data-index="${index}"]`)?.setAttribute('aria-current', 'true');
    },
    step: (step) => neighbour(rows, marked, step),
    rows: () => [
      heads,
      ...rows.map((row) => row.words),
      ...(left > 0 ? [[say.text('findings.left-out', { count: left })]] : []),
    ],
    count: () => ({ shown: rows.length, all: open.length, left }),
  };
}
