import { samples } from '../../generated/samples.js';
import { element } from '../core/dom.js';

/** Samples that are opened with another one, the earlier or upper of the two first. @type {Record<string, [string, string]>} */
const PAIRS = {
  'report-of-next-year': ['provincial-work-report', 'report-of-next-year'],
  'province-water-plan': ['province-water-plan', 'notice-with-owners'],
};

/**
 * The sample documents, one click each.
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 */
export function createSamples(root, app) {
  const { state, say, actions } = app;

  /** @param {string} file @param {string} shape @param {string} title */
  async function open(file, shape, title) {
    const pair = PAIRS[shape];
    if (!pair) {
      await actions.sample(file, say.known(`shape.${shape}`) ?? title);
      return;
    }
    state.set({ view: 'compare' });
    const both = pair.flatMap((one) => samples.filter((sample) => sample.shape === one));
    await Promise.all(both.map((one) => actions.sample(one.file, one.title)));
  }

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
              onclick: () => open(file, shape, title),
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
