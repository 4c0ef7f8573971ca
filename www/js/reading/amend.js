import { changesOf } from '../findings/changes.js';
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
  const { start } = text.inView();
  const stay = () => {
    if (start > 0) text.goTo({ start, end: start + 1 }, true);
  };
  if (entry === null || !shown || source === null || isChanging(reader)) {
    editor.turn(false);
    app.state.set({ editing: false });
    void text.paintAgain();
    stay();
    return;
  }
  app.state.set({ editing: true, part: 'text' });
  // What stood there as a guess gets its true height.
  text.fillAll();
  editor.renew(shown, source, () => {});
  editor.turn(true);
  void text.paintAgain();
  leaves.focus({ preventScroll: true });
  stay();
}

/**
 * Does what findings of the document suggest, in one step.
 *
 * @param {Reader} reader
 * @param {readonly number[]} indexes
 * @returns {boolean} whether it was done
 */
export function fix(reader, indexes) {
  const { app, parts, shown } = reader;
  const { current, editing } = app.state.get();
  if (!shown || current === null || isChanging(reader)) return false;
  const changes = indexes.flatMap((index) => changesOf(shown.findings[index]));
  // Of two that overlap the first is done; the other may be no fault then.
  let end = 0;
  const apart = changes.sort((a, b) => a.start - b.start).filter((change) => {
    const isApart = change.start >= end;
    if (isApart) end = change.end;
    return isApart;
  });
  if (apart.length === 0) return false;
  // The button goes with its card.
  if (window.document.activeElement?.closest('#card')) parts.scroller.focus({ preventScroll: true });
  parts.card.hide();
  if (!editing) parts.editor.renew(shown, reader.sourceOf(current), () => {});
  reader.expected = parts.editor.put(apart);
  return reader.expected !== null;
}
