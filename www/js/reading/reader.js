/**
 * What is read, and the parts of the page that show it: the functions of the reading view take it.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Span} Span
 *
 * @typedef {object} Reader
 * @property {import('../core/types.js').App} app
 * @property {(entry: number) => string | null} sourceOf the source as it is now, where it was asked for
 * @property {import('./parts.js').Parts} parts
 * @property {AnalysedDocument | null} shown
 * @property {string} place the entry and the document that are shown
 * @property {Span | null} expected a place of the source, to be shown when the changed text comes
 * @property {Span | null} later a place to be gone to when the text can be seen
 * @property {readonly Span[]} painted all places of what a score counts, or of the term that was chosen
 */

/** The entry that is read. @param {Reader} reader */
export function currentEntry({ app }) {
  const { entries, current } = app.state.get();
  return entries.find(({ id }) => id === current);
}

/** Whether the text was changed since the analysis that is there. @param {Reader} reader */
export function isChanging(reader) {
  const entry = currentEntry(reader);
  return entry !== undefined && entry.revision !== entry.analysed;
}

/** @param {Reader} reader @param {Span} span */
export function showPlace(reader, span) {
  const { app, parts } = reader;
  // A narrow page may show something else: the place is gone to when the text is seen.
  reader.later = parts.scroller.offsetParent === null ? span : null;
  app.actions.choose(null);
  parts.text.goTo(span);
  parts.text.paint('chosen', [span]);
}

/** Another part of the text came into view. @param {Reader} reader */
export function moved({ app, parts }) {
  const { text, outline, strip, card, scroller } = parts;
  const view = text.inView();
  outline.follow(view.start + 1);
  strip.follow(view);
  if (!card.pinned()) card.hide();
  else {
    const { choice } = app.state.get();
    const place = choice && text.place(choice.span);
    const box = scroller.getBoundingClientRect();
    if (!place || place.bottom < box.top || place.top > box.bottom) card.hide();
    else if (choice) card.show(text.marksAt(choice.span.start), place, true);
  }
}
