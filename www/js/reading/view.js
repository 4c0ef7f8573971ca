import { frame } from '../core/schedule.js';
import { edit, fix } from './amend.js';
import { followChoices } from './choosing.js';
import { draw, drawAbout, drawFindings } from './draw.js';
import { LAYERS } from './marks.js';
import { createParts } from './parts.js';
import { followPointer } from './pointer.js';
import { moved } from './reader.js';

/**
 * The reading view: outline, text and tables, and how they answer each other.
 *
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {import('./reader.js').Reader} Reader
 *
 * @typedef {object} ReadingPart
 * @property {() => void} find
 * @property {(step: number) => void} step
 * @property {(layer: number) => void} layer
 * @property {() => Promise<void>} drawn when what is read now stands on the page
 * @property {(entry: number | null) => void} edit lets the text be changed in place, or no longer
 * @property {(findings: readonly number[]) => boolean} fix does what findings of the document suggest; whether it was done
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
  let drawing = Promise.resolve();
  const drawNow = () => {
    drawing = Promise.all([drawing, draw(reader)]).then(() => undefined);
  };
  const reader = createReader(app, sourceOf, drawNow);
  const { text, editor, layers, find, walk, tables } = reader.parts;

  app.state.on(['entries', 'current', 'document'], drawNow);
  app.state.on(['dismissed'], () => void drawFindings(reader));
  app.state.on(['part'], () => showPart(reader));
  app.state.on(['language'], () => drawWords(reader));
  followChoices(reader);
  followPointer(reader);
  window.addEventListener('beforeprint', text.fillAll);

  return {
    find() {
      app.state.set({ part: 'text' });
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
    edit: (entry) => edit(reader, entry),
    flush: editor.flush,
    expect(span) {
      reader.expected = span;
    },
    fix: (findings) => fix(reader, findings),
    close: () => close(reader),
  };
}

/**
 * @param {import('../core/types.js').App} app
 * @param {(entry: number) => string | null} sourceOf
 * @param {() => void} settled
 * @returns {Reader}
 */
function createReader(app, sourceOf, settled) {
  /** @type {Omit<Reader, 'parts'>} */
  const without = { app, sourceOf, shown: null, place: '', expected: null, later: null, painted: [] };
  // Its parts are made with it in their hands.
  const reader = /** @type {Reader} */ (without);
  reader.parts = createParts(reader, settled);
  return reader;
}

/** A narrow page shows the text again. @param {Reader} reader */
function showPart(reader) {
  if (reader.app.state.get().part !== 'text') return;
  const span = reader.later;
  reader.later = null;
  void frame().then(() => {
    if (span) reader.parts.text.goTo(span);
    moved(reader);
  });
}

/** In another language. @param {Reader} reader */
function drawWords(reader) {
  if (!reader.shown) return;
  drawAbout(reader, reader.shown);
  void reader.parts.outline.show(reader.shown);
  reader.parts.card.hide();
}

/** @param {Reader} reader */
function close(reader) {
  const { state, actions } = reader.app;
  const { card, find } = reader.parts;
  if (card.hide()) return true;
  if (find.close()) return true;
  const { choice, evidence } = state.get();
  const had = choice !== null || evidence !== null;
  actions.choose(null);
  actions.prove(null);
  if (!had && state.get().editing) {
    edit(reader, null);
    return true;
  }
  return had;
}
