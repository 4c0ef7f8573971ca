import { element } from '../core/dom.js';

/**
 * The text as it came, while module and dictionary are still on their way: it can be read before anything
 * is known of it. What was read before stays where it is instead.
 *
 * @typedef {object} PlainPart
 * @property {(blob: Blob) => void} show unless its analysis comes first
 * @property {() => void} hide
 */

/** An analysis that comes within so many milliseconds shows no plain text first: what flickers is no help. */
const PATIENCE = 120;

/** Bytes of the beginning that are shown: more than anyone reads in the meantime. */
const BEGINNING = 24_000;

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @returns {PlainPart}
 */
export function createPlain(root, { state }) {
  let timer = 0;
  /** @type {Blob | null} */
  let wanted = null;

  /** @param {Blob} blob */
  async function draw(blob) {
    const text = beginning(new Uint8Array(await blob.slice(0, BEGINNING).arrayBuffer()), blob.size > BEGINNING);
    if (wanted !== blob || text === null || state.get().view !== 'landing') return;
    const lines = text.split(/[\r\n]+/).map((line) => line.trim());
    root.replaceChildren(
      ...lines.filter((line) => line !== '').map((line) => element('p', { class: 'block paragraph' }, line)),
    );
    root.hidden = false;
    document.documentElement.toggleAttribute('data-plain', true);
    state.set({ view: 'reading', part: 'text' });
    performance.mark('xushi:text');
  }

  return {
    show(blob) {
      window.clearTimeout(timer);
      wanted = null;
      const { view, current } = state.get();
      if (view !== 'landing' || current !== null) return;
      wanted = blob;
      timer = window.setTimeout(() => void draw(blob), PATIENCE);
    },
    hide() {
      window.clearTimeout(timer);
      wanted = null;
      if (root.hidden) return;
      root.hidden = true;
      root.replaceChildren();
      document.documentElement.toggleAttribute('data-plain', false);
      if (state.get().current === null) state.set({ view: 'landing' });
    },
  };
}

/**
 * The beginning of a text in one of the encodings that most texts have; `null` where it is none.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {boolean} isCut whether more bytes follow
 */
function beginning(bytes, isCut) {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  for (const encoding of mark ? [mark] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
      return text.includes('\0') || text.trim() === '' ? null : text;
    } catch {
      // Another encoding may fit.
    }
  }
  return null;
}
