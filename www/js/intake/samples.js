import { samples } from '../../generated/samples.js';
import { element } from '../core/dom.js';

/**
 * The sample documents, one click each.
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 */
export function createSamples(root, app) {
  const { state, say, actions } = app;
  const draw = () => {
    root.replaceChildren(
      ...samples.map(({ file, title, characters, shape }) =>
        element(
          'li',
          {},
          element(
            'button',
            {
              type: 'button',
              class: 'sample',
              onclick: () => actions.sample(file, say.known(`shape.${shape}`) ?? title),
            },
            element('span', { class: 'shape' }, say.known(`shape.${shape}`) ?? shape),
            element('span', { class: 'title' }, say.known(`sample.${shape}`) ?? title),
            element(
              'span',
              { class: 'length' },
              say.text('meta.characters', { count: say.number(characters) }),
            ),
          ),
        ),
      ),
    );
  };
  state.on(['language'], draw);
  draw();
}
