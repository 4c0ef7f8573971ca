import { element } from '../core/dom.js';
import { holdsNames } from './changes.js';
import { STATES, stateWord } from './states.js';

/**
 * What is typed into a cell, over it, until it is taken or given up.
 *
 * @typedef {import('./types.js').Column} Column
 * @typedef {HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement} Field
 *
 * @typedef {'stay' | 'down' | 'up' | 'next' | 'back' | 'leave'} Way where the cursor goes from the cell
 *
 * @typedef {object} CellEditorPart
 * @property {(cell: HTMLElement, editing: {column: Column, words: string, label: string}) => void} open
 * @property {() => void} take ends it; what was typed is taken
 * @property {() => boolean} isOpen
 * @property {() => {words: string, caret: number} | null} typed
 *
 * @param {object} around
 * @param {import('../core/say.js').Say} around.say
 * @param {() => string[]} around.units that were named in any row, the most frequent first
 * @param {(words: string | null, way: Way) => void} around.done `null`: given up
 * @returns {CellEditorPart}
 */
export function createCellEditor({ say, units, done }) {
  /** @type {Field | null} */
  let field = null;
  const list = element('datalist', { id: 'ledger-units' });

  /** @param {boolean} isTaken @param {Way} way */
  function close(isTaken, way) {
    const closing = field;
    if (!closing) return;
    field = null;
    const words = isTaken ? closing.value : null;
    closing.remove();
    list.remove();
    done(words, way);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229) return;
    const way = wayOf(event);
    if (way === null) return;
    event.preventDefault();
    if (way === 'break') insertBreak(event.currentTarget);
    else close(event.key !== 'Escape', way);
  }

  /** The names that go on what is typed, so that a second one is offered as well. */
  function offer() {
    if (!(field instanceof HTMLInputElement)) return;
    const before = field.value.match(/^.*[、，,；;]/)?.[0] ?? '';
    const known = new Set(before.split(/[、，,；;]/));
    const names = units().filter((name) => !known.has(name));
    list.replaceChildren(...names.slice(0, 200).map((name) => element('option', { value: before + name })));
  }

  return {
    open(cell, { column, words, label }) {
      close(true, 'stay');
      const made = fieldFor(column, words, say);
      made.classList.add('cell-editor');
      made.setAttribute('aria-label', label);
      made.addEventListener('keydown', /** @type {EventListener} */ (key));
      made.addEventListener('blur', () => field === made && close(true, 'leave'));
      field = made;
      made.value = words;
      if (made instanceof HTMLInputElement) {
        made.setAttribute('list', list.id);
        made.addEventListener('input', offer);
        cell.append(list);
        offer();
      }
      cell.append(made);
      made.focus({ preventScroll: true });
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (!(made instanceof HTMLSelectElement)) made.setSelectionRange(words.length, words.length);
    },
    take: () => close(true, 'stay'),
    isOpen: () => field !== null,
    typed: () => (field instanceof HTMLTextAreaElement ? { words: field.value, caret: field.selectionStart } : null),
  };
}

/**
 * @param {Column} column
 * @param {string} words
 * @param {import('../core/say.js').Say} say
 * @returns {Field}
 */
function fieldFor(column, words, say) {
  if (holdsNames(column)) return element('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
  if (column !== 'state') return element('textarea', { spellcheck: 'false', rows: 1 });
  const options = STATES.map((state) => element('option', { value: stateWord(state) }, say.text(`ledger.state.${state}`)));
  const other = words !== '' && !options.some(({ value }) => value === words) ? [element('option', { value: words }, words)] : [];
  return element('select', {}, element('option', { value: '' }, '—'), ...options, ...other);
}

/** @param {KeyboardEvent} event @returns {Way | 'break' | null} */
function wayOf({ key, shiftKey, altKey, ctrlKey, metaKey, currentTarget }) {
  if (key === 'Escape') return 'stay';
  if (key === 'Tab') return shiftKey ? 'back' : 'next';
  if (key !== 'Enter') return null;
  if (ctrlKey || metaKey) return 'stay';
  if (altKey || (shiftKey && currentTarget instanceof HTMLTextAreaElement)) return 'break';
  return shiftKey ? 'up' : 'down';
}

/** @param {EventTarget | null} target */
function insertBreak(target) {
  if (target instanceof HTMLTextAreaElement) target.setRangeText('\n', target.selectionStart, target.selectionEnd, 'end');
}
