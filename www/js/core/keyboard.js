import { isField } from './dom.js';

/**
 * The keys; each does what a button does, too.
 *
 * @typedef {object} Keys
 * @property {() => void} find
 * @property {(step: number) => void} step
 * @property {(layer: number) => void} layer
 * @property {() => void} edit
 * @property {(way: 'undo' | 'redo') => void} change
 * @property {() => void} help
 * @property {() => void} close
 *
 * @param {Keys} keys
 * @param {() => boolean} reading whether there is a text to move in
 * @param {() => boolean} single whether keys that stand alone do anything (WCAG 2.1.4)
 */
export function createKeyboard(keys, reading, single) {
  document.addEventListener('keydown', (event) => {
    const way = wayOf(event);
    const { target } = event;
    const editing = target instanceof HTMLElement && target.isContentEditable;
    if (way && reading() && (editing || !isField(target))) {
      event.preventDefault();
      keys.change(way);
      return;
    }
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      keys.close();
      return;
    }
    if (!single() || isField(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === '?' || event.key === '？') {
      event.preventDefault();
      keys.help();
      return;
    }
    if (!reading()) return;
    const layer = /^[1-7]$/.test(event.key) ? Number(event.key) : 0;
    if (layer > 0) keys.layer(layer - 1);
    else if (event.key === '/') keys.find();
    else if (event.key === 'n') keys.step(1);
    else if (event.key === 'p') keys.step(-1);
    else if (event.key === 'e') keys.edit();
    else return;
    event.preventDefault();
  });
}

/**
 * The keys that take a change back, or do it again.
 * @param {KeyboardEvent} event
 * @returns {'undo' | 'redo' | null}
 */
function wayOf({ key, ctrlKey, metaKey, shiftKey, altKey, isComposing }) {
  if (isComposing || altKey || ctrlKey === metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : null;
}
