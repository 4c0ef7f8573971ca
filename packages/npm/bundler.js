/**
 * For bundlers that know only JavaScript, as esbuild does, and for scripts in one file: module and dictionary are part of
 * the code.
 */
import { dictionary, module } from './core/inline.js';
import { inflated, Xushi } from './xushi.js';

export { Refusal, Xushi } from './xushi.js';

export async function open() {
  return Xushi.from(await inflated(bytesOf(module)), bytesOf(dictionary));
}

/** @param {string} base64 */
const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
