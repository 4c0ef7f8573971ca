import { isField } from '../core/dom.js';
import { inBoth } from '../core/say.js';
import { filesOf, MOST } from '../office/folders.js';

/**
 * The ways in: the field, a paste anywhere, a drop anywhere, the file picker.
 *
 * @param {{field: HTMLTextAreaElement, go: HTMLButtonElement, pickers: HTMLElement[],
 *   picker: HTMLInputElement}} parts
 * @param {import('../core/types.js').App} app
 */
export function createField({ field, go, pickers, picker }, app) {
  const { actions } = app;

  go.addEventListener('click', () => actions.paste(field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) actions.paste(field.value);
  });

  for (const button of pickers) button.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    if (picker.files && picker.files.length > 0) void actions.open([...picker.files]);
    picker.value = '';
  });

  document.addEventListener('paste', (event) => {
    const files = event.clipboardData?.files;
    if (files && files.length > 0) {
      event.preventDefault();
      void actions.open([...files]);
      return;
    }
    // Into a field that holds something a paste goes as usual; else it is the text to be read.
    if (isField(event.target) && (event.target !== field || field.value.trim() !== '')) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    actions.paste(text, event.clipboardData?.getData('text/html'));
  });

  dropping(actions);
}

/** Opens what was dropped, files and folders. @param {DataTransfer} dropped @param {import('../core/types.js').Actions} actions */
async function take(dropped, actions) {
  try {
    const files = await filesOf(dropped);
    await actions.open(files.slice(0, MOST));
    if (files.length > MOST) actions.tell({ id: 'folder', severity: 'warning', said: inBoth('office.many', { most: MOST }) });
  } catch {
    actions.tell({ id: 'folder', severity: 'error', said: inBoth('office.folder') });
  }
}

/** @param {import('../core/types.js').Actions} actions */
function dropping(actions) {
  const root = document.documentElement;
  let depth = 0;
  const takes = (/** @type {DragEvent} */ event) =>
    [...(event.dataTransfer?.types ?? [])].some((type) => type === 'Files' || type === 'text/plain');

  document.addEventListener('dragenter', (event) => {
    if (!takes(event)) return;
    depth += 1;
    root.toggleAttribute('data-dropping', true);
  });
  document.addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) root.removeAttribute('data-dropping');
  });
  document.addEventListener('dragover', (event) => {
    if (takes(event) && !isField(event.target)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    depth = 0;
    root.removeAttribute('data-dropping');
    const { dataTransfer } = event;
    if (!dataTransfer || !takes(event)) return;
    // Words that are moved about within a field.
    if (dataTransfer.files.length === 0 && isField(event.target)) return;
    event.preventDefault();
    if (dataTransfer.files.length > 0) void take(dataTransfer, actions);
    else actions.paste(dataTransfer.getData('text/plain'));
  });
}
