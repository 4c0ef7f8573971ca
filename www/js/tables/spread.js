/**
 * Where in a text a term stands: a line from its beginning to its end with a tick a place. The
 * contexts below a row are its equivalent.
 */

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Ticks that can be told apart. */
const PLACES = 120;

/**
 * @param {import('../core/types.js').Span[]} spans
 * @param {number} length of the text
 */
export function spread(spans, length) {
  const places = new Set(spans.map(({ start }) => Math.floor((PLACES * start) / Math.max(1, length))));
  const picture = document.createElementNS(NAMESPACE, 'svg');
  picture.setAttribute('viewBox', `0 0 ${PLACES} 10`);
  picture.setAttribute('preserveAspectRatio', 'none');
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('class', 'spread-of');
  const [line, ticks] = ['line', 'ticks'].map((name) => {
    const path = document.createElementNS(NAMESPACE, 'path');
    path.setAttribute('class', name);
    picture.append(path);
    return path;
  });
  line?.setAttribute('d', `M0 5H${PLACES}`);
  ticks?.setAttribute('d', [...places].map((place) => `M${place + 0.5} 0V10`).join(''));
  return picture;
}
