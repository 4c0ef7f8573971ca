import { element } from '../core/dom.js';
import { download, stem } from '../export/download.js';

/**
 * The line over the text while it is edited or was changed: how much was changed, the way back, and the
 * text as it is now.
 *
 * @param {HTMLElement} root
 * @param {HTMLButtonElement} toggle
 * @param {import('../core/types.js').App} app
 * @param {(entry: number) => Promise<string>} source
 */
export function createEditBar(root, toggle, app, source) {
  const { state, say, actions } = app;
  const told = element('span', { class: 'told', role: 'status' });
  const undo = element('button', { type: 'button', class: 'undo', onclick: () => actions.step('undo') });
  const redo = element('button', { type: 'button', class: 'redo', onclick: () => actions.step('redo') });
  const copy = element('button', { type: 'button', class: 'copy', onclick: copyText });
  const save = element('button', { type: 'button', class: 'save', onclick: saveText });
  const done = element('button', { type: 'button', class: 'done', onclick: () => void actions.edit(false) });
  root.replaceChildren(told, undo, redo, copy, save, done);
  toggle.addEventListener('click', () => void actions.edit(!state.get().editing));
  /** How much of each text's history is on the reader's disk or clipboard. @type {Map<number, number>} */
  const taken = new Map();

  function read() {
    const { entries, current } = state.get();
    return entries.find(({ id }) => id === current) ?? null;
  }

  function draw() {
    const { editing } = state.get();
    const entry = read();
    const { done: back, undone } = entry?.history ?? { done: [], undone: [] };
    const changed = back.length + undone.length > 0;
    toggle.hidden = !entry?.analysis;
    toggle.setAttribute('aria-pressed', String(editing));
    root.hidden = !entry || !(editing || changed);
    const key = back.length > 0 ? 'edit.changed' : editing ? 'edit.on' : 'edit.unchanged';
    const words = say.text(key, { count: back.length });
    if (told.textContent !== words) told.textContent = words;
    undo.disabled = back.length === 0;
    redo.disabled = undone.length === 0;
    copy.hidden = save.hidden = !changed;
    done.hidden = !editing;
    for (const [button, name] of /** @type {const} */ ([
      [undo, 'undo'],
      [redo, 'redo'],
      [copy, 'copy'],
      [save, 'save'],
      [done, 'done'],
    ])) {
      button.textContent = say.text(`edit.${name}`);
      button.title = say.text(`edit.${name}.title`);
    }
  }

  async function copyText() {
    const entry = read();
    if (!entry) return;
    try {
      await navigator.clipboard.writeText(await source(entry.id));
      taken.set(entry.id, entry.revision);
      copy.textContent = say.text('table.copied');
    } catch {
      copy.textContent = say.text('table.copy.failed');
    }
    setTimeout(draw, 1600);
  }

  async function saveText() {
    const entry = read();
    if (!entry) return;
    const name = say.text('edit.file', { name: stem(entry.name) });
    download(`${name}.txt`, await source(entry.id), 'text/plain;charset=utf-8');
    taken.set(entry.id, entry.revision);
  }

  // What was changed stands nowhere else, unless the reader took it or asked to keep texts.
  window.addEventListener('beforeunload', (event) => {
    const { entries, keep } = state.get();
    const lost = entries.some(
      ({ id, history, revision }) => history.done.length > 0 && taken.get(id) !== revision,
    );
    if (lost && !keep) event.preventDefault();
  });

  state.on(['editing', 'entries', 'current', 'language'], draw);
  draw();
}
