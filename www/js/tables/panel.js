import { element } from '../core/dom.js';
import { toCsv, toTabs } from '../export/csv.js';
import { download, stem } from '../export/download.js';
import { openCount } from '../findings/dismissed.js';
import { createFindings } from '../findings/list.js';
import { createScores } from '../scores/panel.js';
import { chart } from './chart.js';
import { contentOf } from './columns.js';
import { findPairs, pairsOf } from './compare.js';
import { createList } from './list.js';
import { termKinds, terms } from './terms.js';

/**
 * The tables beside the text, as tabs, with filter, copies and downloads.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').TableName} TableName
 *
 * @typedef {object} TablesPart
 * @property {(document: AnalysedDocument | null, file: string) => Promise<void>} show
 * @property {(step: number) => void} step n and p
 */

/** @type {readonly TableName[]} */
const TABLES = ['targets', 'actuals', 'compare', 'tasks', 'findings', 'terms', 'scores'];

/** @type {readonly import('./columns.js').Grouping[]} */
const GROUPINGS = ['none', 'section', 'indicator'];

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @returns {TablesPart}
 */
export function createTables(root, app) {
  const { state, say, actions } = app;
  /** @type {AnalysedDocument | null} */
  let shown = null;
  let file = '';
  /** How often the same row was chosen: each time its next place is shown. */
  let round = 0;
  /** @type {import('./columns.js').Grouping} */
  let grouping = 'none';
  /** @type {import('./terms.js').Kind} */
  let kind = 'all';
  let task = new AbortController();
  /** @type {TableName | null} */
  let opened = null;
  const scores = createScores(app);

  const tabs = TABLES.map((table) => {
    const button = element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${table}`,
        'aria-controls': 'table',
        onclick: () => state.set({ table }),
      },
      element('span', { class: 'name' }),
      element('span', { class: 'count' }),
    );
    return { table, button };
  });
  const list = element('div', { class: 'tabs', role: 'tablist', onkeydown: moveTab });
  list.append(...tabs.map(({ button }) => button));

  const field = element('input', { type: 'search', id: 'filter', autocomplete: 'off', oninput: () => listed().filter(field.value) });
  const groups = element('select', { id: 'grouping', onchange: regroup });
  groups.append(...GROUPINGS.map((name) => element('option', { value: name })));
  const count = element('span', { class: 'count', role: 'status' });
  const copy = element('button', { type: 'button', onclick: copyRows });
  const csv = element('button', { type: 'button', onclick: () => download(`${fileName()}.csv`, toCsv(exported()), 'text/csv;charset=utf-8') });
  const json = element('button', { type: 'button', onclick: downloadJson });
  const tools = element('div', { class: 'tools' }, field, count, groups, copy, csv, json);
  const body = element('div', { class: 'table', id: 'table', role: 'tabpanel', tabindex: 0 });
  const empty = element('p', { class: 'empty', hidden: true });
  root.replaceChildren(list, tools, empty, body);

  const rows = createList(body, app, chosen, counted);
  const findings = createFindings(body, app, chosen, counted);

  /** What the panel holds now. */
  function listed() {
    return state.get().table === 'findings' ? findings : rows;
  }

  /**
   * @param {import('./columns.js').Row} row
   * @param {boolean} again
   * @param {number} [place]
   */
  function chosen(row, again, place) {
    if (again && row.detail) {
      actions.choose(null);
      return;
    }
    round = place ?? (again ? (round + 1) % Math.max(1, row.spans.length) : 0);
    choose(row, 'table');
  }

  function counted() {
    const { shown: some, all } = listed().count();
    count.textContent = some === all ? '' : `${some}/${all}`;
    empty.hidden = some > 0 || state.get().table === 'scores';
    empty.textContent = say.text(all === 0 ? `empty.${state.get().table}` : 'empty.filter');
  }

  /**
   * @param {import('./columns.js').Row} row
   * @param {'table' | 'keys'} from
   * @param {boolean} [stay] on a narrow page, where what opened under the row is to be seen
   */
  function choose(row, from, stay = from === 'table' && row.detail !== undefined) {
    const span = row.spans[round] ?? row.spans[0];
    if (span) actions.choose({ table: state.get().table, index: row.index, span, from, stay });
  }

  /** @param {import('./terms.js').Kind} next */
  function chooseKind(next) {
    kind = next;
    actions.choose(null);
    void draw().then(() => {
      /** @type {HTMLElement | null} */ (body.querySelector(`.kind-of.${next}`))?.focus();
    });
  }

  /** @param {import('./columns.js').Row} row @param {number} place */
  function choosePlace(row, place) {
    round = place;
    choose(row, 'table', false);
  }

  function regroup() {
    grouping = GROUPINGS.find((name) => name === groups.value) ?? 'none';
    void draw();
  }

  function exported() {
    if (!shown) return [];
    return state.get().table === 'scores' ? scores.rows() : listed().rows();
  }

  function fileName() {
    return `${stem(file)}-${say.text(`table.${state.get().table}`)}`;
  }

  async function copyRows() {
    try {
      await navigator.clipboard.writeText(toTabs(exported()));
      flash(copy, 'table.copied');
    } catch {
      flash(copy, 'table.copy.failed');
    }
  }

  async function downloadJson() {
    const { current } = state.get();
    if (current === null) return;
    try {
      const text = await actions.json(current);
      download(`${stem(file)}.json`, text, 'application/json');
    } catch {
      flash(json, 'table.json.failed');
    }
  }

  /**
   * @param {HTMLElement} button
   * @param {string} key
   */
  function flash(button, key) {
    button.textContent = say.text(key);
    setTimeout(words, 1600);
  }

  /** @param {KeyboardEvent} event */
  function moveTab(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = TABLES.indexOf(state.get().table);
    const next = TABLES[(at + step + TABLES.length) % TABLES.length];
    if (next) state.set({ table: next });
    tabs.find(({ table }) => table === next)?.button.focus();
  }

  function words() {
    list.setAttribute('aria-label', say.text('tables.label'));
    field.placeholder = say.text('table.filter');
    field.setAttribute('aria-label', say.text('table.filter'));
    groups.setAttribute('aria-label', say.text('table.grouping'));
    for (const option of groups.options) option.textContent = say.text(`grouping.${option.value}`);
    copy.textContent = say.text('table.copy');
    csv.textContent = 'CSV';
    csv.title = say.text('table.csv');
    json.textContent = 'JSON';
    json.title = say.text('table.json');
    for (const { table, button } of tabs) {
      const [name] = button.children;
      if (name) name.textContent = say.text(`table.${table}`);
    }
  }

  async function draw() {
    const { table, language, choice } = state.get();
    words();
    for (const { table: name, button } of tabs) {
      button.setAttribute('aria-selected', String(name === table));
      button.tabIndex = name === table ? 0 : -1;
      const number = button.children[1];
      if (number) number.textContent = shown ? tally(shown, name, state.get().dismissed) : '';
    }
    body.setAttribute('aria-labelledby', `tab-${table}`);
    root.dataset.table = table;
    field.hidden = table === 'scores';
    groups.hidden = table !== 'targets' && table !== 'actuals';
    body.dataset.grouping = groups.hidden ? 'none' : grouping;
    if (!shown) {
      body.replaceChildren();
      empty.hidden = true;
      return;
    }
    if (table === 'scores') {
      count.textContent = '';
      empty.hidden = true;
      scores.show(body, shown);
      return;
    }
    if (table !== opened) body.scrollTop = 0;
    opened = table;
    if (table === 'findings') {
      const listing = findings.show(shown, field.value);
      if (choice?.table === table) findings.mark(choice.index, true);
      await listing;
      return;
    }
    if (table === 'compare' && !(await findPairs(shown, task.signal))) return;
    if (!shown || state.get().table !== table) return;
    if (choice?.table === 'terms' && kind !== 'all' && shown.terms[choice.index]?.kind !== kind) kind = 'all';
    const above = aboveOf(table, shown);
    const content =
      table === 'terms' ? terms(shown, say, kind, choosePlace) : contentOf(table, shown, language, say, grouping);
    const listing = rows.show(content, say.text(`table.${table}`), field.value, above);
    if (choice?.table === table) rows.mark(choice.index, true, choice.span);
    await listing;
  }

  /**
   * Which of its row's places was chosen in the text.
   * @param {import('../core/types.js').Choice} choice
   */
  function placeOf({ table, index, span }) {
    const places = table === 'terms' ? (shown?.terms[index]?.occurrences ?? []) : [];
    return Math.max(0, places.findIndex(({ start }) => start === span.start));
  }

  /**
   * What stands over a table.
   * @param {TableName} table
   * @param {AnalysedDocument} document
   */
  function aboveOf(table, document) {
    if (table === 'compare') return chart(document, state.get().language, say);
    if (table === 'terms' && document.terms.length > 0) return termKinds(document, say, kind, chooseKind);
    return null;
  }

  /** The pairs are looked for once the open table stands. */
  async function countPairs() {
    if (!shown || !(await findPairs(shown, task.signal))) return;
    const number = tabs.find(({ table }) => table === 'compare')?.button.children[1];
    if (number) number.textContent = tally(shown, 'compare', state.get().dismissed);
  }

  state.on(['table', 'language', 'dismissed'], () => void draw());
  state.on(['choice'], () => {
    const { choice, table } = state.get();
    if (!choice) {
      listed().mark(null, false);
      round = 0;
      return;
    }
    if (choice.from === 'text') round = placeOf(choice);
    if (choice.table !== table) state.set({ table: choice.table });
    else if (choice.table === 'terms' && kind !== 'all' && shown?.terms[choice.index]?.kind !== kind) void draw();
    else listed().mark(choice.index, choice.from !== 'table', choice.span);
  });
  words();

  return {
    async show(document, name) {
      task.abort();
      task = new AbortController();
      if (file !== name || shown?.title !== document?.title) kind = 'all';
      shown = document;
      file = name;
      await draw();
      await countPairs();
    },
    step(step) {
      const { table, choice } = state.get();
      if (table === 'scores') return;
      const open = choice?.table === table ? listed().step(0) : null;
      // A term's places come one by one, then the next term's.
      if (open?.detail && open.spans[round + step]) {
        round += step;
        choose(open, 'keys');
        return;
      }
      const row = listed().step(step);
      round = row?.detail && step < 0 ? row.spans.length - 1 : 0;
      if (row) choose(row, 'keys');
    },
  };
}

/**
 * @param {AnalysedDocument} document
 * @param {TableName} table
 * @param {import('../findings/dismissed.js').Dismissed} dismissed
 */
function tally(document, table, dismissed) {
  const { claims, tasks, terms } = document;
  switch (table) {
    case 'targets':
      return String(claims.filter(({ status }) => status === 'target').length);
    case 'actuals':
      return String(claims.filter(({ status }) => status === 'actual').length);
    case 'compare':
      return String(pairsOf(document)?.length ?? '');
    case 'tasks':
      return String(tasks.length);
    case 'findings':
      return String(openCount(document, dismissed));
    case 'terms':
      return String(terms.length);
    case 'scores':
      return '';
  }
}
