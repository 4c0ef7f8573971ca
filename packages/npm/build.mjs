/**
 * Fills `core/` from what `cargo xtask build` has left: the module that the page runs, its dictionary, the types of the
 * contract, and module and dictionary once more as JavaScript. Run by `npm pack`.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const project = new URL('../../', import.meta.url);
const core = new URL('core/', import.meta.url);
const made = (/** @type {string} */ name) => new URL(`www/generated/${name}`, project);

const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));
const [, ofCore] = /^version = "(.+)"$/m.exec(await readFile(new URL('Cargo.toml', project), 'utf8')) ?? [];
if (version !== ofCore) throw new Error(`package.json is of version ${version}, the core of ${ofCore}`);

await mkdir(core, { recursive: true });
const glue = await readFile(made('wasm/xushi.js'), 'utf8');
// Every entry says where the module is; this would have bundlers take it along a second time.
const placeless = glue.replace("new URL('xushi_bg.wasm', import.meta.url)", 'undefined');
if (placeless === glue) throw new Error('wasm-bindgen names the module in another way');
await writeFile(new URL('xushi.js', core), placeless);
await copyFile(made('wasm/xushi_bg.wasm'), new URL('xushi_bg.wasm', core));
await copyFile(made('dictionary.gz'), new URL('dictionary.gz', core));
await copyFile(new URL('LICENSE', project), new URL('LICENSE', import.meta.url));
await copyFile(new URL('schema/contract.d.ts', project), new URL('contract.d.ts', core));

const text = (/** @type {Buffer} */ bytes) => JSON.stringify(bytes.toString('base64'));
const module = gzipSync(await readFile(made('wasm/xushi_bg.wasm')), { level: 9 });
const dictionary = await readFile(made('dictionary.gz'));
await writeFile(new URL('inline.js', core), `export const module = ${text(module)};\nexport const dictionary = ${text(dictionary)};\n`);
