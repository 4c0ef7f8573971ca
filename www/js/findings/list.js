import { element } from '../core/dom.js';
import { frame } from '../core/schedule.js';
import { neighbour } from '../tables/arrange.js';
import { contentOf } from '../tables/columns.js';
import { createDismissedList } from './dismissed-list.js';
import { sorted } from './dismissed.js';
import { alikeIn } from './changes.js';
import { focusAgain, focusIn } from './focus.js';
import { itemOf } from './item.js';
import { profileFor } from './profile.js';

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
 * @property {() => {shown: number, all: number, left: number, unasked: number}} count `left`: those that were dismissed;
 *   `unasked`: those of rules that the text is not held to
 * @property {(index: number) => {at: number, all: number}} position of a row among those that are shown, from 1
 * @property {() => void} fillAll for print, which waits for nothing
 */

const SEVERITIES = /** @type {const} */ (['error', 'warning', 'info']);
/** Findings that are put on the page in one frame. */
const STRETCH = 12;

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
  let unasked = 0;
  let words = '';
  /** @type {number | null} */
  let marked = null;
  let round = 0;
  /** @type {ReturnType<typeof grade>[]} what stands on the page */
  let grades = [];
  /** @type {Map<number, number[]>} */
  let alike = new Map();
  const dismissed = createDismissedList(app);

  /** @param {AnalysedDocument} document */
  function take(document) {
    const content = contentOf('findings', document, state.get().language, say, 'none');
    const { open: indexes, away: others, unasked: beside } = sorted(document, state.get().dismissed);
    heads = content.columns.map(({ key }) => say.text(key));
    open = indexes.flatMap((index) => content.rows[index] ?? []);
    open.sort((a, b) => Number(a.order[0]) - Number(b.order[0]) || Number(a.order[2]) - Number(b.order[2]));
    left = others.length;
    unasked = beside.length;
  }

  /** Says how many findings are of rules that the text is not held to; nothing where there are none. @param {AnalysedDocument} document */
  function besides(document) {
    if (unasked === 0 || (open.length === 0 && left === 0)) return '';
    const profile = say.text(`profile.${profileFor(state.get().dismissed.profile, document.kind)}`);
    return element('p', { class: 'unasked' }, say.text('findings.unasked', { profile, count: unasked }));
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
    const focus = focusIn(root);
    const height = root.scrollTop;
    alike = alikeIn(document, rows);
    grades = SEVERITIES.map((severity) => grade(severity)).filter((one) => one.rows.length > 0);
    root.replaceChildren(...grades.map(({ section }) => section), besides(document), dismissed.draw(document));
    if (!(await fill(height, mine))) return;
    root.scrollTop = height;
    focusAgain(root, focus);
  }

  /** The findings of a severity under their head, still to be listed. @param {typeof SEVERITIES[number]} severity */
  function grade(severity) {
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
  }

  /**
   * Lists the findings stretch by stretch, a frame for each.
   *
   * @param {number} height how far the list was scrolled
   * @param {number} mine the round; another one ends it
   * @returns {Promise<boolean>} whether it came to the end
   */
  async function fill(height, mine) {
    let made = 0;
    // What stood on the page before comes back at once, so that the list stays where it was.
    const soon = Math.max(STRETCH, Math.ceil(height / 60) + STRETCH);
    for (const { rows: listed, list } of grades) {
      for (const row of listed) {
        put(list, row);
        made += 1;
        if (made >= soon && made % STRETCH === 0) {
          await frame();
          if (mine !== round) return false;
        }
        if (made === soon) root.scrollTop = height;
      }
    }
    return true;
  }

  /** @param {HTMLElement} list @param {Row} row */
  function put(list, row) {
    const chosen = () => choose(row, row.index === marked);
    if (shown) list.append(itemOf(shown, row, row.index === marked, app, chosen, alike.get(row.index) ?? []));
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
      ...(left + unasked > 0 ? [[say.text('findings.left-out', { count: left + unasked })]] : []),
    ],
    count: () => ({ shown: rows.length, all: open.length, left, unasked }),
    position: (index) => ({ at: rows.findIndex((row) => row.index === index) + 1, all: rows.length }),
    fillAll() {
      round += 1;
      for (const { rows: listed, list } of grades) for (const row of listed.slice(list.children.length)) put(list, row);
    },
  };
}
