/**
 * What is chosen, in the text or in a table, and how the two answer each other.
 *
 * @typedef {import('../core/types.js').Choice} Choice
 * @typedef {import('./reader.js').Reader} Reader
 */

/** So many milliseconds after it was gone to, a place has come to rest. */
const AT_REST = 120;

/** @param {Reader} reader */
export function followChoices(reader) {
  const { state } = reader.app;
  state.on(['choice'], () => {
    const { choice } = state.get();
    if (choice) showChoice(reader, choice);
    else {
      reader.parts.text.paint('chosen', []);
      paintPlaces(reader);
      reader.parts.card.hide();
    }
  });
  state.on(['evidence'], () => showEvidence(reader));
}

/** @param {Reader} reader @param {Choice} choice */
function showChoice(reader, choice) {
  const { state } = reader.app;
  const { text, card } = reader.parts;
  if (choice.from !== 'text') {
    if (!choice.stay) state.set({ part: 'text' });
    text.goTo(choice.span);
  }
  text.paint('chosen', [choice.span]);
  paintPlaces(reader);
  // When the place has come to rest the card says what the row says.
  const show = () => {
    if (state.get().choice !== choice) return;
    const place = text.place(choice.span);
    const marks = text.marksAt(choice.span.start).filter((mark) => answers(mark, choice));
    if (place && marks.length > 0) card.show(marks, place, true);
  };
  if (choice.from === 'text') show();
  else setTimeout(show, AT_REST);
}

/** All places of what a score counts, or of the term that was chosen. @param {Reader} reader */
function paintPlaces(reader) {
  const { evidence, choice } = reader.app.state.get();
  const term = choice?.table === 'terms' ? reader.shown?.terms[choice.index] : undefined;
  const spans = evidence?.spans ?? term?.occurrences ?? [];
  const { painted } = reader;
  if (spans !== painted && spans.length + painted.length > 0) reader.parts.text.paint('evidence', spans);
  reader.painted = spans;
}

/** @param {Reader} reader */
function showEvidence(reader) {
  const { state } = reader.app;
  const { text } = reader.parts;
  const { evidence, choice } = state.get();
  paintPlaces(reader);
  const span = evidence?.spans[evidence.at];
  if (span) {
    state.set({ part: 'text' });
    text.goTo(span);
    text.paint('chosen', [span]);
  } else if (!choice) text.paint('chosen', []);
}

/**
 * Whether a mark is what was chosen; a row of the comparison holds figures of other tables.
 * @param {import('./marks.js').Mark} mark
 * @param {Choice} choice
 */
function answers(mark, { table, index, span }) {
  if (table === 'compare') return mark.start === span.start && (mark.table === 'targets' || mark.table === 'actuals');
  return mark.table === table && mark.index === index;
}
