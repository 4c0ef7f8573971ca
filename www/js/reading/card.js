import { element } from '../core/dom.js';
import { actsOf, fixOf } from '../findings/tools.js';
import { explain } from './explain.js';
import { stepAt } from './step.js';

/**
 * The card beside a highlight: what it is, how much, for when, and why the rule thinks so.
 *
 * @typedef {import('./marks.js').Mark} Mark
 *
 * @typedef {object} CardPart
 * @property {(marks: Mark[], place: DOMRect, pinned: boolean) => void} show
 * @property {() => boolean} hide whether there was one
 * @property {() => boolean} pinned
 */

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @param {() => import('../core/types.js').AnalysedDocument | null} document
 * @returns {CardPart}
 */
export function createCard(root, app, document) {
  let pinned = false;
  let key = '';
  /** @type {import('../core/types.js').AnalysedDocument | null} */
  let told = null;

  return {
    pinned: () => pinned && !root.hidden,
    show(marks, place, pin) {
      const shown = document();
      if (!shown || marks.length === 0) return;
      pinned = pin;
      const next = [pin, ...marks.map(({ layer, start, index }) => `${layer}${start}/${index}`)].join();
      if (next !== key || shown !== told || root.hidden) {
        told = shown;
        key = next;
        root.replaceChildren(...cards(marks, shown, app, pin), ...stepCard(marks, shown, app));
        root.hidden = false;
      }
      const box = root.getBoundingClientRect();
      const below = place.bottom + 8 + box.height < window.innerHeight;
      const top = below ? place.bottom + 8 : Math.max(8, place.top - box.height - 8);
      const left = Math.min(Math.max(8, place.left - 12), window.innerWidth - box.width - 8);
      root.style.setProperty('--top', `${Math.round(top)}px`);
      root.style.setProperty('--left', `${Math.round(left)}px`);
    },
    hide() {
      const was = !root.hidden;
      root.hidden = true;
      pinned = false;
      return was;
    },
  };
}

/** So many things at one place are told; more would hide the text. */
const MOST = 3;

/**
 * @param {Mark[]} marks
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/types.js').App} app
 * @param {boolean} pinned a card that stays can be used
 */
function cards(marks, document, app, pinned) {
  return marks.slice(0, MOST).map((mark) => {
    const { kind, title, rows, why } = explain(mark, document, app);
    return element(
      'section',
      { class: `told ${mark.layer} ${mark.grade ?? ''}` },
      element('p', { class: 'kind' }, kind),
      element('p', { class: 'title' }, title),
      rows.length > 0 &&
        !(pinned && mark.layer === 'findings') &&
        element(
          'dl',
          {},
          ...rows.map(([name, value]) =>
            element('div', {}, element('dt', {}, name), element('dd', {}, value)),
          ),
        ),
      why.length > 0 &&
        element('ul', { class: 'why' }, ...why.map((reason) => element('li', {}, reason))),
      ...(pinned && mark.layer === 'findings'
        ? [fixOf(document, mark.index, app), actsOf(document, mark.index, app)]
        : []),
    );
  });
}

/**
 * The step of the sentence that the first of the marks begins in, and why.
 *
 * @param {Mark[]} marks
 * @param {import('../core/types.js').AnalysedDocument} document
 * @param {import('../core/types.js').App} app
 */
function stepCard([mark], document, { say }) {
  const told = mark && stepAt(document, mark.start, say);
  if (!told) return [];
  return [
    element(
      'section',
      { class: 'told step' },
      element('p', { class: 'kind' }, `${say.text('ladder.sentence')} · ${told.step}`),
      element('ul', { class: 'why' }, ...told.why.map((reason) => element('li', {}, reason))),
    ),
  ];
}
