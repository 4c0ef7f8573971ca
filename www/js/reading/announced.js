import { append, element } from '../core/dom.js';

/**
 * The numbers of parts that a text announces (四点意见), each under the heading that it stands in:
 * how many were announced, how many follow, and where.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Announcement} Announcement
 * @typedef {import('../core/types.js').Heading} Heading
 * @typedef {import('../core/types.js').Span} Span
 */

/**
 * Tells the states apart where colours cannot. `gap`: the numbers go as far as was announced, but not
 * every one of them was found.
 */
const SIGNS = { kept: '✓', gap: '≠', differs: '≠', missing: '∅', open: '?' };

/** So many parts are listed. */
const MOST = 200;

/** Characters of a part that are shown. */
const LONGEST = 40;

/** So many absent parts are named one by one. */
const NAMED = 10;

/**
 * The announcements by the innermost heading around them; `null` holds those before all headings.
 *
 * @param {AnalysedDocument} document
 * @returns {Map<Heading | null, Announcement[]>}
 */
export function byHeading({ outline, announcements }) {
  /** @type {Map<Heading | null, Announcement[]>} */
  const places = new Map();
  /** @type {Heading[]} */
  const around = [];
  const headings = inOrder(outline);
  let next = headings.next();
  for (const announcement of [...announcements].sort((a, b) => a.span.start - b.span.start)) {
    const { start } = announcement.span;
    for (; !next.done && next.value.span.start <= start; next = headings.next()) {
      leave(around, next.value.span.start);
      around.push(next.value);
    }
    leave(around, start);
    const place = around[around.length - 1] ?? null;
    const there = places.get(place);
    if (there) there.push(announcement);
    else places.set(place, [announcement]);
  }
  return places;
}

/**
 * @param {Heading[]} around
 * @param {number} position
 */
function leave(around, position) {
  while ((around[around.length - 1]?.section.end ?? Infinity) <= position) around.pop();
}

/** @param {Heading[]} headings @returns {Generator<Heading, undefined>} */
function* inOrder(headings) {
  for (const heading of headings) {
    yield heading;
    yield* inOrder(heading.children);
  }
}

/**
 * A row of the outline; its parts are made when it is opened.
 *
 * @param {Announcement} announcement
 * @param {AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 * @param {(span: Span) => void} goTo
 */
export function announcementItem(announcement, document, say, goTo) {
  const { span, clause, items } = announcement;
  const state = stateOf(announcement);
  const name = document.text.slice(span.start, span.end);
  const meaning = say.text(`announced.${state}`);
  const parts = element('ul', { hidden: true });
  const absent = absentParts(announcement);
  const toggle = element('button', {
    type: 'button',
    class: 'fold',
    'aria-expanded': 'false',
    'aria-label': say.text('announced.fold', { name }),
    onclick: () => {
      const open = toggle.getAttribute('aria-expanded') !== 'true';
      toggle.setAttribute('aria-expanded', String(open));
      parts.hidden = !open;
      if (open && !parts.firstChild) fill();
    },
  });

  function fill() {
    append(
      parts,
      items.slice(0, MOST).map((item) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'announced-part', onclick: () => goTo(item.span) },
            document.text.slice(item.span.start, Math.min(item.span.end, item.span.start + LONGEST)),
          ),
        ),
      ),
    );
    if (items.length > MOST) {
      parts.append(element('li', { class: 'absent' }, say.text('announced.more', { count: items.length - MOST })));
    }
    for (const number of absent) {
      parts.append(element('li', { class: 'absent' }, say.text('announced.absent', { number })));
    }
  }

  return element(
    'li',
    { class: 'announces', 'data-state': state },
    items.length + absent.length > 0 && toggle,
    element(
      'button',
      { type: 'button', class: 'announcement', title: meaning, onclick: () => goTo(clause) },
      element('span', { class: 'name' }, name),
      ' ',
      element(
        'span',
        { class: 'state' },
        element('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[state]),
        announcedWords(announcement, say),
        element('span', { class: 'unseen' }, ` ${meaning}`),
      ),
    ),
    parts,
  );
}

/**
 * @param {Announcement} announcement
 * @returns {keyof typeof SIGNS}
 */
export function stateOf({ state, count, items }) {
  return state === 'kept' && items.length !== count ? 'gap' : state;
}

/**
 * 宣布 4 · 有 3
 *
 * @param {Announcement} announcement
 * @param {import('../core/say.js').Say} say
 */
export function announcedWords({ count, items, state }, say) {
  const key = state === 'open' && items.length === 0 ? 'announced.alone' : 'announced.counts';
  return say.text(key, { count, found: items.length });
}

/**
 * The numbers that no part bears; none where the parts bear no numbers of their own.
 *
 * @param {Announcement} announcement
 * @returns {number[]}
 */
function absentParts({ count, items, state }) {
  const numbers = new Set(items.map(({ number }) => number));
  if (state === 'open' || state === 'missing' || numbers.has(undefined) || count > 1000) return [];
  const absent = Array.from({ length: count }, (_, at) => at + 1).filter((number) => !numbers.has(number));
  return absent.length <= NAMED ? absent : [];
}
