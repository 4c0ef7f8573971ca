import { element } from '../core/dom.js';
import { createFindings } from '../findings/list.js';
import { createScores } from '../scores/panel.js';
import { chart } from './chart.js';
import { contentOf } from './columns.js';
import { findPairs } from './compare.js';
import { createList } from './list.js';
import { choosePlace, chosen, placeOf, walk } from './places.js';
import { lackNote } from './lacks.js';
import { createTabs } from './tabs.js';
import { termKinds, terms } from './terms.js';
import { createTools } from './tools.js';

/**
 * The tables beside the text, as tabs, with filter, copies and downloads.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').TableName} TableName
 *
 * @typedef {object} TablesPart
 * @property {(document: AnalysedDocument | null, file: string) => Promise<void>} show
 * @property {(step: number) => void} step n and p
 *
 * @typedef {object} Panel
 * @property {import('../core/types.js').App} app
 * @property {HTMLElement} root
 * @property {HTMLElement} title for those who go from heading to heading
 * @property {HTMLElement} body where the table stands
 * @property {HTMLElement} empty what is said where it has no rows
 * @property {import('./tabs.js').TabsPart} tabs
 * @property {import('./tools.js').ToolsPart} tools
 * @property {import('./list.js').ListPart} rows
 * @property {import('../findings/list.js').FindingsPart} findings
 * @property {ReturnType<typeof createScores>} scores
 * @property {AnalysedDocument | null} shown
 * @property {string} file its name
 * @property {number} round which place of the chosen row is shown
 * @property {import('./terms.js').Kind} kind of terms that are shown
 * @property {AbortController} task
 * @property {TableName | null} opened
 */

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @returns {TablesPart}
 */
export function createTables(root, app) {
  const panel = createPanel(root, app);
  app.state.on(['table', 'language', 'dismissed'], () => void draw(panel));
  app.state.on(['choice'], () => follow(panel));
  window.addEventListener('beforeprint', () => {
    if (panel.shown && app.state.get().table !== 'scores') listed(panel).fillAll();
  });
  drawWords(panel);
  return {
    show: (document, name) => show(panel, document, name),
    step(step) {
      if (app.state.get().table !== 'scores') walk(panel, listed(panel), step);
    },
  };
}

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @returns {Panel}
 */
function createPanel(root, app) {
  const body = element('div', { class: 'table', id: 'table', role: 'tabpanel', tabindex: 0 });
  const empty = element('p', { class: 'empty', hidden: true });
  const tabs = createTabs(app);
  const tools = createTools(app, {
    filter: (words) => listed(panel).filter(words),
    regroup: () => void draw(panel),
    rows: () => exported(panel),
    file: () => panel.file,
  });
  const title = element('h2', { class: 'unseen' });
  root.replaceChildren(title, tabs.root, tools.root, empty, body);
  const count = () => counted(panel);
  /** @type {Panel} */
  const panel = {
    ...{ app, root, title, body, empty, tabs, tools },
    rows: createList(body, app, (row, again, place) => chosen(panel, row, again, place), count),
    findings: createFindings(body, app, (row, again) => chosen(panel, row, again), count),
    scores: createScores(app),
    shown: null,
    file: '',
    round: 0,
    kind: 'all',
    task: new AbortController(),
    opened: null,
  };
  return panel;
}

/** What the panel holds now. @param {Panel} panel */
function listed({ app, findings, rows }) {
  return app.state.get().table === 'findings' ? findings : rows;
}

/** @param {Panel} panel */
function exported(panel) {
  if (!panel.shown) return [];
  return panel.app.state.get().table === 'scores' ? panel.scores.rows() : listed(panel).rows();
}

/** @param {Panel} panel */
function counted(panel) {
  const { app, tools, empty } = panel;
  const { table } = app.state.get();
  const { shown: some, all, left, unasked } = listed(panel).count();
  tools.count(some === all ? '' : `${some}/${all}`);
  empty.hidden = some > 0 || table === 'scores';
  const none = left > 0 ? 'empty.dismissed' : unasked > 0 ? 'empty.unasked' : `empty.${table}`;
  empty.textContent = app.say.text(all === 0 ? none : 'empty.filter', { count: left || unasked });
}

/** @param {Panel} panel */
function drawWords({ app, title, tabs, tools }) {
  title.textContent = app.say.text('part.tables');
  tabs.words();
  tools.words();
}

/** @param {Panel} panel @param {AnalysedDocument | null} document @param {string} name */
async function show(panel, document, name) {
  panel.task.abort();
  panel.task = new AbortController();
  if (panel.file !== name || panel.shown?.title !== document?.title) panel.kind = 'all';
  panel.shown = document;
  panel.file = name;
  await draw(panel);
  await countPairs(panel);
}

/** The pairs are looked for once the open table stands. @param {Panel} panel */
async function countPairs(panel) {
  if (!panel.shown || !(await findPairs(panel.shown, panel.task.signal))) return;
  panel.tabs.countPairs(panel.shown);
}

/** @param {Panel} panel */
async function draw(panel) {
  const { app, body, empty, tabs, tools, shown } = panel;
  const { table, choice } = app.state.get();
  drawWords(panel);
  tabs.draw(shown);
  tools.draw();
  body.setAttribute('aria-labelledby', `tab-${table}`);
  panel.root.dataset.table = table;
  body.dataset.grouping = tools.grouping();
  if (!shown) {
    body.replaceChildren();
    empty.hidden = true;
    return;
  }
  if (table === 'scores') {
    tools.count('');
    empty.hidden = true;
    panel.scores.show(body, shown);
    return;
  }
  if (table !== panel.opened) body.scrollTop = 0;
  panel.opened = table;
  if (table === 'findings') {
    const listing = panel.findings.show(shown, tools.wanted());
    if (choice?.table === table) panel.findings.mark(choice.index, true);
    await listing;
    return;
  }
  await drawRows(panel, shown, table);
}

/** @param {Panel} panel @param {AnalysedDocument} asked @param {Exclude<TableName, 'scores' | 'findings'>} table */
async function drawRows(panel, asked, table) {
  const { app, rows, tools } = panel;
  const { state, say } = app;
  const { language, choice } = state.get();
  if (table === 'compare' && !(await findPairs(asked, panel.task.signal))) return;
  const { shown } = panel;
  if (!shown || state.get().table !== table) return;
  if (choice?.table === 'terms' && isHidden(panel, choice.index)) panel.kind = 'all';
  const content =
    table === 'terms'
      ? terms(shown, say, panel.kind, (row, place) => choosePlace(panel, row, place))
      : contentOf(table, shown, language, say, tools.grouping());
  const listing = rows.show(content, say.text(`table.${table}`), tools.wanted(), aboveOf(panel, table, shown, content));
  if (choice?.table === table) rows.mark(choice.index, true, choice.span);
  await listing;
}

/** Whether a term is of another kind than those that are shown. @param {Panel} panel @param {number} term */
function isHidden({ kind, shown }, term) {
  return kind !== 'all' && shown?.terms[term]?.kind !== kind;
}

/**
 * What stands over a table.
 *
 * @param {Panel} panel
 * @param {TableName} table
 * @param {AnalysedDocument} document
 * @param {import('./columns.js').Content} content
 */
function aboveOf(panel, table, document, content) {
  const { say, state } = panel.app;
  if (table === 'compare') return chart(document, state.get().language, say);
  if (table === 'tasks') return lackNote(content, say);
  if (table === 'terms' && document.terms.length > 0) {
    return termKinds(document, say, panel.kind, (kind) => chooseKind(panel, kind));
  }
  return null;
}

/** @param {Panel} panel @param {import('./terms.js').Kind} kind */
function chooseKind(panel, kind) {
  panel.kind = kind;
  panel.app.actions.choose(null);
  void draw(panel).then(() => {
    /** @type {HTMLElement | null} */ (panel.body.querySelector(`.kind-of.${kind}`))?.focus();
  });
}

/** Something was chosen, here or in the text, or nothing any more. @param {Panel} panel */
function follow(panel) {
  const { state } = panel.app;
  const { choice, table } = state.get();
  if (!choice) {
    listed(panel).mark(null, false);
    panel.round = 0;
    return;
  }
  if (choice.from === 'text') panel.round = placeOf(panel, choice);
  if (choice.table !== table) state.set({ table: choice.table });
  else if (choice.table === 'terms' && isHidden(panel, choice.index)) void draw(panel);
  else listed(panel).mark(choice.index, choice.from !== 'table', choice.span);
}
