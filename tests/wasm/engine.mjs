// The core as the page has it, loaded in Node: module and dictionary from www/generated/.

import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

const generated = new URL('../../www/generated/', import.meta.url);

/** The module's exports, its memory among them. */
export async function openModule() {
  const module = await import(new URL('wasm/xushi.js', generated).href);
  const bytes = await readFile(new URL('wasm/xushi_bg.wasm', generated));
  const { memory } = await module.default({ module_or_path: bytes });
  return { Engine: module.Engine, memory };
}

/** The dictionary, unpacked as the worker does it. */
export async function readDictionary() {
  return gunzipSync(await readFile(new URL('dictionary.gz', generated)));
}

/** An engine with its dictionary. */
export async function openEngine() {
  const { Engine } = await openModule();
  return new Engine(await readDictionary());
}
