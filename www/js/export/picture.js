import { element } from '../core/dom.js';
import { download, stem } from './download.js';

/**
 * A chart as an image (PNG), to be put into a text or on a slide: with its name over it, as it looks on the page.
 */

/** Pixels of the image for one of the page. */
const SCALE = 3;
const EDGE = 12;
const NAME = 26;

/** What the look of a drawn thing is made of. */
const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight'];

/**
 * The button that saves a chart.
 *
 * @param {() => Element | null} chart an SVG element
 * @param {string} name
 * @param {import('../core/say.js').Say} say
 */
export function pictureButton(chart, name, say) {
  const button = element('button', { type: 'button', class: 'save-picture', title: say.text('picture.title', { name }), onclick: save }, say.text('picture'));

  async function save() {
    const drawn = chart();
    if (!(drawn instanceof SVGElement)) return;
    try {
      download(`${stem(name)}.png`, await imageOf(drawn, name));
    } catch (error) {
      console.warn('the image could not be made', error);
      button.textContent = say.text('picture.failed');
    }
  }
  return button;
}

/**
 * @param {SVGElement} drawn
 * @param {string} name
 * @returns {Promise<Blob>}
 */
async function imageOf(drawn, name) {
  const { width, height } = drawn.getBoundingClientRect();
  const image = new Image();
  const loaded = new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error('the chart could not be drawn'));
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(dressed(drawn, width, height)))}`;
  await loaded;
  const style = getComputedStyle(drawn.parentElement ?? drawn);
  const canvas = element('canvas', { width: Math.ceil((width + 2 * EDGE) * SCALE), height: Math.ceil((height + NAME + 2 * EDGE) * SCALE) });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.scale(SCALE, SCALE);
  pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  pen.fillRect(0, 0, width + 2 * EDGE, height + NAME + 2 * EDGE);
  pen.fillStyle = style.color;
  pen.font = `600 14px ${style.fontFamily}`;
  pen.fillText(name, EDGE, EDGE + 14);
  pen.drawImage(image, EDGE, EDGE + NAME, width, height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png'));
}

/**
 * A copy that has its look with it: what the page's styles say of each part stands in its attributes.
 *
 * @param {SVGElement} drawn
 * @param {number} width
 * @param {number} height
 */
function dressed(drawn, width, height) {
  const copy = /** @type {SVGElement} */ (drawn.cloneNode(true));
  const copies = [copy, ...copy.querySelectorAll('*')];
  [drawn, ...drawn.querySelectorAll('*')].forEach((part, at) => {
    const style = getComputedStyle(part);
    for (const look of LOOKS) copies[at]?.setAttribute(look, style.getPropertyValue(look));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
}
