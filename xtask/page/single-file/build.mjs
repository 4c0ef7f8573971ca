/**
 * The page as one HTML file that opens from a disk. Browsers let such a page neither fetch files beside it nor start
 * workers from them: all of it is inside, packed, and `page.js` answers requests for it. Its content policy names its own
 * scripts and styles by their hashes and allows no connection at all.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { JOINED, placed } from '../scripts.mjs';

/** Where the scripts of the page in one file are. */
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Both halves of what reads PDF. */
const PDF = 'node_modules/pdfjs-dist/legacy/build';

/** Where the files of the page would be, were it served. */
const BASE = 'https://xushi.invalid/';

/** The scripts of workers, each with the folders or files of what it fetches. @type {Record<string, string[]>} */
const WORKERS = {
  'js/worker.js': ['generated/wasm/xushi_bg.wasm', 'generated/dictionary.bin'],
  'js/office/worker.js': ['generated/readers/readers_bg.wasm', 'generated/pdf/cmaps/'],
  'js/export/worker.js': ['generated/writers/writers_bg.wasm'],
};

/** What the page itself asks for. */
const OF_PAGE = ['seeds/'];

/** Finds pdf.js, which is asked for by address elsewhere. @type {import('esbuild').Plugin} */
const withPdf = {
  name: 'with-pdf',
  setup(bundler) {
    bundler.onResolve({ filter: /\/generated\/pdf\// }, ({ path }) => ({ path: resolve(path.replace(/.*\/generated\/pdf\/(.*)\.js$/, `${PDF}/$1.min.mjs`)) }));
  },
};

/** A module's source with pdf.js as a part of the bundle. @param {string} source */
const pdfInside = (source) => source.replace(/import\(part\('([\w.]+)'\)\)/g, "import('../../generated/pdf/$1')");

/** Where a module would be, were the page served. @param {string} module */
const served = (module) => JSON.stringify(new URL(module, BASE).href);

/** A module and what it imports as one script. @param {string} module @param {'esm' | 'iife'} format @param {string} files how it comes by them */
async function bundled(module, format, files) {
  const { outputFiles } = await build({
    stdin: { contents: `import './${files}.js';\nimport '../../../www/${module}';`, resolveDir: HERE },
    format,
    platform: 'browser',
    // What pdf.js imports in Node alone.
    external: ['module', 'fs', 'path', 'url', 'http', 'https', 'canvas'],
    define: { XUSHI_BASE: JSON.stringify(BASE), XUSHI_WORKERS: JSON.stringify(WORKERS) },
    plugins: [withPdf, placed(served, pdfInside)],
    ...JOINED,
  });
  const script = outputFiles[0]?.text ?? '';
  if (script.includes('import.meta')) throw new Error(`${module} asks where it is in a way that one file has no answer to`);
  // The bundler lets no script end the element that holds it; these together would make it go on behind its end.
  if (script.includes('<!--') && /<script/i.test(script)) throw new Error(`${module} cannot stand in a page`);
  return script;
}

/** A file as it stands in the page, where it does nothing. @param {string} name @param {Buffer | string} bytes */
const inside = (name, bytes) => `<script type="text/plain" data-file="${name}">${gzipSync(bytes, { level: 9 }).toString('base64')}</script>`;

/** @param {string} text */
const hashed = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A page about a rule with nothing beside it: the page puts in its style, and says language and look. @param {string} page */
const alone = (page) =>
  page
    .replace(/<meta http-equiv.*\n|<link rel="icon".*\n|<script.*\n|<p class="all">.*\n/g, '')
    .replace(/(?:<link rel="stylesheet".*\n)+/, '<style></style>\n')
    .replace('<a href="../index.html">', '<a>');

/** @param {Map<string, Buffer>} parts the files of the page, by their addresses @returns {Promise<Buffer>} */
export async function singleFile(parts) {
  const data = [];
  for (const [worker, needed] of Object.entries(WORKERS)) {
    data.push(`<script type="text/plain" data-worker="${worker}">${await bundled(worker, 'iife', 'worker')}</script>`);
    for (const [name, bytes] of parts) {
      if (needed.some((one) => name.startsWith(one))) data.push(inside(name, bytes));
    }
  }
  for (const [name, bytes] of parts) if (OF_PAGE.some((one) => name.startsWith(one))) data.push(inside(name, bytes));
  const script = await bundled('js/main.js', 'esm', 'page');
  const html = String(parts.get('index.html'));
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"( media="print")?>/g)].map(([, name = '', print]) => {
    const style = String(parts.get(name));
    return print ? `@media print {\n${style}}\n` : style;
  });
  const style = styles.join('');
  const ofRules = ['css/base.css', 'css/rules.css'].map((name) => String(parts.get(name))).join('');
  data.push(inside('css/rules.css', ofRules));
  for (const [name, bytes] of parts) if (/^rules\/(?!index)/.test(name)) data.push(inside(name, alone(String(bytes))));
  const first = String(parts.get('js/first.js'));
  const icon = parts.get('images/favicon.svg')?.toString('base64');
  const policy = `default-src 'none'; script-src ${hashed(first)} ${hashed(script)} 'wasm-unsafe-eval'; style-src ${hashed(style)} ${hashed(ofRules)}; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'`;
  const whole = html
    .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, before) => before + policy)
    .replaceAll(/ *<link rel="(?:stylesheet|modulepreload|manifest|apple-touch-icon)"[^>]*>\n/g, '')
    .replace('images/favicon.svg', `data:image/svg+xml;base64,${icon}`)
    .replace('<script src="js/first.js"></script>', () => `<script>${first}</script>`)
    .replace(/ *<script type="module" src="js\/main.js"><\/script>\n/, () => `    <style>${style}</style>\n`)
    .replace('</body>', () => `${data.join('\n')}\n<script type="module">${script}</script>\n</body>`)
    .replace('<html ', '<html data-single ');
  if (/ (?:src|href)="(?!data:|offline\/)/.test(whole.slice(0, whole.indexOf('data-file')))) throw new Error('index.html names a file that one file does not have');
  return Buffer.from(whole);
}
