import { element } from '../core/dom.js';
import { inBoth } from '../core/say.js';
import { download, stem } from '../export/download.js';
import { createWriters } from '../export/writers.js';
import { gather, inOrder } from '../several/gather.js';
import { createList } from './list.js';
import { barsOf, slopesOf } from './pictures.js';
import { counted, FACES, rowsOf, tableOf } from './rows.js';

/**
 * Two of the open texts beside each other (对照): what was promised and what became of it, what a lower text makes of an upper
 * one, and what came, went and moved in the wording.
 *
 * @typedef {import('./types.js').Kind} Kind
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').TextComparison} TextComparison
 * @typedef {import('../several/gather.js').Item} Item
 * @typedef {import('../export/writers.js').Kind} FileKind
 */

/** @type {readonly Kind[]} */
const KINDS = ['promise', 'level', 'wording'];

/** @type {[FileKind, string][]} */
const FILES = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['md', 'Markdown'],
];

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 */
export function createPairView(root, app) {
  const { state, say, actions } = app;
  const writers = createWriters();
  /** @type {{first: string, second: string, kind: Kind | '', isGiven: boolean, face: string, outcome: string | null, answer: TextComparison | null, failed: boolean, key: string}} */
  const shown = { first: '', second: '', kind: '', isGiven: false, face: '', outcome: null, answer: null, failed: false, key: '' };
  const parts = partsOf(app, {
    first: (value) => choose({ first: value, isGiven: true }),
    second: (value) => choose({ second: value, isGiven: true }),
    kind: (kind) => choose({ kind }),
    swap: () => choose({ first: shown.second, second: shown.first, isGiven: true }),
    again: () => void ask(true),
    write: (kind) => void write(kind),
  });
  const list = createList(go);
  root.replaceChildren(parts.bar, parts.choices, parts.status, parts.trouble, parts.empty, parts.notes, parts.faces, parts.bars, parts.slopes, list.root);

  const isOpen = () => state.get().view === 'compare';
  const items = () => inOrder(gather(state.get().entries), 'date');
  /** @param {Item} item */
  const keyOf = ({ entry, at }) => `${entry}/${at}`;

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

  /** @param {boolean} [again] */
  async function ask(again = false) {
    const all = settle();
    const [first, second] = [shown.first, shown.second].map((key) => all.find((item) => keyOf(item) === key));
    parts.fill(all, keyOf, shown);
    if (!first || !second) {
      Object.assign(shown, { answer: null, failed: false, key: '' });
      draw();
      return;
    }
    const revisions = [first, second].map(({ entry }) => state.get().entries.find(({ id }) => id === entry)?.analysed).join();
    const key = [shown.first, shown.second, shown.kind, shown.isGiven, revisions].join('|');
    if (key === shown.key && !again) {
      draw();
      return;
    }
    Object.assign(shown, { key, answer: null, failed: false, outcome: null });
    draw();
    try {
      const sides = [first, second].map(({ entry, at }) => ({ entry, document: at }));
      const answer = await actions.compare({ sides, kind: shown.kind, isGiven: shown.isGiven });
      if (shown.key !== key) return;
      if (answer.swapped) Object.assign(shown, { first: shown.second, second: shown.first });
      shown.key = [shown.first, shown.second, shown.kind, shown.isGiven, answer.swapped ? revisions.split(',').reverse().join() : revisions].join('|');
      shown.answer = answer;
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
    parts.words(shown, items().length, coming);
    parts.notes.replaceChildren(...(answer?.notes ?? []).map(({ message, message_en }) => element('p', {}, say.of({ zh: message, en: message_en }))));
    parts.faces.replaceChildren(
      ...(answer && FACES[answer.kind].length > 1 ? FACES[answer.kind] : []).map((face) =>
        element('button', { type: 'button', 'aria-pressed': String(face === shown.face), onclick: () => turn(face) }, say.text(`compare.face.${face}`)),
      ),
    );
    parts.bars.replaceChildren(...(all[0] ? [barsOf(counted(all), all[0].group, shown.outcome, say, filter)] : []));
    // A line is drawn between texts of one place alone.
    const isOfOnePlace = answer?.first.place === answer?.second.place;
    const slopes = answer && isOfOnePlace && shown.face === 'targets' ? slopesFrom(answer) : [];
    parts.slopes.replaceChildren(...(slopes.length > 0 ? [slopesOf(slopes, say)] : []));
    /** @param {{title: string, year: number | null}} text */
    const name = ({ title, year }) => (year === null ? title : say.text('ledger.target.by', { target: title, period: year }));
    if (answer && all.length > 0) void list.show(sifted(all), shown.face, say, [name(answer.first), name(answer.second)]);
    else list.clear();
    if (answer && all.length === 0) parts.tellNone();
  }

  /** @param {TextComparison} answer */
  function slopesFrom(answer) {
    const claim = (/** @type {string} */ key, /** @type {import('./types.js').Cited | null} */ cited) =>
      items().find((item) => keyOf(item) === key)?.document.claims[cited?.claim ?? -1];
    return answer.targets.flatMap(({ indicator, first, second, changes }) => {
      const [from, to] = [claim(shown.first, first), claim(shown.second, second)];
      const hasChanged = changes.includes('raised') || changes.includes('lowered');
      if (!from || !to || !hasChanged) return [];
      return [{ head: indicator, from: from.value, to: to.value, shownFrom: first?.figure ?? '', shownTo: second?.figure ?? '' }];
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
    if (!item || !cited) return;
    const status = item.document.claims[cited.claim ?? -1]?.status;
    const table = cited.task !== undefined ? 'tasks' : status === 'actual' ? 'actuals' : 'targets';
    void actions.show(item.entry, item.at, { table, index: cited.claim ?? cited.task ?? -1, span: cited.span, from: 'keys' });
  }

  /** @param {FileKind} kind */
  async function write(kind) {
    if (!shown.answer) return;
    const table = tableOf(sifted(rows()), shown.answer, shown.face, say);
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
  opened();
}

/**
 * @param {import('../core/types.js').App} app
 * @param {{first: (key: string) => void, second: (key: string) => void, kind: (kind: Kind | '') => void, swap: () => void, again: () => void, write: (kind: FileKind) => void}} deeds
 */
function partsOf({ say }, deeds) {
  const title = element('h2');
  const files = FILES.map(([kind, name]) => element('button', { type: 'button', 'data-kind': kind, onclick: () => deeds.write(kind) }, name));
  const kinds = /** @type {(Kind | '')[]} */ (['', ...KINDS]).map((kind) => ({ kind, button: element('button', { type: 'button', onclick: () => deeds.kind(kind) }) }));
  const first = element('select', { id: 'compare-first', onchange: () => deeds.first(first.value) });
  const second = element('select', { id: 'compare-second', onchange: () => deeds.second(second.value) });
  const [firstLabel, secondLabel] = [element('label', { for: 'compare-first' }), element('label', { for: 'compare-second' })];
  const swap = element('button', { type: 'button', class: 'swap', onclick: deeds.swap }, '⇄');
  const again = element('button', { type: 'button', class: 'again', onclick: deeds.again });
  const sayTrouble = element('span');
  const found = element('span', { class: 'found' });
  const empty = element('p', { class: 'empty', hidden: true });
  const kindGroup = element('div', { class: 'faces-of', role: 'group' }, ...kinds.map(({ button }) => button));
  const parts = {
    bar: element('div', { class: 'bar-of-tools' }, title, kindGroup, element('div', { class: 'files-of' }, ...files)),
    choices: element('div', { class: 'choices-of' }, element('div', {}, firstLabel, first), swap, element('div', {}, secondLabel, second), found),
    status: element('p', { class: 'under-way', role: 'status', hidden: true }),
    trouble: element('p', { class: 'refused', role: 'alert', hidden: true }, sayTrouble, ' ', again),
    notes: element('div', { class: 'pair-notes', role: 'status' }),
    faces: element('div', { class: 'pair-faces', role: 'group' }),
    bars: element('div'),
    slopes: element('div'),
    empty,
  };
  return {
    ...parts,
    /** @param {Item[]} all @param {(item: Item) => string} keyOf @param {{first: string, second: string}} chosen */
    fill(all, keyOf, chosen) {
      for (const [select, key] of /** @type {[HTMLSelectElement, string][]} */ ([[first, chosen.first], [second, chosen.second]])) {
        const options = all.map((item) => {
          const name = item.title ?? item.file;
          return element('option', { value: keyOf(item), selected: keyOf(item) === key }, item.date ? `${name}（${item.date}）` : name);
        });
        select.replaceChildren(...options);
        select.value = key;
      }
    },
    /** @param {{kind: string, answer: TextComparison | null, failed: boolean, key: string}} shown @param {number} count @param {boolean} coming */
    words({ kind, answer, failed, key }, count, coming) {
      title.textContent = say.text('compare.name');
      const level = (answer?.kind ?? kind) === 'level';
      firstLabel.textContent = say.text(level ? 'compare.upper' : 'compare.earlier');
      secondLabel.textContent = say.text(level ? 'compare.lower' : 'compare.later');
      swap.title = say.text('compare.swap');
      swap.setAttribute('aria-label', say.text('compare.swap'));
      kindGroup.setAttribute('aria-label', say.text('compare.kinds'));
      for (const one of kinds) {
        one.button.textContent = say.text(one.kind === '' ? 'compare.kind.auto' : `compare.kind.${one.kind}`);
        one.button.setAttribute('aria-pressed', String(one.kind === kind));
      }
      for (const button of files) button.disabled = answer === null;
      parts.choices.hidden = count < 2;
      kindGroup.hidden = count < 2;
      const isAsked = count > 1 && key !== '' && !answer && !failed;
      parts.status.hidden = !isAsked && !(coming && count < 2);
      parts.status.textContent = parts.status.hidden ? '' : say.text('compare.waiting');
      parts.trouble.hidden = !failed;
      sayTrouble.textContent = failed ? say.text('compare.failed') : '';
      again.textContent = say.text('ledger.again');
      parts.faces.setAttribute('aria-label', say.text('compare.faces'));
      found.textContent = answer ? say.text(`compare.order.${answer.order}`, { kind: say.text(`compare.kind.${answer.kind}`) }) : '';
      empty.hidden = count > 1 || coming;
      empty.textContent = empty.hidden ? '' : say.text(count === 1 ? 'compare.one' : 'compare.empty');
    },
    tellNone() {
      empty.hidden = false;
      empty.textContent = say.text('compare.none');
    },
  };
}
