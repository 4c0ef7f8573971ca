/**
 * Highlights painted over the text without touching it, by the CSS Custom Highlight API.
 *
 * @typedef {object} Paint
 * @property {(name: string, ranges: AbstractRange[]) => void} add
 * @property {(name: string, ranges: AbstractRange[]) => void} replace
 * @property {() => void} clear all that `add` and `replace` painted
 */

/** Whether this browser paints highlights; without it the text is cut into `<mark>` elements. */
export function canPaint() {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/** What lies over what, where highlights meet. */
const PRIORITY = ['announced', 'stock', 'phrases', 'dates', 'actuals', 'targets', 'notes', 'slips', 'findings', 'evidence', 'find', 'chosen'];

/** @returns {Paint} */
export function createPaint() {
  if (!canPaint()) return { add() {}, replace() {}, clear() {} };
  /** @type {Map<string, Highlight>} */
  const painted = new Map();
  /** @param {string} name */
  const highlight = (name) => {
    let found = painted.get(name);
    if (!found) {
      found = new Highlight();
      found.priority = PRIORITY.indexOf(name);
      painted.set(name, found);
      CSS.highlights.set(name, found);
    }
    return found;
  };
  return {
    add(name, ranges) {
      const target = highlight(name);
      for (const range of ranges) target.add(range);
    },
    replace(name, ranges) {
      const target = highlight(name);
      target.clear();
      for (const range of ranges) target.add(range);
    },
    clear() {
      for (const found of painted.values()) found.clear();
    },
  };
}
