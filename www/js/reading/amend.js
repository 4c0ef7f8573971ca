import { isChanging } from './reader.js';

/**
 * Changes of the text that is read: in place, and by what a finding suggests.
 *
 * @typedef {import('./reader.js').Reader} Reader
 */

/**
 * Lets the text be changed in place, or no longer.
 *
 * @param {Reader} reader
 * @param {number | null} entry
 */
export function edit(reader, entry) {
  const { app, parts, shown } = reader;
  const { editor, text, leaves } = parts;
  const source = entry === null ? null : reader.sourceOf(entry);
  if (entry === null || !shown || source === null || isChanging(reader)) {
    editor.turn(false);
    app.state.set({ editing: false });
    void text.paintAgain();
    return;
  }
  app.state.set({ editing: true, part: 'text' });
  text.fillAll();
  editor.renew(shown, source, () => {});
  editor.turn(true);
  void text.paintAgain();
  leaves.focus({ preventScroll: true });
}

/**
 * Does what a finding of the document suggests.
 *
 * @param {Reader} reader
 * @param {number} index
 */
export function fix(reader, index) {
  const { app, parts, shown } = reader;
  const suggestion = shown?.findings[index]?.suggestion;
  const { current, editing } = app.state.get();
  if (!shown || !suggestion || current === null || isChanging(reader)) return;
  const { span, replacement } = suggestion;
  parts.card.hide();
  if (!editing) parts.editor.renew(shown, reader.sourceOf(current), () => {});
  reader.expected = parts.editor.put(span.start, span.end, replacement);
}
