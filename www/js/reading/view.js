import { isField, part } from '../core/dom.js';
import { frame } from '../core/schedule.js';
import { createWalker } from '../scores/walker.js';
import { createTables } from '../tables/panel.js';
import { showAbout } from './about.js';
import { createAside } from './aside.js';
import { createCard } from './card.js';
import { createFind } from './find.js';
import { createLayers } from './layers.js';
import { LAYERS, marksOf } from './marks.js';
import { createOutline } from './outline.js';
import { createStrip } from './strip.js';
import { createText, emptyText } from './text.js';

/**
 * The reading view: outline, text and tables, and how they answer each other.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 *
 * @typedef {object} ReadingPart
 * @property {() => void} find
 * @property {(step: number) => void} step
 * @property {(layer: number) => void} layer
 * @property {() => Promise<void>} drawn when what is read now stands on the page
 * @property {() => boolean} close puts away what lies over the text; whether there was anything
 */

/**
 * @param {import('../core/types.js').App} app
 * @returns {ReadingPart}
 */
export function createReading(app) {
  const { state, say, actions } = app;
  /** @type {AnalysedDocument | null} */
  let shown = null;
  let drawing = Promise.resolve();
  /** The entry and the document that are shown. */
  let place = '';

  const scroller = part('scroller', HTMLElement);
  const leaves = part('leaves', HTMLElement);
  const about = part('about', HTMLElement);
  const text = createText(leaves, scroller, app, moved);
  const layers = createLayers(part('layers', HTMLElement), app);
  const card = createCard(part('card', HTMLElement), app, () => shown);
  const strip = createStrip(part('strip', HTMLElement), (position) =>
    text.goTo({ start: position, end: position + 1 }),
  );
  const outline = createOutline(
    part('outline', HTMLElement),
    app,
    ({ span, section }) => {
      state.set({ part: 'text', ...(state.get().table === 'scores' ? { section, evidence: null } : {}) });
      text.goTo(span);
    },
    (span) => {
      state.set({ part: 'text' });
      showPlace(span);
    },
  );
  const aside = createAside(part('aside', HTMLElement), app, showPlace);
  const tables = createTables(part('tables', HTMLElement), app);
  const walk = createWalker(part('walker', HTMLElement), app);
  const find = createFind(
    part('find', HTMLInputElement),
    part('find-count', HTMLElement),
    app,
    {
      text: () => shown?.text ?? '',
      paint: (spans) => text.paint('find', spans),
      goTo: text.goTo,
    },
  );

  function moved() {
    const view = text.inView();
    outline.follow(view.start + 1);
    strip.follow(view);
    if (!card.pinned()) card.hide();
    else {
      const { choice } = state.get();
      const place = choice && text.place(choice.span);
      const box = scroller.getBoundingClientRect();
      if (!place || place.bottom < box.top || place.top > box.bottom) card.hide();
      else if (choice) card.show(text.marksAt(choice.span.start), place, true);
    }
  }

  /** Draws what is read now, part by part, so that the page answers between two. */
  async function draw() {
    const { entries, current, document: at } = state.get();
    const entry = entries.find(({ id }) => id === current);
    const next = entry?.analysis?.documents[at] ?? null;
    if (next === shown) return;
    const another = next?.text !== shown?.text;
    const opened = shown === null;
    shown = next;
    if (another) {
      card.hide();
      state.set({ choice: null, section: null, evidence: null });
    }
    document.title = next?.title ? `${next.title} — ${say.text('brand')}` : say.text('title');
    if (!next || !entry) {
      text.clear();
      about.replaceChildren();
      aside.show(null, null);
      if (entry) leaves.append(emptyText(say.text('text.empty')));
      layers.show(null);
      void outline.show(null);
      void tables.show(null, '');
      return;
    }
    const marks = await marksOf(next);
    // The view that was just opened is laid out before its text.
    if (shown === next && opened) await frame();
    if (shown !== next) return;
    text.show(next, marks, place === `${current}/${at}`);
    place = `${current}/${at}`;
    for (const part of [
      () => showAbout(about, next, app, openTable, showPlace),
      () => aside.show(next, entry),
      () => layers.show(marks),
      () => tables.show(next, entry.name),
      () => strip.show(next),
      () => outline.show(next),
      text.finish,
    ]) {
      await frame();
      if (shown !== next) return;
      await part();
    }
    if (another) find.again();
    await frame();
    if (shown === next) moved();
  }

  function drawNow() {
    drawing = Promise.all([drawing, draw()]).then(() => undefined);
  }

  /** @param {import('../core/types.js').Span} span */
  function showPlace(span) {
    actions.choose(null);
    text.goTo(span);
    text.paint('chosen', [span]);
  }

  /** @param {import('../core/types.js').TableName} table */
  function openTable(table) {
    state.set({ table, part: 'tables' });
  }

  state.on(['entries', 'current', 'document'], drawNow);
  state.on(['language'], () => {
    if (!shown) return;
    showAbout(about, shown, app, openTable, showPlace);
    void outline.show(shown);
    card.hide();
  });

  state.on(['choice'], () => {
    const { choice, layers: on } = state.get();
    if (!choice) {
      text.paint('chosen', []);
      card.hide();
      return;
    }
    if (choice.from !== 'text') {
      if (!choice.stay) state.set({ part: 'text' });
      text.goTo(choice.span);
    }
    text.paint('chosen', [choice.span]);
    // When the place has come to rest the card says what the row says.
    const show = () => {
      if (state.get().choice !== choice) return;
      const place = text.place(choice.span);
      const marks = text
        .marksAt(choice.span.start)
        .filter((mark) => answers(mark, choice));
      if (place && marks.length > 0 && on) card.show(marks, place, true);
    };
    if (choice.from === 'text') show();
    else setTimeout(show, 120);
  });

  /** @type {import('../core/types.js').Span[] | null} */
  let proved = null;
  state.on(['evidence'], () => {
    const { evidence, choice } = state.get();
    const spans = evidence?.spans ?? null;
    if (spans !== proved) text.paint('evidence', spans ?? []);
    proved = spans;
    const span = evidence?.spans[evidence.at];
    if (span) {
      state.set({ part: 'text' });
      text.goTo(span);
      text.paint('chosen', [span]);
    } else if (!choice) text.paint('chosen', []);
  });

  // A card on hover; a click chooses, and the row answers.
  scroller.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || card.pinned()) return;
    const position = text.positionAt(event.clientX, event.clientY);
    const marks = position === null ? [] : text.marksAt(position);
    scroller.toggleAttribute('data-over', marks.length > 0);
    const [first] = marks;
    const place = first && text.place(first);
    if (place) card.show(marks, lineUnder(place, event), false);
    else card.hide();
  });
  scroller.addEventListener('pointerleave', () => {
    if (!card.pinned()) card.hide();
  });
  leaves.addEventListener('click', (event) => {
    if (String(window.getSelection())) return;
    const position = text.positionAt(event.clientX, event.clientY);
    const marks = position === null ? [] : text.marksAt(position);
    const [first] = marks;
    if (!first) {
      actions.choose(null);
      return;
    }
    const place = text.place(first);
    if (first.table) {
      const span = { start: first.start, end: first.end };
      actions.choose({ table: first.table, index: first.index, span, from: 'text' });
    }
    if (place) card.show(marks, lineUnder(place, event), true);
  });

  window.addEventListener('beforeprint', text.fillAll);

  return {
    find() {
      state.set({ part: 'text' });
      find.open();
    },
    step: (step) => {
      if (!walk(step)) tables.step(step);
    },
    drawn: () => drawing,
    layer(index) {
      const layer = LAYERS[index];
      if (layer) layers.toggle(layer);
    },
    close() {
      if (card.hide()) return true;
      if (isField(document.activeElement) && find.close()) return true;
      if (find.close()) return true;
      const { choice, evidence } = state.get();
      const had = choice !== null || evidence !== null;
      actions.choose(null);
      actions.prove(null);
      return had;
    },
  };
}

/**
 * Whether a mark is what was chosen; a row of the comparison holds figures of other tables.
 * @param {import('./marks.js').Mark} mark
 * @param {import('../core/types.js').Choice} choice
 */
function answers(mark, { table, index, span }) {
  if (table === 'compare') return mark.start === span.start && (mark.table === 'targets' || mark.table === 'actuals');
  return mark.table === table && mark.index === index;
}

/**
 * The line of a mark that the pointer is on; the whole mark may run over several.
 * @param {DOMRect} place
 * @param {MouseEvent} event
 */
function lineUnder(place, event) {
  if (event.clientY >= place.top && event.clientY <= place.bottom) return place;
  return new DOMRect(event.clientX, event.clientY - 12, 1, 24);
}
