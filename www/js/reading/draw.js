import { inText } from '../core/places.js';
import { frame, stretches } from '../core/schedule.js';
import { showAbout } from './about.js';
import { edit } from './amend.js';
import { marksOf } from './marks.js';
import { currentEntry, isChanging, moved, showPlace } from './reader.js';
import { emptyText } from './text.js';

/**
 * Draws what is read, part by part, so that the page answers between two.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Entry} Entry
 * @typedef {import('./reader.js').Reader} Reader
 */

/** What is read now, unless it stands there. @param {Reader} reader */
export async function draw(reader) {
  const { state, say } = reader.app;
  const { editor, card } = reader.parts;
  const { current, document: at } = state.get();
  const entry = currentEntry(reader);
  const next = entry?.analysis?.documents[at] ?? null;
  const before = reader.shown;
  if (next === before) return;
  const here = `${current}/${at}`;
  const stays = reader.place === here && before !== null;
  if (stays && next && editor.holds(next)) return;
  if (!stays && state.get().editing) edit(reader, null);
  const another = next?.text !== before?.text;
  reader.shown = next;
  if (another) {
    card.hide();
    state.set({ choice: null, section: null, evidence: null });
  }
  document.title = next?.title ? `${next.title} — ${say.text('brand')}` : say.text('title');
  if (!next || !entry) {
    clear(reader, entry !== undefined);
    return;
  }
  const marks = await marksOf(next, state.get().dismissed);
  // The view that was just opened is laid out before its text.
  if (reader.shown === next && before === null) await frame();
  if (reader.shown !== next) return;
  if (stays && (editor.holds(next) || isChanging(reader))) {
    // The text was changed meanwhile: what comes of that is shown.
    reader.shown = before;
    return;
  }
  editor.renew(next, reader.sourceOf(entry.id), () => reader.parts.text.show(next, marks, stays));
  reader.place = here;
  if (stays) await reader.parts.text.finish();
  if (reader.shown !== next) return;
  showExpected(reader, next);
  if (!(await drawParts(reader, next, entry, marks))) return;
  if (another) reader.parts.find.again();
  await frame();
  if (reader.shown === next) moved(reader);
}

/**
 * There is nothing to read.
 *
 * @param {Reader} reader
 * @param {boolean} isEmpty whether there is a text, with nothing in it
 */
function clear({ app, parts }, isEmpty) {
  parts.text.clear();
  parts.about.replaceChildren();
  parts.aside.show(null, null);
  if (isEmpty) parts.leaves.append(emptyText(app.say.text('text.empty')));
  parts.layers.show(null);
  void parts.outline.show(null);
  void parts.tables.show(null, '');
}

/** The place that a change brought. @param {Reader} reader @param {AnalysedDocument} document */
function showExpected(reader, document) {
  if (!reader.expected) return;
  // Where words were taken out, the one after them.
  const { start, end } = reader.expected;
  const span = inText(document, { start, end: Math.max(end, start + 1) });
  reader.expected = null;
  if (span) showPlace(reader, span);
}

/**
 * @param {Reader} reader
 * @param {AnalysedDocument} document
 * @param {Entry} entry
 * @param {import('./marks.js').Marks} marks
 * @returns {Promise<boolean>} whether it came to the end
 */
async function drawParts(reader, document, entry, marks) {
  const { text, aside, layers, tables, strip, outline } = reader.parts;
  const rest = stretches();
  for (const part of [
    () => drawAbout(reader, document),
    () => aside.show(document, entry),
    () => layers.show(marks),
    () => tables.show(document, entry.name),
    () => strip.show(document),
    () => outline.show(document),
    text.finish,
  ]) {
    await rest();
    if (reader.shown !== document) return false;
    await part();
  }
  return true;
}

/** What stands above the text. @param {Reader} reader @param {AnalysedDocument} document */
export function drawAbout(reader, document) {
  const { app, parts } = reader;
  showAbout(
    parts.about,
    document,
    app,
    (table) => app.state.set({ table, part: 'tables' }),
    (span) => showPlace(reader, span),
  );
}

/** What the reader dismissed is marked no longer, and counted no longer. @param {Reader} reader */
export async function drawFindings(reader) {
  const { app, parts, shown } = reader;
  if (!shown) return;
  const marks = await marksOf(shown, app.state.get().dismissed);
  if (reader.shown !== shown) return;
  parts.card.hide();
  if (!parts.editor.holds(shown)) parts.text.show(shown, marks, true);
  parts.layers.show(marks);
  drawAbout(reader, shown);
  await parts.text.finish();
}
