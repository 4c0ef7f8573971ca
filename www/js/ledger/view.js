import { element } from '../core/dom.js';
import { createSay, inBoth } from '../core/say.js';
import { createDesk } from './desk.js';
import { createExports } from './exports.js';
import { createFeed, isLedgerFile } from './feed.js';
import { createFilter, lackingCounts } from './filter.js';
import { byMonth, byUnit, groupElements } from './groups.js';
import { createReport } from './report.js';
import { createTools } from './tools.js';

/**
 * The ledger (任务台账) of all texts that are open: a sheet to be edited, who has what, and what is due when.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {'sheet' | 'units' | 'months'} Face
 *
 * @typedef {object} Ledger
 * @property {import('../core/types.js').App} app
 * @property {import('./book.js').Book} book
 * @property {HTMLElement} root
 * @property {ReturnType<typeof partsOf>} parts
 * @property {import('./filter.js').FilterPart} filter
 * @property {import('./desk.js').DeskPart} desk
 * @property {import('./tools.js').ToolsPart} tools
 * @property {import('./exports.js').ExportsPart} exports
 * @property {import('./feed.js').FeedPart} feed
 * @property {ReturnType<typeof createReport>} report
 * @property {Face} face
 * @property {number} newest the last row when the filter was set
 */

/** @type {readonly Face[]} */
const FACES = ['sheet', 'units', 'months'];

/** After so many milliseconds without a change rows are kept, where the reader asked for that. */
const PATIENCE = 400;

/** What the cells of a ledger are written in, whatever the page is read in. */
export const inLedger = createSay(() => 'zh');

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @param {import('./book.js').Book} book
 * @param {HTMLElement} live where it is told what was done
 */
export function createLedger(root, app, book, live) {
  const { state, say, actions } = app;
  const filter = createFilter();
  const parts = partsOf((face) => turn(ledger, face), () => ledger.feed.retry());
  const told = (/** @type {string} */ key, /** @type {Record<string, number>} */ values = {}) => (live.textContent = parts.said.textContent = say.text(key, values));
  /** @type {Ledger} */
  const ledger = {
    ...{ app, book, root, parts, filter, face: 'sheet', newest: 0 },
    desk: createDesk({
      ...{ book, say, own: inLedger },
      goTo: ({ entry, document, span, task }) => {
        if (span) void actions.show(entry, document, { table: 'tasks', index: task ?? -1, span, from: 'keys' });
      },
      entry: () => state.get().current,
      tell: told,
      moved: () => drawTools(ledger),
    }),
    tools: createTools(say, {
      divide: (unit) => divide(ledger, unit),
      filter(wanted) {
        filter.set(wanted);
        sift(ledger);
      },
      act: (deed) => ledger.desk.act(deed),
    }),
    exports: createExports(
      say,
      () => {
        ledger.desk.take();
        return shown(ledger);
      },
      () => actions.tell({ id: 'export', severity: 'error', said: inBoth('ledger.export.failed') }),
    ),
    feed: createFeed(book, app, () => tell(ledger)),
    report: createReport(app, book, inLedger, told),
  };
  parts.holder.append(ledger.desk.table);
  // What is typed stays open while one of the tools is used on it.
  ledger.tools.root.addEventListener('mousedown', (event) => {
    if (event.target instanceof Element && event.target.closest('.deeds')) event.preventDefault();
  });
  parts.bar.append(ledger.report.root, ledger.exports.root);
  root.append(parts.bar, ledger.tools.root, parts.status, parts.trouble, parts.empty, parts.printed, parts.holder, parts.groups, parts.said);
  listen(ledger);
}

/** @param {Ledger} ledger */
function listen(ledger) {
  const { app, book, root, desk, feed } = ledger;
  const { state, actions } = app;
  let timer = 0;
  book.on((why) => {
    if (why === 'came') sift(ledger);
    else {
      draw(ledger);
      window.clearTimeout(timer);
      timer = window.setTimeout(actions.keepLedger, PATIENCE);
    }
  });
  root.addEventListener('keydown', (event) => {
    const undoes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (!undoes || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    desk.act(event.shiftKey ? 'redo' : 'undo');
  });
  const isOpen = () => state.get().view === 'ledger';
  state.on(['view'], () => {
    if (!isOpen()) {
      desk.take();
      return;
    }
    document.title = `${app.say.text('ledger.name')} — ${app.say.text('brand')}`;
    words(ledger);
    feed.follow();
    sift(ledger);
    root.focus({ preventScroll: true });
  });
  state.on(['entries'], () => {
    if (isOpen()) feed.follow();
  });
  state.on(['language'], () => {
    if (isOpen()) words(ledger);
  });
  window.addEventListener('beforeprint', () => {
    if (!isOpen()) return;
    const titles = [...new Set(shown(ledger).map(({ title }) => title))];
    ledger.parts.printed.textContent = app.say.text('ledger.source', { names: titles.join(app.say.text('ledger.between.parts')) });
    desk.drawAll();
  });
}

/** @param {(face: Face) => void} turn @param {() => void} retry */
function partsOf(turn, retry) {
  const tabs = FACES.map((face) =>
    element('button', { type: 'button', role: 'tab', id: `ledger-face-${face}`, 'aria-controls': face === 'sheet' ? 'ledger-sheet' : 'ledger-groups', onclick: () => turn(face) }),
  );
  const title = element('h2');
  const faces = element('div', { class: 'faces-of', role: 'tablist', onkeydown: (/** @type {KeyboardEvent} */ event) => walk(event, tabs) }, ...tabs);
  const again = element('button', { type: 'button', class: 'again', onclick: retry });
  const trouble = element('p', { class: 'refused', hidden: true, role: 'alert' }, element('span'), ' ', again);
  return {
    ...{ tabs, title, faces, again, trouble },
    bar: element('div', { class: 'bar-of-tools' }, title, faces),
    status: element('p', { class: 'under-way', role: 'status', hidden: true }),
    empty: element('p', { class: 'empty', hidden: true }),
    printed: element('p', { class: 'printed' }),
    holder: element('div', { class: 'sheet-of', id: 'ledger-sheet', role: 'tabpanel' }),
    groups: element('div', { class: 'groups', id: 'ledger-groups', role: 'tabpanel', tabindex: 0, hidden: true }),
    said: element('p', { class: 'said', 'aria-hidden': 'true' }),
  };
}

/** @param {KeyboardEvent} event @param {HTMLElement[]} tabs */
function walk(event, tabs) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = tabs.findIndex((tab) => tab === document.activeElement);
  const next = tabs[(at + step + tabs.length) % tabs.length];
  next?.click();
  next?.focus();
}

/** @param {Ledger} ledger */
function shown({ book, filter }) {
  return filter.shown(book.rows());
}

/** @param {Ledger} ledger @param {import('./types.js').Unit} unit */
function divide(ledger, unit) {
  const { book, desk, parts, app } = ledger;
  const before = book.unit();
  if (unit === before) return;
  desk.take();
  book.divide(unit);
  parts.said.textContent = app.say.text(book.isEdited(before) ? 'ledger.told.unit' : 'ledger.hint');
}

/** @param {Ledger} ledger @param {Face} face */
function turn(ledger, face) {
  ledger.desk.take();
  ledger.face = face;
  draw(ledger);
}

/** Which rows are shown, as they are now. @param {Ledger} ledger */
function sift(ledger) {
  const { book, filter, desk } = ledger;
  desk.take();
  const { entry } = filter.get();
  const rows = book.rows();
  if (entry !== null && !rows.some((row) => row.entry === entry)) filter.set({ entry: null });
  filter.sift(rows, rows.reduce((last, { id }) => Math.max(last, id), 0));
  draw(ledger);
}

/** @param {Ledger} ledger */
function draw(ledger) {
  const { app, book, parts, desk, face } = ledger;
  if (app.state.get().view !== 'ledger') return;
  const rows = shown(ledger);
  const all = book.rows();
  const count = app.say.text('ledger.rows', { count: rows.length === all.length ? all.length : `${rows.length}/${all.length}` });
  parts.title.replaceChildren(app.say.text('ledger.name'), ' ', element('span', { class: 'count' }, count));
  FACES.forEach((one, at) => {
    parts.tabs[at]?.setAttribute('aria-selected', String(one === face));
    if (parts.tabs[at]) parts.tabs[at].tabIndex = one === face ? 0 : -1;
  });
  parts.holder.hidden = face !== 'sheet' || rows.length === 0;
  parts.groups.hidden = face === 'sheet' || rows.length === 0;
  ledger.tools.root.dataset.face = face;
  void desk.show(rows, new Set(all.map((row) => `${row.entry}/${row.document}`)).size > 1);
  parts.groups.setAttribute('aria-labelledby', `ledger-face-${face}`);
  if (face === 'sheet') parts.groups.replaceChildren();
  else {
    const groups = face === 'units' ? byUnit(rows, app.say) : byMonth(rows, app.say);
    parts.groups.replaceChildren(...groupElements(groups, face, app.say, (row) => open(ledger, row)));
  }
  tell(ledger);
  drawTools(ledger);
}

/** Shows a row in the sheet. @param {Ledger} ledger @param {Row} row */
function open(ledger, row) {
  turn(ledger, 'sheet');
  ledger.desk.reveal(row.id);
}

/** @param {Ledger} ledger */
function drawTools({ app, book, filter, tools, desk, exports, report }) {
  const { entries } = app.state.get();
  const rows = book.rows();
  const named = entries.filter(({ id }) => rows.some(({ entry }) => entry === id));
  tools.draw({ unit: book.unit(), wanted: filter.get(), lacking: lackingCounts(rows), entries: named, can: desk.can(), isDivided: !named.every(isLedgerFile) || named.length === 0 });
  exports.draw(rows.length > 0);
  report.draw();
}

/** What has come, and what has not. @param {Ledger} ledger */
function tell(ledger) {
  const { app, parts, feed, book } = ledger;
  const { say } = app;
  const { waiting, failed } = feed.state();
  const [words] = parts.trouble.children;
  parts.status.hidden = waiting === 0;
  parts.status.textContent = waiting > 0 ? say.text('ledger.waiting') : '';
  parts.trouble.hidden = failed.length === 0;
  if (words) words.textContent = failed.length > 0 ? say.text('ledger.failed', { names: failed.join(say.text('several.between')) }) : '';
  const none = shown(ledger).length === 0 && waiting === 0 && failed.length === 0;
  parts.empty.hidden = !none;
  parts.empty.textContent = none ? say.text(book.rows().length > 0 ? 'empty.filter' : 'ledger.empty') : '';
}

/** @param {Ledger} ledger */
function words(ledger) {
  const { app, parts, root, tools, exports, desk } = ledger;
  const { say } = app;
  root.setAttribute('aria-label', say.text('ledger.name'));
  parts.faces.setAttribute('aria-label', say.text('ledger.faces'));
  FACES.forEach((face, at) => {
    const tab = parts.tabs[at];
    if (tab) tab.textContent = say.text(`ledger.face.${face}`);
  });
  parts.holder.setAttribute('aria-labelledby', 'ledger-face-sheet');
  parts.again.textContent = say.text('ledger.again');
  parts.said.textContent = say.text('ledger.hint');
  tools.words();
  exports.words();
  desk.words();
  draw(ledger);
}
