/**
 * The keys of the sheet, as in any sheet. The tab key leaves it, unless it came to the cell by the tab key from one
 * that was edited.
 *
 * @typedef {object} Acts
 * @property {(begin: 'end' | 'empty') => void} edit the cell
 * @property {() => void} clear the cell in all chosen rows
 * @property {(way: 'undo' | 'redo') => void} step
 * @property {() => void} goTo the place in the text
 * @property {() => void} fill the chosen rows with the first one's cell
 *
 * @typedef {object} KeysPart
 * @property {(event: KeyboardEvent) => void} pressed
 * @property {(isTabbing: boolean) => void} tabbing whether the next tab goes on to the next cell
 *
 * @param {import('./cursor.js').CursorPart} cursor
 * @param {Acts} acts
 * @returns {KeysPart}
 */
export function createKeys(cursor, acts) {
  let isTabbing = false;

  /** @param {KeyboardEvent} event @returns {boolean} whether the key did something */
  function pressed(event) {
    const { key, shiftKey, altKey } = event;
    if (event.isComposing || event.keyCode === 229) return false;
    const control = event.ctrlKey || event.metaKey;
    if (key === 'Tab') return isTabbing && !control && !altKey && cursor.wrap(shiftKey ? -1 : 1);
    if (key !== 'Shift') isTabbing = false;
    if (altKey) return false;
    const by = STEPS[key];
    if (by) return moved(by, control, shiftKey);
    if (control) return commanded(key.toLowerCase(), shiftKey);
    if (key === 'Enter' || key === 'F2') acts.edit('end');
    else if (key === 'Delete' || key === 'Backspace') acts.clear();
    else if (key === 'Escape') collapse();
    else if (isTyped(event)) {
      // The key itself goes into the field that is open now.
      acts.edit('empty');
      event.stopPropagation();
      return false;
    } else return false;
    return true;
  }

  /** @param {readonly [number, number]} by @param {boolean} isFar @param {boolean} extend */
  function moved([down, right], isFar, extend) {
    const far = isFar || Math.abs(right) > 1 ? 1e6 : 1;
    // Home and End stay in the row; with the control key they go to the first and the last one.
    const isEnd = Math.abs(right) > 1;
    cursor.move(isEnd ? (isFar ? Math.sign(right) * 1e6 : 0) : down * far, right * far, extend && !isEnd);
    return true;
  }

  /** @param {string} letter @param {boolean} shift */
  function commanded(letter, shift) {
    if (letter === 'z') acts.step(shift ? 'redo' : 'undo');
    else if (letter === 'y') acts.step('redo');
    else if (letter === 'd') acts.fill();
    else if (letter === 'enter') acts.goTo();
    else return false;
    return true;
  }

  function collapse() {
    const at = cursor.get();
    if (at) cursor.set(at.id, at.place);
  }

  return {
    pressed(event) {
      if (event.defaultPrevented || !pressed(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    tabbing(on) {
      isTabbing = on;
    },
  };
}

/** Rows down and cells to the right. @type {Record<string, readonly [number, number] | undefined>} */
const STEPS = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -2],
  End: [0, 2],
};

/** Whether the key is a character. @param {KeyboardEvent} event */
const isTyped = ({ key }) => [...key].length === 1;
