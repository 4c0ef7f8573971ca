/**
 * For Node: module and dictionary are read from beside this file.
 */
import { readFile } from 'node:fs/promises';
import { Xushi } from './xushi.js';

export { Refusal, Xushi } from './xushi.js';

/** @param {{module?: string | URL, dictionary?: string | URL}} [where] other files of theirs */
export async function open({
  module = new URL('./core/xushi_bg.wasm', import.meta.url),
  dictionary = new URL('./core/dictionary.gz', import.meta.url),
} = {}) {
  const [ofModule, ofDictionary] = await Promise.all([readFile(module), readFile(dictionary)]);
  return Xushi.from(ofModule, ofDictionary);
}
