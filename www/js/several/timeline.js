import { element } from '../core/dom.js';
import { copyBy } from '../export/clipboard.js';
import { toCsv } from '../export/csv.js';
import { download } from '../export/download.js';
import { periodName } from '../wording/period.js';
import { seenWords } from '../wording/seen.js';
import { titleOf } from './cards.js';
import { dated } from './gather.js';
import { COURSES, hasCourse, linesOf, rowsOf } from './phrases.js';

/**
 * The timeline of set phrases (提法年表): a row a phrase, a column a text, in each cell how often it is said there.
 *
 * @typedef {import('./gather.js').Item} Item
 * @typedef {import('./phrases.js').Line} Line
 * @typedef {import('./phrases.js').Course} Course
 */

/** So many phrases are drawn at first, and with each wish for more. */
const DRAWN = 30;

/** How often a phrase is said that is said often: the deepest colour. */
const OFTEN = 4;

/**
 * @param {import('../core/types.js').App} app
 * @param {(item: Item, index: number) => void} go to the first place of a term of a text
 */
export function createTimeline({ state, say }, go) {
  /** @type {{texts: Item[], lines: Line[], course: Course | 'all', count: number, language: string}} */
  const shown = { texts: [], lines: [], course: 'all', count: DRAWN, language: '' };
  const title = element('h3');
  const note = element('p', { class: 'note' });
  const choices = element('div', { class: 'choices', role: 'group' });
  const copy = element('button', { type: 'button', onclick: () => void copyBy(copy, exported(), say) });
  const csv = element('button', { type: 'button', onclick: () => download(`${say.text('several.phrases')}.csv`, toCsv(exported()), 'text/csv;charset=utf-8') }, 'CSV');
  const region = element('div', { class: 'phrase-years', tabindex: 0, role: 'region', onclick: choose });
  const none = element('p', { class: 'note', hidden: true });
  const more = element('button', {
    type: 'button',
    class: 'more',
    onclick: () => {
      shown.count += DRAWN;
      draw();
    },
  });
  const root = element('section', { class: 'timeline', hidden: true }, element('div', { class: 'bar-of-tools' }, title, element('div', { class: 'phrase-tools' }, copy, csv)), note, choices, none, region, more);

  const lines = () => shown.lines.filter(({ course }) => shown.course === 'all' || course === shown.course);
  const exported = () => rowsOf(lines(), shown.texts, say);

  /** @param {Event} event */
  function choose({ target }) {
    const button = target instanceof Element ? target.closest('button') : null;
    const [line, text] = [shown.lines[Number(button?.dataset.line)], Number(button?.dataset.text)];
    const [item, use] = [shown.texts[text], line?.uses[text]];
    if (item && use) go(item, use.index);
  }

  /** @param {Course | 'all'} course */
  function filter(course) {
    Object.assign(shown, { course, count: DRAWN });
    draw();
    /** @type {HTMLElement | null} */ (choices.querySelector('[aria-pressed=true]'))?.focus();
  }

  function drawChoices() {
    const count = (/** @type {Course | 'all'} */ course) => shown.lines.filter((line) => course === 'all' || line.course === course).length;
    const kinds = /** @type {const} */ (['all', ...COURSES]);
    choices.setAttribute('aria-label', say.text('several.phrases.course'));
    choices.replaceChildren(
      ...kinds.map((course) =>
        element(
          'button',
          { type: 'button', 'aria-pressed': String(course === shown.course), disabled: count(course) === 0, onclick: () => filter(course) },
          say.text(`several.phrases.${course}`),
          ' ',
          element('span', { class: 'count' }, String(count(course))),
        ),
      ),
    );
  }

  /** @param {Line} line */
  function row(line) {
    const at = shown.lines.indexOf(line);
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('span', { class: `phrase ${line.kind}` }, line.phrase)),
      element('td', { class: 'seen' }, seenWords(line.seen, say)),
      ...line.uses.map((use, text) => element('td', {}, use && cell(use.count, at, text))),
    );
  }

  /** @param {number} count @param {number} line @param {number} text */
  function cell(count, line, text) {
    const item = /** @type {Item} */ (shown.texts[text]);
    const words = say.text('several.phrases.go', { title: titleOf(item, say), count });
    return element('button', { type: 'button', title: words, 'aria-label': words, 'data-line': line, 'data-text': text, 'data-often': Math.min(count, OFTEN) }, String(count));
  }

  /** Whether no other text is of its year. @param {Item} item */
  const isAlone = ({ date }) => shown.texts.filter((one) => one.date?.slice(0, 4) === date?.slice(0, 4)).length === 1;

  function draw() {
    const rows = lines();
    copy.disabled = csv.disabled = rows.length === 0;
    title.textContent = say.text('several.phrases');
    note.textContent = say.text('several.phrases.note');
    copy.textContent = say.text('table.copy');
    csv.title = say.text('table.csv');
    none.hidden = rows.length > 0;
    none.textContent = say.text('several.phrases.none');
    region.hidden = rows.length === 0;
    region.setAttribute('aria-label', say.text('several.phrases'));
    drawChoices();
    const names = shown.texts.map((item) => element('th', { scope: 'col', title: titleOf(item, say) }, isAlone(item) ? (item.date?.slice(0, 4) ?? '') : periodName(item.date, say)));
    region.replaceChildren(
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, say.text('several.phrases.phrase')), element('th', { scope: 'col', class: 'seen' }, say.text('column.seen')), ...names)),
        element('tbody', {}, ...rows.slice(0, shown.count).map(row)),
      ),
    );
    const hadFocus = document.activeElement === more;
    more.hidden = rows.length <= shown.count;
    if (hadFocus && more.hidden) region.focus();
    more.textContent = say.text('several.phrases.more', { count: rows.length - shown.count });
  }

  return {
    root,
    /** @param {readonly Item[]} items */
    show(items) {
      const texts = dated(items);
      root.hidden = !hasCourse(texts);
      const { language } = state.get();
      const isSame = language === shown.language && texts.length === shown.texts.length && texts.every((item, at) => item.document === shown.texts[at]?.document && item.entry === shown.texts[at]?.entry);
      if (root.hidden || isSame) return;
      shown.language = language;
      Object.assign(shown, { texts, lines: linesOf(texts) });
      if (!lines().length) shown.course = 'all';
      draw();
    },
  };
}
