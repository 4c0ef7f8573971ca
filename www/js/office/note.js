import { element } from '../core/dom.js';

/**
 * What a file was, and what of it is not in the text: above the text.
 *
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 */
export function createFileNote(root, app) {
  const { state, say } = app;

  const draw = () => {
    const { entries, current } = state.get();
    const file = entries.find(({ id }) => id === current)?.file ?? null;
    root.hidden = file === null;
    root.replaceChildren();
    if (!file) return;
    const kind = element('p', { class: 'kind' }, say.text(`office.kind.${file.kind}`));
    const unread = file.unread.map(say.of).join(say.text('office.between'));
    if (unread) kind.append(say.text('office.unread', { what: unread }));
    root.append(kind);
    if (file.set_aside.length > 0) root.append(leftOut(file.set_aside));
  };

  /** @param {import('./types.js').FileNote['set_aside']} pieces */
  function leftOut(pieces) {
    const list = element('ul');
    const fill = () => {
      if (list.childElementCount > 0) return;
      list.append(
        ...pieces
          .slice(0, MOST)
          .map(({ kind, text }) =>
            element(
              'li',
              {},
              element('span', { class: 'kind' }, say.text(`office.aside.${kind}`)),
              element('span', { class: 'words' }, text.slice(0, LONGEST)),
            ),
          ),
      );
      if (pieces.length > MOST) list.append(element('li', {}, say.text('aside.more', { count: pieces.length - MOST })));
    };
    return element(
      'details',
      { ontoggle: fill },
      element('summary', {}, say.text('office.aside', { count: pieces.length })),
      list,
    );
  }

  state.on(['entries', 'current', 'language'], draw);
  draw();
}

/** So many pieces are listed, and so many characters of each. */
const MOST = 100;
const LONGEST = 300;
