/**
 * A card on hover; a click chooses, and the row answers.
 *
 * @typedef {import('./reader.js').Reader} Reader
 */

/** @param {Reader} reader */
export function followPointer({ app, parts }) {
  const { text, card, scroller, leaves } = parts;
  const { actions } = app;

  /** The marks that the pointer is on. @param {MouseEvent} event */
  const marksUnder = ({ clientX, clientY }) => {
    const position = text.positionAt(clientX, clientY);
    return position === null ? [] : text.marksAt(position);
  };

  scroller.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || card.pinned()) return;
    const marks = marksUnder(event);
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
    const marks = marksUnder(event);
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
