import { PLACES } from './sheet.js';

/**
 * The cell that the keyboard is in, and the rows that are chosen with it.
 *
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./sheet.js').Place} Place
 *
 * @typedef {object} CursorPart
 * @property {() => {id: number, place: Place} | null} get
 * @property {() => ReadonlySet<number>} chosen rows; that of the cell at least
 * @property {(id: number, place: Place, how?: {extend?: boolean, focus?: boolean}) => void} set `extend`: rows from where
 *   the cursor was are chosen as well
 * @property {(down: number, right: number, extend?: boolean) => boolean} move whether it could
 * @property {(down: number) => boolean} wrap to the next cell, or the one before, over ends of rows
 * @property {(rows: readonly Row[]) => void} follow rows that are shown now; a row that is gone gives way to its neighbour
 */

/**
 * @param {import('./sheet.js').SheetPart} sheet
 * @param {() => void} moved
 * @returns {CursorPart}
 */
export function createCursor(sheet, moved) {
  /** @type {readonly Row[]} */
  let rows = [];
  /** @type {Map<number, number>} */
  let places = new Map();
  let at = 0;
  /** @type {{id: number, place: Place} | null} */
  let current = null;
  /** @type {number | null} the row that a choice of several begins with */
  let anchor = null;
  /** @type {Set<number>} */
  let chosen = new Set();
  /** @type {HTMLElement | null} the one that the tab key comes to */
  let stop = null;

  function mark() {
    const from = anchor === null ? at : (places.get(anchor) ?? at);
    const next = new Set(rows.slice(Math.min(from, at), Math.max(from, at) + 1).map(({ id }) => id));
    if (current === null) next.clear();
    for (const id of chosen) if (!next.has(id)) select(id, false);
    for (const id of next) if (!chosen.has(id)) select(id, true);
    chosen = next;
    const cell = current && sheet.cell(current.id, current.place);
    if (stop !== cell && stop) stop.tabIndex = -1;
    if (cell) cell.tabIndex = 0;
    stop = cell;
  }

  /** @param {number} id @param {boolean} on */
  function select(id, on) {
    sheet.cell(id, 'number')?.parentElement?.setAttribute('aria-selected', String(on));
  }

  /** @type {CursorPart['set']} */
  function set(id, place, { extend = false, focus = true } = {}) {
    const before = current?.id ?? null;
    if (!places.has(id)) return;
    current = { id, place };
    at = places.get(id) ?? 0;
    anchor = extend ? (anchor ?? before) : null;
    mark();
    if (focus) reveal();
    moved();
  }

  function reveal() {
    stop?.focus({ preventScroll: true });
    stop?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Rows on the way may turn out higher or lower than they were taken for.
    requestAnimationFrame(() => stop?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }

  /** @param {number} down @param {number} right @param {boolean} extend */
  function move(down, right, extend = false) {
    if (!current) return false;
    const row = rows[Math.max(0, Math.min(rows.length - 1, at + down))];
    const column = Math.max(0, Math.min(PLACES.length - 1, PLACES.indexOf(current.place) + right));
    const place = PLACES[column];
    if (!row || !place || (row.id === current.id && place === current.place)) return false;
    set(row.id, place, { extend });
    return true;
  }

  return {
    get: () => current,
    chosen: () => chosen,
    set,
    move,
    wrap(step) {
      if (!current) return false;
      const cell = at * PLACES.length + PLACES.indexOf(current.place) + step;
      const row = rows[Math.floor(cell / PLACES.length)];
      const place = PLACES[((cell % PLACES.length) + PLACES.length) % PLACES.length];
      if (!row || !place) return false;
      set(row.id, place);
      return true;
    },
    follow(next) {
      const had = stop !== null && document.activeElement === document.body && current !== null;
      rows = next;
      places = new Map(rows.map(({ id }, index) => [id, index]));
      const id = current && places.has(current.id) ? current.id : rows[Math.min(at, rows.length - 1)]?.id;
      if (id === undefined) {
        current = null;
        at = 0;
      } else {
        if (id !== current?.id) anchor = null;
        current = { id, place: current?.place ?? 'content' };
        at = places.get(id) ?? 0;
      }
      if (anchor !== null && !places.has(anchor)) anchor = null;
      mark();
      if (had) reveal();
    },
  };
}
