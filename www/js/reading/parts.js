import { part } from '../core/dom.js';
import { createEditor } from '../editing/editor.js';
import { createWalker } from '../scores/walker.js';
import { createTables } from '../tables/panel.js';
import { createAside } from './aside.js';
import { createCard } from './card.js';
import { createFind } from './find.js';
import { createLayers } from './layers.js';
import { createOutline } from './outline.js';
import { moved, showPlace } from './reader.js';
import { createStrip } from './strip.js';
import { createText } from './text.js';

/**
 * The parts of the reading view, each in its place of the page.
 *
 * @typedef {import('./reader.js').Reader} Reader
 *
 * @typedef {object} Parts
 * @property {HTMLElement} scroller
 * @property {HTMLElement} leaves
 * @property {HTMLElement} about
 * @property {import('./text.js').TextPart} text
 * @property {ReturnType<typeof createEditor>} editor
 * @property {ReturnType<typeof createLayers>} layers
 * @property {import('./card.js').CardPart} card
 * @property {ReturnType<typeof createStrip>} strip
 * @property {ReturnType<typeof createOutline>} outline
 * @property {ReturnType<typeof createAside>} aside
 * @property {import('../tables/panel.js').TablesPart} tables
 * @property {ReturnType<typeof createWalker>} walk
 * @property {ReturnType<typeof createFind>} find
 */

/**
 * @param {Reader} reader whose parts they become: they ask it only when something happens
 * @param {() => void} settled what was typed is analysed
 * @returns {Parts}
 */
export function createParts(reader, settled) {
  const { app } = reader;
  const scroller = part('scroller', HTMLElement);
  const leaves = part('leaves', HTMLElement);
  const text = createText(leaves, scroller, app, () => moved(reader));
  const editor = createEditor(leaves, editingOf(reader, settled));
  const layers = createLayers(part('layers', HTMLElement), app);
  const card = createCard(part('card', HTMLElement), app, () => reader.shown);
  const strip = createStrip(part('strip', HTMLElement), (position) =>
    text.goTo({ start: position, end: position + 1 }),
  );
  const outline = createOutline(
    part('outline', HTMLElement),
    app,
    ({ span, section }) => {
      const ofScores = app.state.get().table === 'scores' ? { section, evidence: null } : {};
      app.state.set({ part: 'text', ...ofScores });
      text.goTo(span, true);
    },
    (span) => {
      app.state.set({ part: 'text' });
      showPlace(reader, span);
    },
  );
  const aside = createAside(part('aside', HTMLElement), app, (span) => showPlace(reader, span));
  const tables = createTables(part('tables', HTMLElement), app);
  const walk = createWalker(
    part('walker', HTMLElement),
    app,
    () => scroller.focus({ preventScroll: true }),
    () => reader.shown,
  );
  const find = createFind(part('find', HTMLInputElement), part('find-count', HTMLElement), app, {
    text: () => reader.shown?.text ?? '',
    paint: (spans) => text.paint('find', spans),
    goTo: text.goTo,
  });
  const about = part('about', HTMLElement);
  return { scroller, leaves, about, text, editor, layers, card, strip, outline, aside, tables, walk, find };
}

/**
 * What the editor asks of the page.
 *
 * @param {Reader} reader
 * @param {() => void} settled
 * @returns {Parameters<typeof createEditor>[1]}
 */
function editingOf(reader, settled) {
  const { state, actions } = reader.app;
  return {
    source() {
      const { current } = state.get();
      return current === null ? null : reader.sourceOf(current);
    },
    revise(source) {
      const { current } = state.get();
      if (current !== null) actions.revise(current, source);
    },
    step: actions.step,
    typed: () => reader.parts.card.hide(),
    settled,
  };
}
