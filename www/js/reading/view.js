import { isField, part } from '../core/dom.js';
import { inText } from '../core/places.js';
import { frame } from '../core/schedule.js';
import { createEditor } from '../editing/editor.js';
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
 * @typedef {import('../core/types.js').Span} Span
 *
 * @typedef {object} ReadingPart
 * @property {() => void} find
 * @property {(step: number) => void} step
 * @property {(layer: number) => void} layer
 * @property {() => Promise<void>} drawn when what is read now stands on the page
 * @property {(entry: number | null) => void} edit lets the text be changed in place, or no longer
 * @property {(finding: number) => void} fix does what a finding of the document suggests
 * @property {(place: Span) => void} expect shows this place of the source when the changed text comes
 * @property {() => void} flush takes in what was typed
 * @property {() => boolean} close puts away what lies over the text; whether there was anything
 */

/**
 * @param {import('../core/types.js').App} app
 * @param {(entry: number) => string | null} sourceOf the source as it is now, where it was asked for
 * @returns {ReadingPart}
 */
export function createReading(app, sourceOf) {
  const { state, say, actions } = app;
  /** @type {AnalysedDocument | null} */
  let shown = null;
  let drawing = Promise.resolve();
  /** The entry and the document that are shown. */
  let place = '';
  /** Of the source, to be shown when the changed text comes. @type {Span | null} */
  let expected = null;
  /** To be gone to when the text can be seen. @type {Span | null} */
  let later = null;

  const scroller = part('scroller', HTMLElement);
  const leaves = part('leaves', HTMLElement);
  const about = part('about', HTMLElement);
  const text = createText(leaves, scroller, app, moved);
  const editor = createEditor(leaves, {
    source() {
      const { current } = state.get();
      return current === null ? null : sourceOf(current);
    },
    revise(source) {
      const { current } = state.get();
      if (current !== null) actions.revise(current, source);
    },
    step: actions.step,
    typed: () => card.hide(),
    settled: drawNow,
  });
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
      text.goTo(span, true);
    },
    (span) => {
      state.set({ part: 'text' });
      showPlace(span);
    },
  );
  const aside = createAside(part('aside', HTMLElement), app, showPlace);
  const tables = createTables(part('tables', HTMLElement), app);
  const walk = createWalker(part('walker', HTMLElement), app, () => scroller.focus({ preventScroll: true }));
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
    const here = `${current}/${at}`;
    const stays = place === here && shown !== null;
    if (stays && next && editor.holds(next)) return;
    if (!stays && state.get().editing) edit(null);
    const another = next?.text !== shown?.text;
    const opened = shown === null;
    const before = shown;
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
    const marks = await marksOf(next, state.get().dismissed);
    // The view that was just opened is laid out before its text.
    if (shown === next && opened) await frame();
    if (shown !== next) return;
    if (stays && (editor.holds(next) || isChanging())) {
      // The text was changed meanwhile: what comes of that is shown.
      shown = before;
      return;
    }
    editor.renew(next, sourceOf(entry.id), () => text.show(next, marks, stays));
    place = here;
    if (stays) await text.finish();
    if (shown !== next) return;
    if (expected) {
      // Where words were taken out, the one after them.
      const { start, end } = expected;
      const span = inText(next, { start, end: Math.max(end, start + 1) });
      expected = null;
      if (span) showPlace(span);
    }
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
    // A narrow page may show something else: the place is gone to when the text is seen.
    later = scroller.offsetParent === null ? span : null;
    actions.choose(null);
    text.goTo(span);
    text.paint('chosen', [span]);
  }

  /** Whether the text was changed since the analysis that is there. */
  function isChanging() {
    const { entries, current } = state.get();
    const entry = entries.find(({ id }) => id === current);
    return entry !== undefined && entry.revision !== entry.analysed;
  }

  /** @param {number | null} entry */
  function edit(entry) {
    const document = shown;
    const source = entry === null ? null : sourceOf(entry);
    if (entry === null || !document || source === null || isChanging()) {
      editor.turn(false);
      state.set({ editing: false });
      void text.paintAgain();
      return;
    }
    state.set({ editing: true, part: 'text' });
    text.fillAll();
    editor.renew(document, source, () => {});
    editor.turn(true);
    void text.paintAgain();
    leaves.focus({ preventScroll: true });
  }

  /** What the reader dismissed is marked no longer, and counted no longer. */
  async function drawFindings() {
    const document = shown;
    if (!document) return;
    const marks = await marksOf(document, state.get().dismissed);
    if (shown !== document) return;
    card.hide();
    if (!editor.holds(document)) text.show(document, marks, true);
    layers.show(marks);
    showAbout(about, document, app, openTable, showPlace);
    await text.finish();
  }

  /** @param {import('../core/types.js').TableName} table */
  function openTable(table) {
    state.set({ table, part: 'tables' });
  }

  state.on(['entries', 'current', 'document'], drawNow);
  state.on(['dismissed'], () => void drawFindings());
  state.on(['part'], () => {
    if (state.get().part !== 'text') return;
    const span = later;
    later = null;
    void frame().then(() => {
      if (span) text.goTo(span);
      moved();
    });
  });
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
      paintPlaces();
      card.hide();
      return;
    }
    if (choice.from !== 'text') {
      if (!choice.stay) state.set({ part: 'text' });
      text.goTo(choice.span);
    }
    text.paint('chosen', [choice.span]);
    paintPlaces();
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

  /** @type {import('../core/types.js').Span[]} */
  let painted = [];

  /** All places of what a score counts, or of the term that was chosen. */
  function paintPlaces() {
    const { evidence, choice } = state.get();
    const term = choice?.table === 'terms' ? shown?.terms[choice.index] : undefined;
    const spans = evidence?.spans ?? term?.occurrences ?? [];
    if (spans !== painted && spans.length + painted.length > 0) text.paint('evidence', spans);
    painted = spans;
  }

  state.on(['evidence'], () => {
    const { evidence, choice } = state.get();
    paintPlaces();
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
    async drawn() {
      // Another analysis may have come while the one before was drawn.
      let seen;
      do {
        seen = drawing;
        await seen;
      } while (seen !== drawing);
    },
    layer(index) {
      const layer = LAYERS[index];
      if (layer) layers.toggle(layer);
    },
    edit,
    flush: editor.flush,
    expect(span) {
      expected = span;
    },
    fix(index) {
      const suggestion = shown?.findings[index]?.suggestion;
      const { current } = state.get();
      if (!shown || !suggestion || current === null || isChanging()) return;
      const { span, replacement } = suggestion;
      card.hide();
      if (!state.get().editing) editor.renew(shown, sourceOf(current), () => {});
      expected = editor.put(span.start, span.end, replacement);
    },
    close() {
      if (card.hide()) return true;
      if (isField(document.activeElement) && find.close()) return true;
      if (find.close()) return true;
      const { choice, evidence } = state.get();
      const had = choice !== null || evidence !== null;
      actions.choose(null);
      actions.prove(null);
      if (!had && state.get().editing) {
        edit(null);
        return true;
      }
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
