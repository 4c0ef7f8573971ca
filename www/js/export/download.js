import { element } from '../core/dom.js';

/**
 * Hands the reader a file; nothing is sent anywhere.
 *
 * @param {string} name
 * @param {string | Blob} content
 * @param {string} [type] of words
 */
export function download(name, content, type = '') {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * A file's name without its ending and without what file systems refuse.
 * @param {string} name
 */
export function stem(name) {
  const bare = name.replace(/\.[^.]{1,8}$/, '').replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ');
  return bare.trim().slice(0, 80) || 'xushi';
}
