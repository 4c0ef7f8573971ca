import { element } from '../core/dom.js';
import { LAYERS } from './marks.js';

/**
 * The buttons that switch the layers. A layer that is off loses its paint by one attribute on the
 * page's root, so that nothing has to be painted again.
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @returns {{show: (marks: import('./marks.js').Marks | null) => void,
 *   toggle: (layer: import('../core/types.js').Layer) => void}}
 */
export function createLayers(root, app) {
  const { state, say } = app;
  /** @type {import('./marks.js').Marks | null} */
  let shown = null;

  /** @param {import('../core/types.js').Layer} layer */
  const toggle = (layer) => {
    const { layers } = state.get();
    state.set({ layers: { ...layers, [layer]: !layers[layer] } });
  };

  const buttons = LAYERS.map((layer, index) => {
    const button = element(
      'button',
      { type: 'button', class: `layer ${layer}`, onclick: () => toggle(layer) },
      element('kbd', { 'aria-hidden': 'true' }, String(index + 1)),
      element('span', { class: 'name' }),
      element('span', { class: 'count' }),
    );
    return { layer, button };
  });
  root.replaceChildren(...buttons.map(({ button }) => button));

  const draw = () => {
    const { layers } = state.get();
    for (const { layer, button } of buttons) {
      const [, name, count] = /** @type {Iterable<HTMLElement>} */ (
        /** @type {unknown} */ (button.children)
      );
      button.setAttribute('aria-pressed', String(layers[layer]));
      if (name) name.textContent = say.text(`layer.${layer}`);
      if (count) count.textContent = shown ? String(shown[layer].length) : '';
      document.documentElement.toggleAttribute(`data-off-${layer}`, !layers[layer]);
    }
  };
  state.on(['layers', 'language'], draw);
  draw();
  return {
    show(marks) {
      shown = marks;
      draw();
    },
    toggle,
  };
}
