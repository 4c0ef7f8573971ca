import { element } from '../core/dom.js';
import { stepAt } from '../reading/step.js';
import { partName } from './names.js';

/**
 * The bar under the text that leads through the places that a score counts.
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @param {() => void} left called when the reader has seen enough
 * @param {() => import('../core/types.js').AnalysedDocument | null} document
 * @returns {(step: number) => boolean} goes on by a step; whether there is anything to go through
 */
export function createWalker(root, app, left, document) {
  const { state, say, actions } = app;

  const name = element('span', { class: 'name' });
  const why = element('span', { class: 'why', role: 'status' });
  const count = element('span', { class: 'count', role: 'status' });
  const back = element('button', { type: 'button', class: 'back', onclick: () => walk(-1) });
  const on = element('button', { type: 'button', class: 'on', onclick: () => walk(1) });
  const close = element('button', { type: 'button', class: 'close', onclick: leave });
  root.replaceChildren(name, why, count, back, on, close);

  function leave() {
    actions.prove(null);
    left();
  }

  /** @param {number} step */
  function walk(step) {
    const { evidence } = state.get();
    if (!evidence) return false;
    const { length } = evidence.spans;
    actions.prove({ ...evidence, at: (evidence.at + step + length) % length });
    return true;
  }

  /** Why the sentence has its step, where a step is gone through. @param {import('../core/types.js').Span | undefined} span */
  function reasons(span) {
    const { evidence } = state.get();
    const shown = document();
    if (!shown || !span || evidence?.score !== 'specificity') return '';
    return stepAt(shown, span.start, say)?.why.join(say.text('ladder.between')) ?? '';
  }

  function draw() {
    const { evidence } = state.get();
    root.hidden = evidence === null;
    if (!evidence) return;
    const { score, part, spans, at } = evidence;
    root.setAttribute('aria-label', say.text('evidence.label'));
    name.textContent = `${say.text(`score.${score}`)} · ${partName(part, say)}`;
    why.textContent = reasons(spans[at]);
    count.textContent = `${at + 1}/${spans.length}`;
    for (const [button, key] of /** @type {const} */ ([[back, 'back'], [on, 'on'], [close, 'close']])) {
      button.title = say.text(`evidence.${key}`);
      button.setAttribute('aria-label', say.text(`evidence.${key}`));
    }
    back.disabled = on.disabled = spans.length < 2;
  }

  state.on(['evidence', 'language'], draw);
  draw();
  return walk;
}
