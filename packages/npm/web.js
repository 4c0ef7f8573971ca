/**
 * For browsers, and for bundlers that know `new URL(…, import.meta.url)`, as Vite, webpack and Parcel do: module and
 * dictionary are fetched from beside this file.
 */
import { Xushi } from './xushi.js';

export { Refusal, Xushi } from './xushi.js';

/** @param {{module?: string | URL, dictionary?: string | URL}} [where] other addresses of theirs */
export async function open({
  module = new URL('./core/xushi_bg.wasm', import.meta.url),
  dictionary = new URL('./core/dictionary.gz', import.meta.url),
} = {}) {
  const [ofModule, ofDictionary] = await Promise.all([fetched(module), fetched(dictionary)]);
  return Xushi.from(ofModule, new Uint8Array(await ofDictionary.arrayBuffer()));
}

/** @param {string | URL} address */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
