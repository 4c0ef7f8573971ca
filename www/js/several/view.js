import { element } from '../core/dom.js';
import { frame, inStretches } from '../core/schedule.js';
import { copyBy } from '../export/clipboard.js';
import { toCsv } from '../export/csv.js';
import { download } from '../export/download.js';
import { STEPS } from '../reading/ladder.js';
import { card, endsOf, ticksOf } from './cards.js';
import { createAllExports } from './exports.js';
import { gather, inOrder, MEASURES, ORDERS } from './gather.js';
import { cells, heads, row } from './table.js';
import { dots, isCut, ladderRows } from './rows.js';
import { createTimeline } from './timeline.js';
import { hasTrend, isOfOnePlace, isSmoothed, ladderTrend, trend } from './trend.js';

/**
 * All documents that are open, side by side: their scores over time, one small chart a document, and a
 * table with the figures.
 *
 * @typedef {import('./gather.js').Item} Item
 */

/** So many documents are drawn at first, and with each wish for more. */
const DRAWN = 96;

/** So many cards or rows are laid out in one frame. */
const BATCH = 10;

/** While texts come one by one, the view follows this often, in milliseconds. */
const PATIENCE = 400;

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 */
export function createSeveral(root, app) {
  const { state, say, actions } = app;
  /** @type {import('./gather.js').Order} */
  let order = 'date';
  let count = DRAWN;
  let task = new AbortController();
  let timer = 0;
  /** @type {Item[]} */
  let items = [];
  /** What the trends were drawn of. */
  let drawn = '';
  /** What was made for a document, as long as it says the same. @type {WeakMap<object, {key: string, card: HTMLElement, row: HTMLElement}>} */
  const made = new WeakMap();

  const title = element('h2');
  const sorting = element('select', { id: 'several-order', onchange: sort });
  sorting.append(...ORDERS.map((name) => element('option', { value: name })));
  const sortingLabel = element('label', { for: 'several-order' });
  const copy = element('button', { type: 'button', onclick: () => void copyBy(copy, exported(), say) });
  const csv = element('button', { type: 'button', onclick: () => download(`${say.text('several.name')}.csv`, toCsv(exported()), 'text/csv;charset=utf-8') }, 'CSV');
  const all = createAllExports(app, () => items);
  const status = element('p', { class: 'under-way', role: 'status' });
  const refused = element('p', { class: 'refused' });
  const lonely = element('p', { class: 'lonely', hidden: true });
  const trends = element('section', { class: 'trends', hidden: true });
  const timeline = createTimeline(app, (item, index) => {
    const [span] = item.document.terms[index]?.occurrences ?? [];
    if (span) void actions.show(item.entry, item.at, { table: 'terms', index, span, from: 'keys' });
  });
  const note = element('p', { class: 'note' });
  const key = element('div', { class: 'key' });
  const ticks = element('div');
  const cards = element('ul', { class: 'ones' });
  const rows = element('tbody');
  const table = element('div', { class: 'figures-of', tabindex: 0, role: 'region', hidden: true });
  const more = element('button', {
    type: 'button',
    class: 'more',
    hidden: true,
    onclick: () => {
      count += DRAWN;
      void draw();
    },
  });
  root.replaceChildren(
    element('div', { class: 'bar-of-tools' }, title, all.root, element('div', { class: 'several-tools' }, sortingLabel, sorting, copy, csv)),
    status,
    refused,
    lonely,
    trends,
    note,
    key,
    ticks,
    cards,
    table,
    more,
    timeline.root,
  );

  const isOpen = () => state.get().view === 'several';

  function sort() {
    order = ORDERS.find((name) => name === sorting.value) ?? 'date';
    drawNow();
  }

  /** @param {Item} item */
  function read({ entry, at }) {
    actions.read(entry, at);
  }

  function exported() {
    return [heads(say), ...items.map((item) => cells(item, say))];
  }

  function words() {
    root.setAttribute('aria-label', say.text('several.name'));
    sortingLabel.textContent = say.text('several.order');
    for (const option of sorting.options) option.textContent = say.text(`several.order.${option.value}`);
    copy.textContent = say.text('table.copy');
    csv.title = say.text('table.csv');
    all.words();
  }

  /** What has come, and what is still to come. */
  function tell() {
    const { entries } = state.get();
    const failed = entries.filter(({ analysis, stage }) => analysis === null && stage === 'failed');
    const waiting = entries.filter(({ analysis, stage }) => analysis === null && stage !== 'failed').length;
    status.hidden = waiting === 0;
    status.textContent = waiting > 0 ? say.text('several.waiting', { done: entries.length - waiting, all: entries.length }) : '';
    refused.hidden = failed.length === 0;
    refused.textContent = failed.length > 0 ? say.text('several.refused', { names: failed.map(({ name }) => name).join(say.text('several.between')) }) : '';
    return waiting;
  }

  function drawNow() {
    window.clearTimeout(timer);
    timer = 0;
    if (isOpen()) void draw();
  }

  function follow() {
    if (!isOpen() || timer !== 0) return;
    timer = window.setTimeout(drawNow, PATIENCE);
  }

  async function draw() {
    task.abort();
    task = new AbortController();
    const { signal } = task;
    const waiting = tell();
    const { entries, language } = state.get();
    const found = gather(entries);
    items = inOrder(found, order);
    const shown = items.slice(0, count);
    const two = items.length > 1;
    words();
    title.replaceChildren(say.text('several.name'), ' ', element('span', { class: 'count' }, say.text('several.count', { count: items.length })));
    sortingLabel.hidden = sorting.hidden = copy.hidden = csv.hidden = !two;
    all.root.hidden = items.length === 0;
    lonely.hidden = two || waiting > 0;
    lonely.textContent = say.text(items.length === 1 ? 'several.one' : 'several.none');

    const ends = endsOf(items);
    const same = `${language}/${MEASURES.map((measure) => ends[measure]).join()}`;
    const whole = await inStretches(
      shown,
      (item) => {
        if (made.get(item.document)?.key === same) return;
        made.set(item.document, { key: same, card: card(item, ends, say, read), row: row(item, say, read) });
      },
      signal,
      frame,
    );
    if (!whole) return;
    const parts = shown.flatMap(({ document }) => made.get(document) ?? []);
    ticks.replaceChildren(ticksOf(items, ends));
    writeKey(ends);
    if (!(await arrange(cards, parts.map((part) => part.card), signal))) return;
    const trendKey = `${language}/${items.map(({ time, place, title, values }) => [time, place, title, ...Object.values(values)].join(' ')).sort().join()}`;
    if (trendKey !== drawn) {
      drawn = trendKey;
      const overTime = hasTrend(items);
      trends.hidden = !two;
      trends.setAttribute('aria-label', say.text(overTime ? 'several.trends' : 'several.by-value'));
      const ladder = overTime && isOfOnePlace(items) ? ladderTrend : ladderRows;
      const chart = overTime ? trend : dots;
      trends.replaceChildren(...(two ? [ladder(items, say, read), ...MEASURES.map((measure) => chart(measure, items, say, read))] : []));
      writeNote();
      await frame();
      if (signal.aborted) return;
    }
    timeline.show(items);
    await frame();
    if (signal.aborted) return;
    table.hidden = !two;
    table.setAttribute('aria-label', say.text('several.table'));
    if (!(await arrange(rows, parts.map((part) => part.row), signal))) return;
    if (table.dataset.language !== language) {
      table.dataset.language = language;
      table.replaceChildren(tableElement());
    }
    more.hidden = shown.length === items.length;
    more.textContent = say.text('several.more', { count: items.length - shown.length });
  }

  function writeNote() {
    const undated = items.filter(({ time }) => time === null).length;
    const named = items.filter(({ dated }) => dated === 'name').length;
    const said = [];
    if (!hasTrend(items)) said.push(say.text('several.no-trend'), ...(isCut(items) ? [say.text('several.cut')] : []));
    else {
      said.push(say.text(isSmoothed(items) ? 'several.smoothed' : 'several.joined'));
      if (undated > 0) said.push(say.text('several.some-undated', { count: undated }));
      if (named > 0) said.push(say.text('several.by-name', { count: named }));
    }
    note.hidden = items.length < 2;
    note.textContent = said.join(state.get().language === 'zh' ? '' : ' ');
  }

  /** @param {import('./cards.js').Ends} ends */
  function writeKey(ends) {
    key.hidden = items.length === 0;
    key.replaceChildren(
      element(
        'ul',
        { class: 'legend' },
        ...STEPS.map((step) =>
          element('li', {}, element('span', { class: `swatch ${step}`, 'aria-hidden': 'true' }), say.text(`ladder.${step}`)),
        ),
      ),
      items.length > 1 ? element('p', { class: 'note' }, say.text('several.scales', ends)) : '',
    );
  }

  function tableElement() {
    const names = heads(say).map((head, at) => element('th', { scope: 'col', class: at > 1 ? 'number' : undefined }, head));
    return element(
      'table',
      {},
      element('caption', {}, say.text('several.table')),
      element('thead', {}, element('tr', {}, ...names)),
      rows,
    );
  }

  state.on(['view'], () => {
    if (!isOpen()) return;
    document.title = `${say.text('several.name')} — ${say.text('brand')}`;
    void draw().then(() => root.focus({ preventScroll: true }));
  });
  state.on(['entries'], follow);
  state.on(['language'], drawNow);
}

/**
 * Puts elements into a parent in this order, some each frame, and moves none that stands right.
 *
 * @param {HTMLElement} parent
 * @param {HTMLElement[]} wanted
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether it came to the end
 */
async function arrange(parent, wanted, signal) {
  const keep = new Set(wanted);
  for (const old of [...parent.children]) if (!keep.has(/** @type {HTMLElement} */ (old))) old.remove();
  let moved = 0;
  for (const [at, child] of wanted.entries()) {
    if (parent.children[at] === child) continue;
    parent.insertBefore(child, parent.children[at] ?? null);
    moved += 1;
    if (moved % BATCH > 0) continue;
    await frame();
    if (signal.aborted) return false;
  }
  await frame();
  return !signal.aborted;
}
