import { element } from '../core/dom.js';
import { frame, inStretches, oncePerFrame } from '../core/schedule.js';
import { fill, leafAt, leavesOf, rangeIn } from './leaves.js';
import { LAYERS, within } from './marks.js';
import { canPaint, createPaint } from './paint.js';
import { keepLeaves } from './renew.js';

/**
 * The text, set to be read, with its highlights.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 * @typedef {import('../core/types.js').Span} Span
 * @typedef {import('./marks.js').Mark} Mark
 * @typedef {import('./leaves.js').Leaf} Leaf
 *
 * @typedef {'chosen' | 'find' | 'evidence'} Painted what comes and goes over the marks
 *
 * @typedef {object} TextPart
 * @property {(document: AnalysedDocument, marks: import('./marks.js').Marks, stay: boolean) => void}
 *   show its beginning; `stay`: where the reader is
 * @property {() => Promise<void>} finish the rest of it
 * @property {() => void} clear
 * @property {(span: Span, first?: boolean) => void} goTo brings a place into view; `first`: to its top
 * @property {(name: Painted, spans: Span[]) => void} paint
 * @property {(x: number, y: number) => number | null} positionAt of a point on the screen
 * @property {(position: number) => Mark[]} marksAt those of layers that are on
 * @property {(span: Span) => DOMRect | null} place on the screen; `null` where it is not laid out
 * @property {() => {start: number, end: number}} inView
 * @property {() => void} fillAll for print and editing, which wait for nothing
 * @property {() => Promise<void>} paintAgain all marks, in the way that the page is used now
 */

/** Texts up to so many characters are filled whole; longer ones around what is in view. */
const WHOLE = 400_000;

/** All that is painted. @type {readonly (import('./marks.js').Mark['layer'] | Painted)[]} */
const PAINTED = [...LAYERS, 'evidence', 'find', 'chosen'];

/** So many leaves stand near the beginning: each is laid out when it comes, in a frame of its own. */
const NEAR = 6;

/** Leaves that are put on the page at once where none of them is near. */
const BATCH = 16;

/**
 * @param {HTMLElement} root where the leaves go
 * @param {HTMLElement} scroller
 * @param {import('../core/types.js').App} app
 * @param {() => void} moved called when another part of the text came into view
 * @returns {TextPart}
 */
export function createText(root, scroller, app, moved) {
  const paint = createPaint();
  const painting = canPaint();
  /** @type {Leaf[]} */
  let leaves = [];
  /** @type {Map<Element, Leaf>} */
  const byElement = new Map();
  /** @type {AnalysedDocument | null} */
  let shown = null;
  /** @type {import('./marks.js').Marks | null} */
  let marks = null;
  /** @type {Record<Painted, Span[]>} */
  const spans = { chosen: [], find: [], evidence: [] };
  let task = new AbortController();
  /** @type {Generator<Leaf> | null} leaves that are not made yet */
  let coming = null;
  /** So many of the leaves are on the page. */
  let attached = 0;
  /** Whether the leaves on the page have the marks of an earlier pass. */
  let stale = false;
  /** Whether the text may stand elsewhere than at its top. */
  let scrolled = false;

  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const leaf = byElement.get(target);
        if (isIntersecting && leaf && leaf.nodes.length === 0) fillLeaf(leaf);
      }
    },
    { root: scroller, rootMargin: '800px 0px' },
  );

  /** @param {Leaf} leaf */
  function fillLeaf(leaf) {
    if (!shown || leaf.nodes.length > 0) return;
    const inside = painting ? null : allWithin(leaf.start, leaf.end);
    fill(leaf, shown.text, inside);
    watcher.unobserve(leaf.element);
    paintLeaf(leaf);
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  function allWithin(start, end) {
    const found = marks;
    return found ? LAYERS.flatMap((layer) => within(found[layer], start, end)) : [];
  }

  /** @param {Leaf} leaf */
  function paintLeaf(leaf) {
    if (!painting || !marks) return;
    for (const name of PAINTED) paint.add(name, rangesOf(placesOf(name, leaf), leaf));
  }

  /**
   * @param {import('./marks.js').Mark['layer'] | Painted} name
   * @param {Leaf} leaf
   * @returns {Span[]}
   */
  function placesOf(name, leaf) {
    if (name === 'chosen' || name === 'find' || name === 'evidence') return within(spans[name], leaf.start, leaf.end);
    return marks ? within(marks[name], leaf.start, leaf.end) : [];
  }

  /**
   * @param {Span[]} places
   * @param {Leaf} leaf
   */
  function rangesOf(places, leaf) {
    return places.flatMap(({ start, end }) => {
      const range = leaf.nodes.length > 0 ? rangeIn(leaf, start, end) : null;
      if (!range) return [];
      if (!app.state.get().editing) return [new StaticRange(range)];
      // One that moves with what is typed before it.
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return [live];
    });
  }

  /** The leaves that a span touches. @param {Span} span */
  function leavesUnder({ start, end }) {
    const first = Math.max(0, leafAt(leaves, start));
    const last = Math.max(0, leafAt(leaves, Math.max(start, end - 1)));
    return leaves.slice(first, last + 1);
  }

  const onScroll = oncePerFrame(moved);
  scroller.addEventListener(
    'scroll',
    () => {
      scrolled = true;
      onScroll();
    },
    { passive: true },
  );

  /**
   * @param {AnalysedDocument} document
   * @param {import('./marks.js').Marks} found
   * @param {boolean} stay
   */
  function show(document, found, stay) {
    task.abort();
    task = new AbortController();
    const before = shown;
    const same = before !== null && before.text === document.text && sameBlocks(before, document);
    shown = document;
    marks = found;
    stale = same || (stay && before !== null && renew(document, before.text));
    if (stale) return;
    clearLeaves();
    // Setting it would have the page laid out at once.
    if (scrolled && !stay) scroller.scrollTop = 0;
    scrolled &&= stay;
    coming = leavesOf(document);
    if (take()) attach(1);
  }

  /**
   * Puts another state of the text in the place of the one that stands there, and touches only what
   * differs; whether all of it stood there.
   *
   * @param {AnalysedDocument} document
   * @param {string} before the text as it was shown
   */
  function renew(document, before) {
    if (coming || attached < leaves.length || leaves.length === 0) return false;
    const next = [...leavesOf(document)];
    if (next.length === 0) return false;
    const { head, tail } = keepLeaves(leaves, next, before, document.text, painting);
    const fresh = next.slice(head, next.length - tail);
    const behind = leaves[leaves.length - tail]?.element ?? null;
    const whole = leaves.length > 0 && document.text.length <= WHOLE;
    for (const leaf of leaves.slice(head, leaves.length - tail)) {
      byElement.delete(leaf.element);
      watcher.unobserve(leaf.element);
      leaf.element.remove();
    }
    for (const leaf of fresh) {
      byElement.set(leaf.element, leaf);
      if (whole) fill(leaf, document.text, painting ? null : allWithin(leaf.start, leaf.end));
      else watcher.observe(leaf.element);
      root.insertBefore(leaf.element, behind);
    }
    leaves = [...leaves.slice(0, head), ...fresh, ...leaves.slice(leaves.length - tail)];
    attached = leaves.length;
    spans.chosen = [];
    spans.find = [];
    spans.evidence = [];
    return true;
  }

  /** Takes the next leaf in; whether there was one. */
  function take() {
    const next = coming?.next();
    if (!next || next.done) {
      coming = null;
      return false;
    }
    leaves.push(next.value);
    byElement.set(next.value.element, next.value);
    return true;
  }

  /** Puts leaves on the page, up to this many in all; those near the beginning with their text. @param {number} count */
  function attach(count) {
    const fresh = leaves.slice(attached, count);
    root.append(...fresh.map(({ element }) => element));
    for (const leaf of fresh) {
      attached += 1;
      if (attached <= NEAR) fillLeaf(leaf);
      else if (leaf.nodes.length === 0) watcher.observe(leaf.element);
    }
  }

  /** The rest of what `show` began; another `show` stops it, and may have it go on. */
  async function finish() {
    const { signal } = task;
    const document = shown;
    if (stale && !(await repaint(signal))) return;
    stale = false;
    // What can be seen comes leaf by leaf, each laid out in a frame of its own.
    while (attached < NEAR && (attached < leaves.length || take())) {
      attach(attached + 1);
      await frame();
      if (signal.aborted) return;
    }
    if (!(await inStretches(repeated(take), () => {}, signal))) return;
    if (!(await inStretches(repeated(attachSome), () => {}, signal, frame))) return;
    if (document && document.text.length <= WHOLE) await inStretches(leaves, fillLeaf, signal, frame);
  }

  function attachSome() {
    if (attached >= leaves.length) return false;
    attach(attached + BATCH);
    return true;
  }

  /** So that a place can be gone to before its turn has come. @param {number} position */
  function hurry(position) {
    while (coming && (leaves[leaves.length - 1]?.end ?? 0) <= position) take();
    attach(Math.max(attached, leafAt(leaves, position) + 1));
  }

  /** @param {AbortSignal} signal */
  async function repaint(signal) {
    const filled = leaves.filter((leaf) => leaf.nodes.length > 0);
    if (!painting) {
      return inStretches(
        filled,
        (leaf) => shown && fill(leaf, shown.text, allWithin(leaf.start, leaf.end)),
        signal,
      );
    }
    // The new paint takes the place of the old one at once, so that nothing flickers.
    const ranges = PAINTED.map(() => /** @type {AbstractRange[]} */ ([]));
    /** @param {Leaf} leaf */
    const gather = (leaf) => {
      for (const [at, name] of PAINTED.entries()) ranges[at]?.push(...rangesOf(placesOf(name, leaf), leaf));
    };
    if (!(await inStretches(filled, gather, signal))) return false;
    const known = new Set(filled);
    for (const leaf of leaves) if (leaf.nodes.length > 0 && !known.has(leaf)) gather(leaf);
    for (const [at, name] of PAINTED.entries()) paint.replace(name, ranges[at] ?? []);
    return true;
  }

  function clearLeaves() {
    watcher.disconnect();
    byElement.clear();
    coming = null;
    attached = 0;
    paint.clear();
    spans.chosen = [];
    spans.find = [];
    spans.evidence = [];
    root.replaceChildren();
    leaves = [];
  }

  /** @param {Span} span */
  function placeOf(span) {
    const [leaf] = leavesUnder(span);
    if (!leaf || leaf.nodes.length === 0 || !leaf.element.isConnected) return null;
    const range = rangeIn(leaf, span.start, Math.max(span.end, span.start + 1));
    if (!range) return null;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const [line] = live.getClientRects();
    return line ?? live.getBoundingClientRect();
  }

  return {
    show,
    finish,
    clear() {
      task.abort();
      shown = null;
      marks = null;
      clearLeaves();
    },
    goTo(span, first = false) {
      hurry(span.end);
      for (const leaf of leavesUnder(span)) fillLeaf(leaf);
      const centre = () => {
        const place = placeOf(span);
        if (!place) return;
        const box = scroller.getBoundingClientRect();
        if (first) {
          scroller.scrollTop += place.top - box.top - 6;
          return;
        }
        if (place.top >= box.top + 90 && place.bottom <= box.bottom - 60) return;
        scroller.scrollTop += place.top - box.top - box.height / 3;
      };
      centre();
      // Leaves that came into view on the way have their true height now.
      requestAnimationFrame(() => {
        centre();
        requestAnimationFrame(centre);
      });
    },
    paint(name, places) {
      spans[name] = [...places].sort((a, b) => a.start - b.start);
      if (painting) {
        const filled = leaves.filter((leaf) => leaf.nodes.length > 0);
        paint.replace(
          name,
          places.length > 50
            ? filled.flatMap((leaf) => rangesOf(within(spans[name], leaf.start, leaf.end), leaf))
            : places.flatMap((place) =>
                leavesUnder(place).flatMap((leaf) => rangesOf([place], leaf)),
              ),
        );
      } else if (name === 'chosen') {
        for (const old of root.querySelectorAll('.chosen')) old.classList.remove('chosen');
        for (const place of places) {
          for (const leaf of leavesUnder(place)) {
            const range = leaf.nodes.length > 0 && rangeIn(leaf, place.start, place.end);
            if (range) range.startContainer.parentElement?.classList.add('chosen');
          }
        }
      }
    },
    positionAt(x, y) {
      const caret = caretAt(x, y);
      if (!caret || !(caret.node instanceof Text)) return null;
      const holder = caret.node.parentElement?.closest('.leaf');
      const leaf = holder && byElement.get(holder);
      const found = leaf && leaf.nodes.find(({ node }) => node === caret.node);
      if (!found) return null;
      // A caret stands between characters; the one under the pointer may be before it.
      for (const offset of [caret.offset, caret.offset - 1]) {
        if (offset < 0 || offset >= found.node.length) continue;
        const range = document.createRange();
        range.setStart(found.node, offset);
        range.setEnd(found.node, offset + 1);
        for (const box of range.getClientRects()) {
          const hit = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
          if (hit) return found.start + offset;
        }
      }
      return null;
    },
    marksAt(position) {
      const { layers } = app.state.get();
      return allWithin(position, position + 1).filter((mark) => layers[mark.layer]);
    },
    place: placeOf,
    inView() {
      const box = scroller.getBoundingClientRect();
      const first = leafAtHeight(scroller.scrollTop);
      const last = leafAtHeight(scroller.scrollTop + box.height);
      return { start: positionIn(first, box.top), end: positionIn(last, box.bottom) };
    },
    fillAll() {
      hurry(Infinity);
      for (const leaf of leaves) fillLeaf(leaf);
    },
    async paintAgain() {
      await repaint(task.signal);
    },
  };

  /** @param {number} height from the top of the scrolled content */
  function leafAtHeight(height) {
    let low = 0;
    let high = leaves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const leaf = /** @type {Leaf} */ (leaves[middle]);
      if (leaf.element.isConnected && leaf.element.offsetTop <= height) low = middle + 1;
      else high = middle;
    }
    return leaves[Math.max(0, low - 1)];
  }

  /**
   * The position of the text that stands at a height of the screen; a guess by share.
   * @param {Leaf | undefined} leaf
   * @param {number} y
   */
  function positionIn(leaf, y) {
    if (!leaf) return 0;
    for (const child of leaf.element.children) {
      const box = child.getBoundingClientRect();
      if (box.bottom < y) continue;
      const index = [...leaf.element.children].indexOf(child);
      const stretch = leaf.stretches[index];
      if (!stretch) break;
      const share = Math.min(1, Math.max(0, (y - box.top) / (box.height || 1)));
      return Math.round(stretch.start + share * (stretch.end - stretch.start));
    }
    return y < leaf.element.getBoundingClientRect().top ? leaf.start : leaf.end;
  }
}

/**
 * Calls `work` again and again, until it says that there is nothing left.
 * @param {() => boolean} work
 * @returns {Generator<void>}
 */
function* repeated(work) {
  while (work()) yield;
}

/**
 * @param {AnalysedDocument} a
 * @param {AnalysedDocument} b
 */
function sameBlocks(a, b) {
  return (
    a.blocks.length === b.blocks.length &&
    a.blocks.every((block, index) => block.kind === b.blocks[index]?.kind)
  );
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {{node: Node, offset: number} | null}
 */
function caretAt(x, y) {
  const page = /** @type {any} */ (document);
  if (page.caretPositionFromPoint) {
    const caret = page.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = page.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** What a reader sees where a text has nothing in it. @param {string} words */
export function emptyText(words) {
  return element('p', { class: 'empty' }, words);
}
