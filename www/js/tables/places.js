/**
 * A row may have several places in the text: which of them is chosen, and what chooses the next.
 *
 * @typedef {import('./columns.js').Row} Row
 * @typedef {import('./panel.js').Panel} Panel
 */

/** So many cells of a row are read out. */
const SAID = 3;

/**
 * A row was chosen in its table; each time it is, its next place is shown.
 *
 * @param {Panel} panel
 * @param {Row} row
 * @param {boolean} again
 * @param {number} [place]
 */
export function chosen(panel, row, again, place) {
  if (again && row.detail) {
    panel.app.actions.choose(null);
    return;
  }
  panel.round = place ?? (again ? (panel.round + 1) % Math.max(1, row.spans.length) : 0);
  choose(panel, row, 'table');
}

/**
 * @param {Panel} panel
 * @param {Row} row
 * @param {'table' | 'keys'} from
 * @param {boolean} [stay] on a narrow page, where what opened under the row is to be seen
 */
function choose({ app, round }, row, from, stay = from === 'table' && row.detail !== undefined) {
  const span = row.spans[round] ?? row.spans[0];
  if (span) app.actions.choose({ table: app.state.get().table, index: row.index, span, from, stay });
}

/** One of the places that a row's detail shows. @param {Panel} panel @param {Row} row @param {number} place */
export function choosePlace(panel, row, place) {
  panel.round = place;
  choose(panel, row, 'table', false);
}

/**
 * Which of its row's places was chosen in the text.
 *
 * @param {Panel} panel
 * @param {import('../core/types.js').Choice} choice
 */
export function placeOf({ shown }, { table, index, span }) {
  const places = table === 'terms' ? (shown?.terms[index]?.occurrences ?? []) : [];
  return Math.max(0, places.findIndex(({ start }) => start === span.start));
}

/**
 * The next row, or the next of a term's places: they come one by one.
 *
 * @param {Panel} panel
 * @param {import('./list.js').ListPart | import('../findings/list.js').FindingsPart} listed
 * @param {number} step
 */
export function walk(panel, listed, step) {
  const { table, choice } = panel.app.state.get();
  const open = choice?.table === table ? listed.step(0) : null;
  if (open?.detail && open.spans[panel.round + step]) {
    panel.round += step;
    choose(panel, open, 'keys');
    return;
  }
  const row = listed.step(step);
  panel.round = row?.detail && step < 0 ? row.spans.length - 1 : 0;
  if (!row) return;
  choose(panel, row, 'keys');
  const { at, all } = listed.position(row.index);
  const words = row.words.filter((cell) => cell !== '').slice(0, SAID);
  panel.app.actions.announce(panel.app.say.text('table.at', { at, all, words: words.join(panel.app.say.text('meta.between')) }));
}
