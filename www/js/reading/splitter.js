import { recall, remember } from '../core/memory.js';

/**
 * The line between text and tables, which the reader moves; the browser keeps where it stands.
 */

const KEPT = 'xushi-tables-width';
/** Pixels. */
const STEP = 24;
const NARROWEST = 280;
/** What the text keeps. */
const FOR_TEXT = 320;

/**
 * @param {HTMLElement} handle
 * @param {HTMLElement} tables
 * @param {HTMLElement} text
 */
export function createSplitter(handle, tables, text) {
  const root = document.documentElement;
  const width = () => Math.round(tables.getBoundingClientRect().width);
  const widest = () => Math.max(NARROWEST, Math.round(width() + text.getBoundingClientRect().width - FOR_TEXT));

  function tell() {
    handle.setAttribute('aria-valuemin', String(NARROWEST));
    handle.setAttribute('aria-valuemax', String(widest()));
    handle.setAttribute('aria-valuenow', String(width()));
  }

  /** @param {number | null} wanted `null`: as the page has it */
  function set(wanted) {
    if (wanted === null) root.style.removeProperty('--tables-width');
    else root.style.setProperty('--tables-width', `${Math.min(widest(), Math.max(NARROWEST, Math.round(wanted)))}px`);
    remember(KEPT, wanted === null ? null : String(width()));
    tell();
  }

  handle.addEventListener('pointerdown', (event) => {
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
    handle.focus();
  });
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId)) set(tables.getBoundingClientRect().right - event.clientX);
  });
  handle.addEventListener('dblclick', () => set(null));
  handle.addEventListener('keydown', (event) => {
    const wanted = { ArrowLeft: width() + STEP, ArrowRight: width() - STEP, Home: widest(), End: NARROWEST }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
  });

  const kept = Number(recall(KEPT));
  if (kept >= NARROWEST) root.style.setProperty('--tables-width', `${kept}px`);
  new ResizeObserver(tell).observe(tables);
}
