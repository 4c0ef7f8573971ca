// The npm package as people get it: packed, installed into a folder of its own, and asked there in Node and in Chromium.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { browser } from '../page/support.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TYPES = { '.js': 'text/javascript', '.html': 'text/html', '.wasm': 'application/wasm' };

/** @typedef {(name: string, bytes: Buffer, path: string) => Promise<string> | string} Asked gives the JSON of a text, or throws a `Refusal` */

/** Packs the package and installs it beside its example. @param {string} folder an empty one */
export function install(folder) {
  const npm = (/** @type {string[]} */ words, /** @type {string} */ cwd) =>
    execFileSync('npm', [...words, '--loglevel=error', '--no-audit', '--no-fund'], { cwd, stdio: ['ignore', 'pipe', 'inherit'] }).toString();
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], join(root, 'packages/npm')));
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  npm(['install', '--offline', join(folder, filename)], folder);
  for (const name of ['index.html', 'main.js']) copyFileSync(join(root, 'packages/npm/example', name), join(folder, name));
}

/** The example by the package's types, as a developer's compiler reads both. @param {string} folder */
export function checkTypes(folder) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const options = '--noEmit --strict --allowJs --checkJs --target es2023 --module esnext --moduleResolution bundler --types'.split(' ');
  execFileSync('node', [compiler, ...options, '', join(folder, 'main.js')], { cwd: folder, stdio: 'inherit' });
}

/** Each way to ask the package in Node. @param {string} folder @returns {Promise<{asked: Record<string, Asked>, close: () => void}>} */
export async function inNode(folder) {
  const { resolve } = createRequire(join(folder, 'main.js'));
  const load = (/** @type {string} */ name) => import(pathToFileURL(resolve(name)).href);
  const [plain, inlined, { openWorker }] = await Promise.all([load('xushi'), bundled(folder), load('xushi/worker')]);
  const [ofFiles, ofBundle, worker] = [await plain.open(), await inlined.open(), openWorker()];
  return {
    asked: {
      'npm in Node': (name, bytes) => ofFiles.json(bytes, { name }),
      'npm bundled': (name, bytes) => ofBundle.json(bytes, { name }),
      'npm in a worker of Node': (name, bytes) => worker.json(bytes, { name }),
    },
    close: () => void worker.close(),
  };
}

/** The entry that is all JavaScript, by a bundler that knows nothing else. @param {string} folder */
async function bundled(folder) {
  const outfile = join(folder, 'bundled/whole.js');
  mkdirSync(join(folder, 'bundled'));
  await build({ stdin: { contents: "export * from 'xushi/bundler';", resolveDir: folder }, bundle: true, format: 'esm', outfile, logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
}

/** Each way to ask the package in Chromium, and whether its example works. @param {string} folder */
export async function inChromium(folder) {
  const server = http.createServer(async (request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://here').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    const bytes = await readFile(file).catch(() => null);
    response.writeHead(bytes ? 200 : 404, { 'content-type': TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? 'application/octet-stream' });
    response.end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.click('#go');
  await page.waitForSelector('#targets tr');
  const rows = await page.locator('#targets tr').allInnerTexts();
  await page.evaluate(async () => {
    const at = (/** @type {string} */ name) => new URL(`node_modules/xushi/${name}.js`, location.href).href;
    const { open } = await import(at('web'));
    const { openWorker } = await import(at('worker'));
    Object.assign(globalThis, { asked: { plain: await open(), worker: openWorker() } });
  });
  const by = (/** @type {'plain' | 'worker'} */ which) => async (/** @type {string} */ name, /** @type {Buffer} */ bytes) => {
    const answer = await page.evaluate(
      async ([which, name, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        try {
          return { json: await /** @type {any} */ (globalThis).asked[which].json(bytes, { name }) };
        } catch (error) {
          return { refused: /** @type {Error} */ (error).name };
        }
      },
      /** @type {const} */ ([which, name, bytes.toString('base64')]),
    );
    if (answer.refused) throw Object.assign(new Error(), { name: answer.refused });
    return answer.json;
  };
  return {
    rows,
    asked: { 'npm in Chromium': by('plain'), 'npm in a worker of Chromium': by('worker') },
    async close() {
      await page.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
