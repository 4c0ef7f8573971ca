import { element } from './dom.js';
import { frame, idle } from './schedule.js';

/**
 * The faces that a text and its tables are set in. A browser may ask another process for each face
 * and size when it is first laid out, and holds the page until it has the answer; so they are laid out
 * unseen, one by one, while nothing else is to do.
 *
 * @type {[family: 'serif' | 'sans', weight: number, size: string][]}
 */
const FACES = [
  ['serif', 400, '1.0625rem'],
  ['serif', 700, '1.5rem'],
  ['serif', 400, '1rem'],
  ['serif', 700, '1.1875rem'],
  ['serif', 700, '1.0625rem'],
  ['serif', 600, '1.25rem'],
  ['sans', 400, '0.8125rem'],
  ['sans', 500, '0.8125rem'],
  ['sans', 400, '0.75rem'],
  ['sans', 400, '0.875rem'],
  ['sans', 600, '0.8125rem'],
  ['sans', 600, '0.875rem'],
];

/** Characters of each script that is set. */
const WORDS = '虚实“2”Ab';

/** @param {HTMLElement} root */
export async function prepareFaces(root) {
  const holder = element('div', { class: 'faces', 'aria-hidden': 'true' });
  root.append(holder);
  for (const [family, weight, size] of FACES) {
    await idle();
    const face = element('span', {}, WORDS);
    face.style.font = `${weight} ${size} var(--${family})`;
    holder.append(face);
    await frame();
  }
}
