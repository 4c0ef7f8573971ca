/**
 * The scripts of the page, joined: a browser that follows imports from file to file asks a hundred and fifty times before it can begin.
 */
import { readFile } from 'node:fs/promises';
import { posix, relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** @typedef {Map<string, Buffer>} Parts files by their addresses from the page */

/** How every script that users get is put together. */
export const JOINED = /** @type {const} */ ({
  bundle: true,
  minify: true,
  write: false,
  target: 'es2023',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
});

/** What begins on its own, with the parts of it that are fetched when they are asked for. */
const BEGINNINGS = [['js/main.js', 'js/compare/view.js'], ['js/worker.js'], ['js/office/worker.js'], ['js/export/worker.js'], ['js/rules.js']];

/**
 * Tells each module where it stands, whatever file it has been put into.
 *
 * @param {(module: string) => string} addressOf an expression for the address of a module, whose own address from the page it gets
 * @param {(source: string) => string} altered what else the bundle needs changed in a module
 * @returns {import('esbuild').Plugin}
 */
export const placed = (addressOf, altered = (source) => source) => ({
  name: 'placed',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]www[\\/].*\.js$/ }, async ({ path }) => {
      const source = altered(await readFile(path, 'utf8'));
      const module = relative(resolve('www'), path).replaceAll('\\', '/');
      return { contents: source.replaceAll('import.meta.url', addressOf(module)), loader: 'js' };
    });
  },
});

/**
 * Puts each script with all that it imports in the place of its modules, and has the page ask at once for what its own imports.
 *
 * @param {Parts} parts
 * @returns {Promise<Parts>} for developers: the map of each to its modules
 */
export async function joinScripts(parts) {
  /** @type {Parts} */
  const maps = new Map();
  const joined = await Promise.all(BEGINNINGS.map((entries) => bundled(entries)));
  const modules = joined.flatMap(({ metafile }) => Object.keys(metafile.inputs).map((module) => posix.relative('www', module)));
  // Modules of types alone are imported by nothing that runs.
  for (const name of [...parts.keys()].filter((name) => name.startsWith('js/')).concat(modules)) parts.delete(name);
  for (const { outputFiles } of joined) {
    for (const { path, contents } of outputFiles) {
      const name = relative(resolve('.'), path).replaceAll('\\', '/');
      (name.endsWith('.map') ? maps : parts).set(name, Buffer.from(contents));
    }
  }
  parts.set('index.html', Buffer.from(asking(String(parts.get('index.html')), joined[0])));
  return maps;
}

/**
 * A script with what it imports.
 *
 * @param {string[]} entries the first is where it begins
 * @param {import('esbuild').Plugin[]} plugins what puts something else in the place of a module
 */
export function bundled(entries, plugins = []) {
  const [folder = ''] = entries.map(posix.dirname);
  const addressOf = (/** @type {string} */ module) => `new URL(${JSON.stringify(posix.relative(folder, module))}, import.meta.url).href`;
  return build({
    entryPoints: entries.map((entry) => `www/${entry}`),
    outbase: 'www',
    outdir: '.',
    // The same from build to build, as all names of the page are.
    chunkNames: `${folder}/[name]`,
    splitting: entries.length > 1,
    metafile: true,
    sourcemap: 'linked',
    format: 'esm',
    plugins: [...plugins, placed(addressOf)],
    ...JOINED,
  });
}

/** @param {string} page @param {import('esbuild').BuildResult<{metafile: true}> | undefined} joined */
function asking(page, joined) {
  const main = BEGINNINGS[0]?.[0] ?? '';
  const script = `<script type="module" src="${main}"></script>`;
  const imports = (joined?.metafile.outputs[main]?.imports ?? []).filter(({ kind }) => kind === 'import-statement');
  const links = imports.map(({ path }) => `<link rel="modulepreload" href="${path}">\n    `);
  if (!page.includes(script)) throw new Error(`www/index.html does not begin ${main}`);
  return page.replace(script, links.join('') + script);
}
