import { append, element } from '../core/dom.js';
import { inText } from '../core/places.js';

/**
 * What was set aside as no part of the text, piece by piece, each with a way back into the text; and
 * what the reader put back, each with a way to undo it.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Entry} Entry
 * @typedef {import('../core/types.js').SetAside} SetAside
 * @typedef {import('../core/types.js').Span} Span
 *
 * @typedef {object} AsidePart
 * @property {(document: AnalysedDocument | null, entry: Entry | null) => void} show
 */

/** So many pieces are listed. */
const MOST = 200;

/** Characters of a piece that are shown. */
const LONGEST = 400;

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @param {(span: Span) => void} goTo
 * @returns {AsidePart}
 */
export function createAside(root, app, goTo) {
  const { state, say, actions } = app;
  /** @type {AnalysedDocument | null} */
  let shown = null;
  /** @type {Entry | null} */
  let read = null;

  const summary = element('summary');
  const note = element('p', { class: 'note' });
  const list = element('ul');
  const told = element('p', { class: 'unseen', role: 'status' });
  const panel = element('details', { ontoggle: fill }, summary, note, list);
  root.replaceChildren(panel, told);

  function draw() {
    const back = shown && read ? piecesBack(shown, read) : [];
    const aside = shown?.set_aside ?? [];
    root.hidden = aside.length + back.length === 0;
    summary.replaceChildren(say.text('aside.summary', { count: aside.length }));
    if (back.length > 0) summary.append(` · ${say.text('aside.summary.back', { count: back.length })}`);
    note.textContent = say.text('aside.note');
    fill();
  }

  /** Makes the list where it is open; most readers never look. */
  function fill() {
    const focused = list.contains(document.activeElement)
      ? /** @type {HTMLElement} */ (document.activeElement).dataset['piece']
      : undefined;
    list.replaceChildren();
    if (!panel.open || !shown || !read) return;
    const back = piecesBack(shown, read);
    const marks = shown.set_aside.filter(({ kind }) => kind === 'markup');
    const pieces = [...shown.set_aside.filter(({ kind }) => kind !== 'markup'), ...back].sort(
      (a, b) => a.source_span.start - b.source_span.start,
    );
    append(list, pieces.slice(0, MOST).map((piece) => row(piece, back.includes(piece))));
    if (pieces.length > MOST) {
      list.append(element('li', { class: 'rest' }, say.text('aside.more', { count: pieces.length - MOST })));
    }
    if (marks.length > 0) {
      list.append(
        element(
          'li',
          {},
          element('span', { class: 'kind' }, say.text('aside.markup')),
          element('span', { class: 'words' }, say.text('aside.marks', { count: marks.length })),
        ),
      );
    }
    if (focused) {
      /** @type {HTMLElement | null} */ (list.querySelector(`[data-piece="${focused}"]`))?.focus();
    }
  }

  /**
   * @param {SetAside} piece
   * @param {boolean} isBack
   */
  function row(piece, isBack) {
    const words = piece.text.slice(0, LONGEST);
    const place = isBack && shown ? inText(shown, piece.source_span) : null;
    const button = element(
      'button',
      {
        type: 'button',
        class: 'turn',
        'data-piece': `${piece.source_span.start}`,
        'aria-label': say.text(isBack ? 'aside.undo.label' : 'aside.put.label', { words: words.slice(0, 40) }),
        onclick: () => {
          if (!read || button.getAttribute('aria-disabled')) return;
          button.setAttribute('aria-disabled', 'true');
          told.textContent = say.text(isBack ? 'aside.undone' : 'aside.put.done', { words: words.slice(0, 40) });
          actions.putBack(read.id, piece, !isBack);
        },
      },
      say.text(isBack ? 'aside.undo' : 'aside.put'),
    );
    return element(
      'li',
      { class: isBack ? 'back' : undefined },
      element('span', { class: 'kind' }, say.text(`aside.${piece.kind}`)),
      place
        ? element('button', { type: 'button', class: 'words place', onclick: () => goTo(place) }, words)
        : element('span', { class: 'words' }, words),
      button,
    );
  }

  state.on(['language', 'notices'], draw);

  return {
    show(document, entry) {
      if (entry?.id !== read?.id) panel.open = false;
      shown = document;
      read = entry;
      draw();
    },
  };
}

/**
 * The pieces that the reader put back into this document.
 *
 * @param {AnalysedDocument} document
 * @param {Entry} entry
 */
function piecesBack(document, { kept, analysis }) {
  const done = analysis?.source.kept ?? [];
  return kept.filter(
    ({ source_span: { start, end } }) =>
      done.some((span) => span.start === start && span.end === end) &&
      (analysis?.documents.length === 1 || inText(document, { start, end })),
  );
}
