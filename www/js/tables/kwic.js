import { element } from '../core/dom.js';

/**
 * A term where it stands (keyword in context): what comes before and after it, aligned on the term.
 *
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {{before: string, term: string, after: string}} Context
 */

/** Characters on each side. */
const REACH = 18;
/** Lines that are shown at first, and with each wish for more. */
const LINES = 20;

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Context} all within the paragraph
 */
export function contextOf(text, { start, end }) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const before = text.slice(Math.max(from, edge(text, start - REACH)), start);
  const after = text.slice(end, Math.min(stop < 0 ? text.length : stop, edge(text, end + REACH)));
  return { before: before.trimStart(), term: text.slice(start, end), after: after.trimEnd() };
}

/** Never between the halves of one character. @param {string} text @param {number} at */
function edge(text, at) {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : Math.max(0, at);
}

/**
 * The lines of a term, each of which leads to its place.
 *
 * @param {string} text
 * @param {Span[]} spans
 * @param {import('../core/say.js').Say} say
 * @param {(place: number) => void} choose
 * @returns {{element: HTMLElement, show: (span: Span) => void}} `show` marks the line of a place
 */
export function kwic(text, spans, say, choose) {
  const list = element('ol', { class: 'kwic' });
  const more = element('button', { type: 'button', class: 'more', onclick: () => grow(list.children.length + LINES) });
  const root = element('div', {}, list, more);
  /** @type {Element | undefined} */
  let marked;

  /** @param {number} count */
  function grow(count) {
    for (const span of spans.slice(list.children.length, count)) {
      list.append(line(contextOf(text, span), list.children.length));
    }
    more.hidden = list.children.length >= spans.length;
    more.textContent = say.text('kwic.more', { count: spans.length - list.children.length });
  }

  /**
   * @param {Context} context
   * @param {number} place
   */
  function line({ before, term, after }, place) {
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          onclick: (/** @type {Event} */ event) => {
            event.stopPropagation();
            choose(place);
          },
        },
        element('span', { class: 'order' }, String(place + 1)),
        element('span', { class: 'before' }, element('span', {}, before)),
        element('span', { class: 'keyword' }, term),
        element('span', { class: 'after' }, after),
      ),
    );
  }

  grow(LINES);
  return {
    element: root,
    show(span) {
      const place = spans.findIndex(({ start }) => start === span.start);
      if (place >= list.children.length) grow(place + LINES);
      marked?.removeAttribute('aria-current');
      marked = list.children[place]?.firstElementChild ?? undefined;
      marked?.setAttribute('aria-current', 'true');
    },
  };
}
