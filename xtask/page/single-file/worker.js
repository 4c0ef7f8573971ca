/**
 * In a worker of the page in one file: the first message that comes holds the files that it may ask for. A worker of a
 * page on a disk has an origin of its own, and could not fetch them from the page's.
 */
import { answerFrom } from './answers.js';

/** @type {Promise<Map<string, Blob>>} */
const files = new Promise((resolve) => {
  const take = (/** @type {MessageEvent} */ event) => {
    event.stopImmediatePropagation();
    removeEventListener('message', take);
    resolve(event.data);
  };
  addEventListener('message', take);
});

answerFrom(async (name) => (await files).get(name));
