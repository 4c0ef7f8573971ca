import { element } from '../core/dom.js';
import { inBoth } from '../core/say.js';
import { download, stem } from '../export/download.js';
import { createWriters } from '../export/writers.js';
import { gather, inOrder } from '../several/gather.js';
import { trueValue } from '../wording/units.js';
import { createList, pairTable } from './list.js';
import { tableOfYears } from './matrix.js';
import { partsOf } from './parts.js';
import { barsOf, slopesOf } from './pictures.js';
import { counted, FACES, rowsOf, tableOf } from './rows.js';
import { askYears, seriesOf, yearOf, yearsOf, yearTable } from './years.js';

/**
 * Two of the open texts beside each other (对照): what was promised and what became of it, what a lower text makes of an upper
 * one, and what came, went and moved in the wording; or several years in a row.
 *
 * @typedef {import('./types.js').Kind} Kind
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').TextComparison} TextComparison
 * @typedef {import('../several/gather.js').Item} Item
 * @typedef {import('../export/writers.js').Kind} FileKind
 *
 * @typedef {object} Shown
 * @property {string} first
 * @property {string} second
 * @property {Kind | 'years' | ''} kind
 * @property {boolean} isGiven
 * @property {string} face
 * @property {string | null} outcome
 * @property {TextComparison | null} answer
 * @property {import('./matrix.js').Line[] | null} lines of several years
 * @property {boolean} failed
 * @property {string} key what was asked
 * @property {string} step how far it is
 */

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 */
export function createPairView(root, app) {
  const { state, say, actions } = app;
  const writers = createWriters();
  /** @type {Shown} */
  const shown = { first: '', second: '', kind: '', isGiven: false, face: '', outcome: null, answer: null, lines: null, failed: false, key: '', step: '' };
  /** The years that were compared, by their texts. @type {Map<string, TextComparison>} */
  const years = new Map();
  /** Texts that the reader left out of them. @type {Set<string>} */
  const leftOut = new Set();
  const parts = partsOf(app, {
    first: (value) => choose({ first: value, isGiven: true }),
    second: (value) => choose({ second: value, isGiven: true }),
    kind: (kind) => choose({ kind }),
    swap: () => choose({ first: shown.second, second: shown.first, isGiven: true }),
    again: () => void ask(true),
    write: (kind) => void write(kind),
  });
  const list = createList();
  root.replaceChildren(parts.bar, parts.printed, parts.choices, parts.texts, parts.status, parts.trouble, parts.empty, parts.notes, parts.faces, parts.bars, parts.slopes, list.root);

  const isOpen = () => state.get().view === 'compare';
  const items = () => inOrder(gather(state.get().entries), 'date');
  /** @param {Item} item */
  const keyOf = ({ entry, at }) => `${entry}/${at}`;
  /** @param {Item} item */
  const revisionOf = (item) => `${keyOf(item)}/${state.get().entries.find(({ id }) => id === item.entry)?.analysed}`;
  /** @param {Item[]} sides @param {Kind | ''} kind @param {boolean} isGiven */
  const compare = (sides, kind, isGiven) => actions.compare({ sides: sides.map(({ entry, at }) => ({ entry, document: at })), kind, isGiven });
  const inRow = () => yearsOf(items()).filter((item) => !leftOut.has(keyOf(item)));

  /** @param {Partial<typeof shown>} change */
  function choose(change) {
    Object.assign(shown, change);
    void ask();
  }

  /** Takes the texts that are open, and the longest of two files where the reader chose none. */
  function settle() {
    const all = items();
    const keys = all.map(keyOf);
    const isThere = keys.includes(shown.first) && keys.includes(shown.second) && shown.first !== shown.second;
    if (shown.isGiven && isThere) return all;
    const byLength = [...all].sort((a, b) => b.document.text.length - a.document.text.length);
    const ofFiles = byLength.filter(({ entry }, at) => byLength.findIndex((one) => one.entry === entry) === at);
    const longest = (ofFiles.length > 1 ? ofFiles : byLength).slice(0, 2).map(keyOf);
    const isSame = longest.every((key) => key === shown.first || key === shown.second);
    const [first = '', second = ''] = keys.filter((key) => longest.includes(key));
    if (!isThere || !isSame) Object.assign(shown, { first, second });
    shown.isGiven = false;
    return all;
  }

  /** @param {boolean} again */
  async function askForYears(again) {
    const texts = inRow();
    const key = ['years', ...texts.map(revisionOf)].join('|');
    if (key === shown.key && !again) {
      draw();
      return;
    }
    Object.assign(shown, { key, answer: null, lines: null, failed: false, outcome: null });
    const step = (/** @type {number} */ done, /** @type {number} */ count) => {
      if (shown.key !== key) return false;
      shown.step = say.text('compare.step', { done, all: count });
      if (done < count) draw();
      return true;
    };
    try {
      const lines = texts.length < 2 ? [] : await askYears(texts, revisionOf, (first, second) => compare([first, second], 'promise', true), years, step);
      if (!lines) return;
      shown.lines = lines;
    } catch (error) {
      console.warn('the years did not come', error);
      if (shown.key !== key) return;
      shown.failed = true;
    }
    draw();
  }

  /** @param {boolean} [again] */
  async function ask(again = false) {
    if (yearsOf(items()).length < 3 && shown.kind === 'years') shown.kind = '';
    if (shown.kind === 'years') {
      await askForYears(again);
      return;
    }
    const all = settle();
    const [first, second] = [shown.first, shown.second].map((key) => all.find((item) => keyOf(item) === key));
    parts.fill(all, keyOf, shown);
    if (!first || !second) {
      Object.assign(shown, { answer: null, lines: null, failed: false, key: '' });
      draw();
      return;
    }
    const keyNow = (/** @type {Item[]} */ sides) => [...sides.map(revisionOf), shown.kind, shown.isGiven].join('|');
    const key = keyNow([first, second]);
    if (key === shown.key && !again) {
      draw();
      return;
    }
    Object.assign(shown, { key, answer: null, lines: null, failed: false, outcome: null, step: '' });
    draw();
    try {
      const answer = await compare([first, second], shown.kind, shown.isGiven);
      if (shown.key !== key) return;
      if (answer.swapped) Object.assign(shown, { first: shown.second, second: shown.first });
      Object.assign(shown, { answer, key: keyNow(answer.swapped ? [second, first] : [first, second]) });
      if (!FACES[answer.kind].includes(shown.face)) shown.face = FACES[answer.kind][0] ?? '';
    } catch (error) {
      console.warn('the comparison did not come', error);
      if (shown.key !== key) return;
      shown.failed = true;
    }
    parts.fill(items(), keyOf, shown);
    draw();
  }

  /** @returns {Row[]} */
  const rows = () => (shown.answer ? rowsOf(shown.answer, shown.face, say) : []);
  /** @param {Row[]} all */
  const sifted = (all) => all.filter(({ outcomes }) => shown.outcome === null || outcomes.includes(shown.outcome));

  function draw() {
    if (!isOpen()) return;
    const { answer } = shown;
    const all = rows();
    const coming = state.get().entries.some(({ analysis, stage }) => !analysis && stage === 'waiting');
    parts.words(shown, items().length, coming, yearsOf(items()).length > 2);
    parts.notes.replaceChildren(...(answer?.notes ?? []).map(({ message, message_en }) => element('p', {}, say.of({ zh: message, en: message_en }))));
    parts.faces.replaceChildren(
      ...(answer && FACES[answer.kind].length > 1 ? FACES[answer.kind] : []).map((face) =>
        element('button', { type: 'button', 'aria-pressed': String(face === shown.face), onclick: () => turn(face) }, say.text(`compare.face.${face}`)),
      ),
    );
    parts.bars.replaceChildren(...(all[0] ? [barsOf(counted(all), all[0].group, shown.outcome, say, filter)] : []));
    // A line is drawn between texts of one place alone.
    const isOfOnePlace = answer?.first.place === answer?.second.place;
    drawSlopes(answer && isOfOnePlace && shown.face === 'targets' ? slopesFrom(answer) : [], 'compare.slopes');
    /** @param {{title: string, year: number | null}} text */
    const name = ({ title, year }) => (year === null ? title : say.text('ledger.target.by', { target: title, period: year }));
    parts.printed.textContent = answer ? say.text('compare.of', { first: name(answer.first), second: name(answer.second) }) : '';
    if (shown.kind === 'years') drawYears();
    else if (answer && all.length > 0) {
      const { heads, make } = pairTable(all, shown.face, say, [name(answer.first), name(answer.second)], go);
      void list.show(shown.face, heads, sifted(all), make, say);
    } else list.clear();
    if (answer && all.length === 0) parts.tellNone();
  }

  function drawYears() {
    const texts = inRow();
    const all = yearsOf(items());
    const keys = all.map((item) => `${keyOf(item)} ${yearOf(item)}`).join();
    // Buttons that stay keep the focus.
    if (parts.texts.dataset.keys !== keys) {
      parts.texts.dataset.keys = keys;
      parts.texts.replaceChildren(...all.map((item) => element('button', { type: 'button', title: titleOf(item), onclick: () => leave(keyOf(item)) }, yearOf(item))));
    }
    all.forEach((item, at) => parts.texts.children[at]?.setAttribute('aria-pressed', String(!leftOut.has(keyOf(item)))));
    const { lines } = shown;
    if (!lines) {
      list.clear();
      return;
    }
    parts.printed.textContent = tableOfYears([], [], texts.map(titleOf), say).lines.join();
    const places = new Set(texts.map(({ place }) => place));
    drawSlopes(places.size < 2 ? seriesOf(lines, texts) : [], 'compare.timeline');
    const { heads, make } = yearTable(texts, say, (item, cited) => goTo(item, cited));
    if (lines.length === 0) list.clear();
    else void list.show('years', heads, lines, make, say);
    if (lines.length === 0) parts.tellNone(texts.length < 2 ? 'compare.few' : 'compare.none');
  }

  /** A text is left out, or comes back. @param {string} key */
  function leave(key) {
    if (!leftOut.delete(key)) leftOut.add(key);
    void ask();
  }

  /** @param {import('./pictures.js').Series[]} all @param {string} name */
  function drawSlopes(all, name) {
    const around = { name: say.text(name), note: name === 'compare.timeline' ? say.text('compare.timeline.key') : '', width: root.clientWidth - 40 };
    parts.slopes.replaceChildren(...(all.length > 0 ? [slopesOf(all, around, say)] : []));
  }

  /** @param {TextComparison} answer */
  function slopesFrom(answer) {
    const claim = (/** @type {string} */ key, /** @type {import('./types.js').Cited | null} */ cited) =>
      items().find((item) => keyOf(item) === key)?.document.claims[cited?.claim ?? -1];
    return answer.targets.flatMap(({ indicator, first, second, changes }) => {
      const [from, to] = [claim(shown.first, first), claim(shown.second, second)];
      const hasChanged = changes.includes('raised') || changes.includes('lowered');
      if (!from || !to || !hasChanged) return [];
      return [{ head: indicator, from: first?.figure ?? '', to: second?.figure ?? '', targets: [trueValue(from), trueValue(to)] }];
    });
  }

  /** @param {string} face */
  function turn(face) {
    Object.assign(shown, { face, outcome: null });
    draw();
  }

  /** @param {string | null} outcome */
  function filter(outcome) {
    shown.outcome = outcome;
    draw();
  }

  /** @param {'first' | 'second'} side @param {Row} row */
  function go(side, row) {
    const item = items().find((one) => keyOf(one) === shown[side]);
    const cited = row[side];
    if (item && cited) goTo(item, cited);
  }

  /** @param {Item} item @param {import('./types.js').Cited} cited */
  function goTo(item, cited) {
    const status = item.document.claims[cited.claim ?? -1]?.status;
    const table = cited.task !== undefined ? 'tasks' : status === 'actual' ? 'actuals' : 'targets';
    void actions.show(item.entry, item.at, { table, index: cited.claim ?? cited.task ?? -1, span: cited.span, from: 'keys' });
  }

  /** @param {FileKind} kind */
  async function write(kind) {
    const { answer, lines } = shown;
    const texts = inRow();
    const table = lines ? tableOfYears(lines, texts.map(yearOf), texts.map(titleOf), say) : answer && tableOf(sifted(rows()), answer, shown.face, say);
    if (!table) return;
    try {
      download(`${stem(table.title)}.${kind}`, await writers.write(kind, table));
    } catch (error) {
      console.warn('the comparison could not be written', error);
      actions.tell({ id: 'export', severity: 'error', said: inBoth('ledger.export.failed') });
    }
  }

  function opened() {
    if (!isOpen()) return;
    document.title = `${say.text('compare.name')} — ${say.text('brand')}`;
    void ask();
    root.focus({ preventScroll: true });
  }

  state.on(['view'], opened);
  state.on(['entries'], () => {
    if (isOpen()) void ask();
  });
  state.on(['language'], () => {
    if (!isOpen()) return;
    parts.fill(items(), keyOf, shown);
    draw();
  });
  window.addEventListener('beforeprint', () => {
    if (isOpen()) list.drawAll();
  });
  window.addEventListener('afterprint', draw);
  opened();
}

/** @param {Item} item */
const titleOf = ({ title, file }) => title ?? file;
