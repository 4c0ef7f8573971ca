import { applied, difference, inSource, moved } from './change.js';
import { pointAt, positionOf, wordsOf } from './surface.js';

/**
 * The text changed in place. What is typed stands at once, as the browser writes it; when the reader
 * pauses it goes into the source, and what comes back is shown around the caret.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 *
 * @typedef {object} EditorPart
 * @property {(document: AnalysedDocument) => boolean} holds whether another state of the text is to wait: something
 *   is being typed, or an empty line or a space stands where the reader is about to go on
 * @property {(document: AnalysedDocument, source: string | null, draw: () => void) => void} renew shows another
 *   state of the text by `draw`, and keeps the caret where it is
 * @property {(changes: import('./change.js').Change[]) => import('../core/types.js').Span | null} put words in place
 *   of others, as shown, ascending and apart; gives the place of the first in the source
 * @property {() => void} flush puts what is typed into the source now; what comes next is shown
 * @property {(on: boolean) => void} turn
 */

/** So long a reader pauses before what was typed is analysed, in milliseconds. */
const PAUSE = 250;

/** What a browser would do to the look of a text, which has none. */
const LOOKS = /^format/;

/**
 * @param {HTMLElement} root holds the leaves
 * @param {object} around
 * @param {() => string | null} around.source as it is now, with what was typed before
 * @param {(source: string) => void} around.revise takes the source as it is to be
 * @param {(way: 'undo' | 'redo') => void} around.step
 * @param {() => void} around.typed
 * @param {() => void} around.settled nothing changed in the end
 * @returns {EditorPart}
 */
export function createEditor(root, { source: sourceNow, revise, step, typed, settled }) {
  /** @type {{document: AnalysedDocument, source: string} | null} */
  let base = null;
  let on = false;
  let timer = 0;
  let dirty = false;
  let composing = false;
  /** Whether the text that comes next is shown whatever stands there. */
  let forced = false;

  /** Whether something typed is not yet in the source; told on the text for styles, tests and scripts. @param {boolean} now */
  function wait(now) {
    dirty = now;
    root.toggleAttribute('data-typed', now);
  }

  /** @param {number} pause */
  function schedule(pause) {
    wait(true);
    // What is typed now is never written over.
    forced = false;
    window.clearTimeout(timer);
    if (!composing) timer = window.setTimeout(flush, pause);
  }

  function flush() {
    window.clearTimeout(timer);
    if (!dirty || composing || !base) return;
    wait(false);
    const change = difference(base.document.text, wordsOf(root));
    const source = change ? applied(base.source, inSource(base.document, base.source, change)) : base.source;
    if (source === sourceNow()) settled();
    else revise(source);
  }

  /**
   * Takes out a stretch that may run over several blocks, which become one. A browser would write the look of
   * one block into the words of the other.
   *
   * @param {StaticRange | Range} stretch
   */
  function takeOut(stretch) {
    const range = document.createRange();
    range.setStart(stretch.startContainer, stretch.startOffset);
    range.setEnd(stretch.endContainer, stretch.endOffset);
    const [first, last] = [blockOf(range.startContainer), blockOf(range.endContainer)];
    range.deleteContents();
    for (const leaf of root.children) for (const block of [...leaf.children]) if (isBetween(block, first, last)) block.remove();
    if (!first) return;
    const end = first.lastChild;
    const at = end instanceof Text ? end.length : 0;
    const joins = last && last !== first;
    if (joins) {
      first.append(...last.childNodes);
      last.remove();
    }
    if (!first.textContent) first.replaceChildren(document.createElement('br'));
    const selection = window.getSelection();
    if (!joins && range.startContainer.isConnected) selection?.collapse(range.startContainer, range.startOffset);
    else if (end instanceof Text && end.isConnected) selection?.collapse(end, at);
    else selection?.collapse(first.firstChild instanceof Text ? first.firstChild : first, 0);
  }

  /**
   * What an input would take out that runs over several blocks. Browsers do not tell it of plain text.
   *
   * @param {string} inputType
   * @returns {Range | null} `null` where it stays within one
   */
  function stretchOf(inputType) {
    const selection = window.getSelection();
    if (!selection || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0).cloneRange();
    if (!range.collapsed) {
      const blocks = [...root.querySelectorAll('.block')].filter((block) => range.intersectsNode(block));
      const [first, last] = [blocks[0], blocks[blocks.length - 1]];
      if (!first || !last || first === last) return null;
      // A selection may begin and end outside the blocks.
      if (!blockOf(range.startContainer)) range.setStart(first, 0);
      if (!blockOf(range.endContainer)) range.setEnd(last, last.childNodes.length);
      return range;
    }
    const block = blockOf(range.startContainer);
    if (!block || !inputType.startsWith('delete')) return null;
    const backward = inputType.endsWith('Backward');
    const rest = range.cloneRange();
    if (backward) rest.setStart(block, 0);
    else rest.setEnd(block, block.childNodes.length);
    if (rest.toString() !== '') return null;
    const blocks = [...root.querySelectorAll('.block')];
    const other = blocks[blocks.indexOf(block) + (backward ? -1 : 1)];
    // Two pieces of one long block: what stands between them is nothing.
    if (!other || (backward ? block : other).classList.contains('continued')) return null;
    if (backward) range.setStart(other, other.childNodes.length);
    else range.setEnd(other, 0);
    return range;
  }

  /** @param {Node} node */
  function blockOf(node) {
    const holder = node instanceof Element ? node : node.parentElement;
    return holder?.closest('.block') ?? null;
  }

  /** Enter: the block is cut in two at the caret, as the source will be. */
  function cutBlock() {
    const selection = window.getSelection();
    if (!selection || selection.rangeCount === 0) return;
    takeOut(selection.getRangeAt(0));
    const { anchorNode, anchorOffset } = selection;
    const holder = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
    const block = holder?.closest('.block');
    if (!anchorNode || !block) return;
    const range = document.createRange();
    range.setStart(anchorNode, anchorOffset);
    range.setEnd(block, block.childNodes.length);
    const rest = document.createElement('p');
    rest.className = 'block paragraph';
    rest.append(range.extractContents());
    for (const half of [block, rest]) if (!half.textContent) half.replaceChildren(document.createElement('br'));
    block.after(rest);
    selection.collapse(rest.firstChild instanceof Text ? rest.firstChild : rest, 0);
  }

  root.addEventListener('beforeinput', (event) => {
    if (!on) return;
    const { inputType } = event;
    if (LOOKS.test(inputType)) event.preventDefault();
    else if (inputType === 'historyUndo' || inputType === 'historyRedo') {
      event.preventDefault();
      step(inputType === 'historyUndo' ? 'undo' : 'redo');
    } else if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') {
      event.preventDefault();
      cutBlock();
      typed();
      schedule(0);
    } else if (event.cancelable && !composing) {
      const stretch = stretchOf(inputType);
      if (!stretch) return;
      event.preventDefault();
      takeOut(stretch);
      const words = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
      if (words) document.execCommand('insertText', false, words);
      typed();
      schedule(PAUSE);
    }
  });
  root.addEventListener('cut', (event) => {
    const selection = window.getSelection();
    if (!on || !selection || selection.isCollapsed) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', selection.toString());
    takeOut(selection.getRangeAt(0));
    typed();
    schedule(PAUSE);
  });
  root.addEventListener('input', () => {
    if (!on) return;
    typed();
    schedule(PAUSE);
  });
  root.addEventListener('compositionstart', () => {
    const selection = window.getSelection();
    const stretch = on && !selection?.isCollapsed ? stretchOf('') : null;
    if (stretch) takeOut(stretch);
    composing = true;
    forced = false;
    window.clearTimeout(timer);
  });
  root.addEventListener('compositionend', () => {
    composing = false;
    if (on) schedule(PAUSE);
  });
  root.addEventListener('paste', (event) => {
    if (!on || root.contentEditable === 'plaintext-only') return;
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
  });
  root.addEventListener('blur', flush);

  /** @returns {{anchor: number, focus: number} | null} */
  function caret() {
    const selection = window.getSelection();
    const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {};
    if (!on || !anchorNode || !focusNode || !root.contains(anchorNode) || !root.contains(focusNode)) return null;
    return {
      anchor: positionOf(root, anchorNode, anchorOffset),
      focus: positionOf(root, focusNode, focusOffset),
    };
  }

  /** @param {{anchor: number, focus: number}} at */
  function place({ anchor, focus }) {
    const [from, to] = [pointAt(root, anchor), pointAt(root, focus)];
    if (from && to) window.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  return {
    holds(document) {
      if (!on || forced) return false;
      if (dirty || composing) return true;
      if (!root.contains(window.document.activeElement)) return false;
      const words = wordsOf(root);
      return words !== document.text && bare(words) === bare(document.text);
    },
    renew(document, source, draw) {
      const at = caret();
      const before = at ? wordsOf(root) : '';
      draw();
      forced = false;
      base = source === null ? null : { document, source };
      if (!at) return;
      const change = difference(before, document.text);
      const wanted = { anchor: moved(at.anchor, change), focus: moved(at.focus, change) };
      const now = caret();
      if (now?.anchor !== wanted.anchor || now.focus !== wanted.focus) place(wanted);
    },
    put(wanted) {
      const [first] = wanted;
      if (!base || !first) return null;
      const typedSince = dirty ? difference(base.document.text, wordsOf(root)) : null;
      if (typedSince && wanted.some(({ start, end }) => typedSince.start < end && typedSince.end > start)) return null;
      wait(false);
      forced = true;
      window.clearTimeout(timer);
      const { document, source } = base;
      const changes = [...wanted, ...(typedSince ? [typedSince] : [])].flatMap((change) => inSource(document, source, change));
      revise(applied(source, changes.sort((a, b) => a.start - b.start)));
      const place = inSource(document, source, first)[0]?.start ?? 0;
      const before = typedSince && typedSince.start < first.start ? inSource(document, source, typedSince)[0] : undefined;
      const shift = before ? before.words.length - (before.end - before.start) : 0;
      return { start: place + shift, end: place + shift + first.words.length };
    },
    flush() {
      flush();
      forced = true;
    },
    turn(next) {
      flush();
      on = next;
      if (on) {
        try {
          root.contentEditable = 'plaintext-only';
        } catch {
          root.contentEditable = 'true';
        }
      } else root.removeAttribute('contenteditable');
      root.spellcheck = false;
    },
  };
}

/** A text without white space. @param {string} words */
function bare(words) {
  return words.replace(/\s+/g, '');
}

/**
 * Whether a block that lost its words stands between two others.
 * @param {Element} block
 * @param {Element | null} first
 * @param {Element | null} last
 */
function isBetween(block, first, last) {
  if (!first || !last || first === last || block === first || block === last || block.textContent) return false;
  const after = first.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING;
  const before = last.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_PRECEDING;
  return after > 0 && before > 0;
}
