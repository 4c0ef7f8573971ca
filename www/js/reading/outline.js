import { element } from '../core/dom.js';
import { frame, inStretches } from '../core/schedule.js';
import { announcementItem, byHeading } from './announced.js';
import { bar } from './bar.js';
import { ladderOf, sharesOf } from './ladder.js';

/**
 * The heading tree with a small bar of 虚实 a heading, and what each announces; inline items (一是…)
 * open on demand.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Heading} Heading
 *
 * @typedef {object} OutlinePart
 * @property {(document: AnalysedDocument | null) => Promise<void>} show
 * @property {(position: number) => void} follow marks the section that holds a position
 */

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @param {(heading: Heading) => void} goTo
 * @param {(span: import('../core/types.js').Span) => void} showPlace goes there and marks it
 * @returns {OutlinePart}
 */
export function createOutline(root, app, goTo, showPlace) {
  const { say } = app;
  let task = new AbortController();
  /** @type {{heading: Heading, button: HTMLElement, item: HTMLElement}[]} ascending by start */
  let rows = [];
  /** @type {HTMLElement | null} */
  let here = null;

  /** @param {AnalysedDocument | null} document */
  async function show(document) {
    task.abort();
    task = new AbortController();
    rows = [];
    here = null;
    root.replaceChildren();
    if (!document) return;
    const list = element('ul', { class: 'tree' });
    root.append(list);
    if (document.outline.length === 0) {
      root.append(element('p', { class: 'empty' }, say.text('outline.empty')));
    }
    const counted = ladderOf(document);
    const scored = new Map(document.scores.sections.map(({ section, scores }) => [section.start, { section, scores }]));
    /** @type {typeof counted} The bar says what the section's scores say; an item of one sentence has none. */
    const ladder = (start, end) => {
      const known = scored.get(start);
      return known?.section.end === end ? sharesOf(known.scores) : counted(start, end);
    };
    const announced = byHeading(document);
    /** @type {Map<Heading | null, {announced: HTMLElement, children: HTMLElement}>} */
    const places = new Map([[null, { announced: list, children: list }]]);
    await inStretches(
      rowsOf(document.outline, announced),
      ({ heading, parent, announcement }) => {
        if (announcement) {
          places.get(parent)?.announced.append(announcementItem(announcement, document, say, showPlace));
          return;
        }
        if (!heading) return;
        const made = item(heading, ladder);
        places.set(heading, made);
        if (announced.has(heading)) made.button.after(made.announced);
        (places.get(parent)?.children ?? list).append(made.item);
        rows.push({ heading, button: made.button, item: made.item });
      },
      task.signal,
      frame,
    );
  }

  /**
   * @param {Heading} heading
   * @param {ReturnType<typeof ladderOf>} ladder
   */
  function item(heading, ladder) {
    const { start, end } = heading.section;
    const button = element(
      'button',
      { type: 'button', class: 'heading', onclick: () => goTo(heading) },
      element('span', { class: 'name' }, heading.title),
      bar(ladder(start, end), say),
    );
    const announced = element('ul', { class: 'announcements' });
    const children = element('ul');
    const made = element('li', { 'data-style': heading.style }, button);
    if (heading.children.length > 0) {
      const folded = heading.children.every(({ style }) => style === 'inline' || style === 'dash');
      const toggle = element(
        'button',
        {
          type: 'button',
          class: 'fold',
          'aria-expanded': String(!folded),
          'aria-label': say.text('outline.fold', { title: heading.title }),
          onclick: () => {
            const open = toggle.getAttribute('aria-expanded') !== 'true';
            toggle.setAttribute('aria-expanded', String(open));
            children.hidden = !open;
          },
        },
      );
      children.hidden = folded;
      made.prepend(toggle);
      made.append(children);
    }
    return { item: made, button, announced, children };
  }

  return {
    show,
    follow(position) {
      let low = 0;
      let high = rows.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((rows[middle]?.heading.span.start ?? 0) <= position) low = middle + 1;
        else high = middle;
      }
      // The innermost heading that can be seen: folded items leave the mark to their parent.
      const row = rows[low - 1];
      const inside = row !== undefined && row.heading.section.end > position;
      /** @type {HTMLElement | null} */
      let button = inside ? row.button : null;
      let list = button?.closest('ul') ?? null;
      while (list) {
        if (list.hidden) button = list.parentElement?.querySelector('.heading') ?? null;
        list = list.parentElement?.closest('ul') ?? null;
      }
      if (button === here) return;
      const box = root.getBoundingClientRect();
      const place = button?.getBoundingClientRect();
      here?.removeAttribute('aria-current');
      here = button;
      here?.setAttribute('aria-current', 'location');
      if (!place) return;
      if (place.top < box.top || place.bottom > box.bottom) {
        root.scrollTop += place.top - box.top - box.height / 3;
      }
    },
  };
}

/**
 * The rows from top to bottom: each heading, what it announces, its children.
 *
 * @param {Heading[]} headings
 * @param {ReturnType<typeof byHeading>} announced
 * @param {Heading | null} [parent]
 * @returns {Generator<{parent: Heading | null, heading?: Heading,
 *   announcement?: import('../core/types.js').Announcement}>}
 */
function* rowsOf(headings, announced, parent = null) {
  for (const announcement of announced.get(parent) ?? []) yield { parent, announcement };
  for (const heading of headings) {
    yield { parent, heading };
    yield* rowsOf(heading.children, announced, heading);
  }
}
