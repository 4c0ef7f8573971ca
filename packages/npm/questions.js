/**
 * Both ends of a worker: `asking` puts a question into its port for each call, `answering` answers there.
 */
import { Refusal } from './xushi.js';

/**
 * @typedef {{id: number, method: string, given: unknown[]}} Question
 * @typedef {{id: number, value?: unknown, refused?: {message: string, messageEn: string}, failed?: string}} Answer
 */

const METHODS = /** @type {const} */ (['analyze', 'json', 'ledger', 'compare']);

/**
 * @param {(question: Question) => void} post
 * @param {() => unknown} end
 */
export function asking(post, end) {
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const open = new Map();
  let next = 0;
  const ask = (/** @type {string} */ method) => (/** @type {unknown[]} */ ...given) =>
    new Promise((resolve, reject) => {
      next += 1;
      open.set(next, { resolve, reject });
      post({ id: next, method, given });
    });
  /** @param {Error} error */
  const fail = (error) => {
    for (const { reject } of open.values()) reject(error);
    open.clear();
  };
  return {
    client: {
      ...Object.fromEntries(METHODS.map((method) => [method, ask(method)])),
      close() {
        fail(new Error('the worker was ended'));
        return end();
      },
    },
    fail,
    /** @param {Answer} answer */
    take({ id, value, refused, failed }) {
      const waiting = open.get(id);
      open.delete(id);
      if (refused) waiting?.reject(new Refusal(refused.message, refused.messageEn));
      else if (failed !== undefined) waiting?.reject(new Error(failed));
      else waiting?.resolve(value);
    },
  };
}

/**
 * @param {Promise<import('./xushi.js').Xushi>} opened
 * @param {(answer: Answer) => void} post
 */
export function answering(opened, post) {
  return async (/** @type {Question} */ { id, method, given }) => {
    try {
      const xushi = /** @type {any} */ (await opened);
      post({ id, value: xushi[method](...given) });
    } catch (error) {
      const { message, messageEn } = /** @type {Refusal} */ (error);
      post(error instanceof Refusal ? { id, refused: { message, messageEn } } : { id, failed: String(message ?? error) });
    }
  };
}
