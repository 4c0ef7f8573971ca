import { oncePerFrame } from '../core/schedule.js';
import { STEPS } from './ladder.js';

/**
 * The strip at the edge of the text: the ladder of the whole document, and where one is in it.
 * It shows to the eye what the outline's bars say in words.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 *
 * @typedef {object} StripPart
 * @property {(document: AnalysedDocument | null) => void} show
 * @property {(view: {start: number, end: number}) => void} follow
 */

/** How wide a step is drawn: the more there is to check, the wider, so that colour does not stand alone. */
const WIDTHS = { measurable: 1, concrete: 0.75, general: 0.5, formulaic: 0.3 };

/**
 * @param {HTMLElement} root holds a canvas and a frame
 * @param {(position: number) => void} goTo
 * @returns {StripPart}
 */
export function createStrip(root, goTo) {
  const canvas = /** @type {HTMLCanvasElement} */ (root.querySelector('canvas'));
  const frame = /** @type {HTMLElement} */ (root.querySelector('.frame'));
  /** @type {AnalysedDocument | null} */
  let shown = null;

  const draw = oncePerFrame(() => {
    const { clientWidth: width, clientHeight: height } = root;
    const density = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    if (shown && shown.text.length > 0) paint(canvas, shown);
  });

  new ResizeObserver(draw).observe(root);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  new MutationObserver(draw).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme'],
  });

  /** @param {PointerEvent} event */
  const point = (event) => {
    const box = root.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
    if (shown) goTo(Math.floor(share * Math.max(0, shown.text.length - 1)));
  };
  root.addEventListener('pointerdown', (event) => {
    root.setPointerCapture(event.pointerId);
    point(event);
  });
  root.addEventListener('pointermove', (event) => {
    if (root.hasPointerCapture(event.pointerId)) point(event);
  });

  return {
    show(document) {
      shown = document;
      draw();
    },
    follow({ start, end }) {
      const length = shown?.text.length || 1;
      frame.style.setProperty('--from', String(start / length));
      frame.style.setProperty('--to', String(end / length));
    },
  };
}

/** @param {HTMLCanvasElement} canvas @param {AnalysedDocument} document */
function paint(canvas, document) {
  const context = canvas.getContext('2d');
  if (!context) return;
  const colours = Object.fromEntries(STEPS.map((step) => [step, colourOf(canvas, `--ladder-${step}`)]));
  const scale = canvas.height / document.text.length;
  // Sentences thinner than a line of the screen would be lost, so lines are coloured, not sentences.
  let painted = -1;
  for (const { span, ladder } of document.sentences) {
    if (!ladder) continue;
    const top = Math.max(painted, Math.floor(span.start * scale));
    const bottom = Math.max(top + 1, Math.ceil(span.end * scale));
    if (bottom <= painted) continue;
    context.fillStyle = colours[ladder] ?? '';
    const width = Math.round(canvas.width * WIDTHS[ladder]);
    context.fillRect(canvas.width - width, top, width, bottom - top);
    painted = bottom - 1;
  }
}

/**
 * A colour of the palette, in the look that the page has now: a canvas knows neither names nor looks.
 *
 * @param {HTMLElement} element that shows no words
 * @param {string} name
 */
function colourOf(element, name) {
  element.style.color = `var(${name})`;
  const { color } = getComputedStyle(element);
  element.style.color = '';
  return color;
}
