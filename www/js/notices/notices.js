import { element } from '../core/dom.js';

/**
 * What went wrong or less than well, and what to do about it. Each can be put away.
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 */
export function createNotices(root, app) {
  const { state, say, actions } = app;
  const draw = () => {
    root.replaceChildren(
      ...state.get().notices.map(({ id, severity, said }) =>
        element(
          'div',
          { class: `notice ${severity}`, role: severity === 'error' ? 'alert' : 'status' },
          element('p', {}, say.of(said)),
          element('button', {
            type: 'button',
            class: 'close',
            'aria-label': say.text('notice.close'),
            onclick: () => actions.dismiss(id),
          }),
        ),
      ),
    );
  };
  state.on(['notices', 'language'], draw);
  draw();
}
