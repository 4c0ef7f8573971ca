/**
 * PDF, by pdf.js: the runs of its pages go to the readers, which make text of them as they do for the command line.
 * Both halves of pdf.js work in this worker.
 *
 * @typedef {import('./types.js').ReadFile} ReadFile
 * @typedef {{str: string, width: number, transform: number[]}} Run
 */
import { Pages, refusal } from '../../generated/readers/readers.js';
import { createPort } from './port.js';

/** How far it is is told at most this often, in milliseconds: each time the page draws. */
const PACE = 100;

/** Divides the texts of runs. */
const BETWEEN = '\u0001';

/** pdf.js writes a space for the gap that type setters leave between Chinese characters and others. */
const GAP = /(?<=\p{Ideographic}) (?=[\dA-Za-z])|(?<=[\dA-Za-z%]) (?=\p{Ideographic})/gu;

/** A file of pdf.js: not known to the compiler of types, which would check all of it. @param {string} file */
const part = (file) => new URL(`../../generated/pdf/${file}`, import.meta.url).href;

/** Both halves of pdf.js: it is asked for them early, while other things are still on their way. */
export const fetchPdf = () => Promise.all([import(part('pdf.js')), import(part('pdf.worker.js'))]);

async function load() {
  const [library, { WorkerMessageHandler }] = await fetchPdf();
  const port = createPort();
  WorkerMessageHandler.initializeFromPort(port);
  return { ...library, worker: new library.PDFWorker({ port }) };
}

/**
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} data
 * @param {(done: number, all: number) => void} step
 * @returns {Promise<ReadFile>}
 */
export async function readPdf(name, data, step) {
  const { getDocument, VerbosityLevel, worker } = await load();
  const task = getDocument({
    data,
    worker,
    cMapUrl: part('cmaps/'),
    cMapPacked: true,
    useWorkerFetch: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const file = await task.promise;
    return await textOf(name, file, step);
  } catch (error) {
    const isEncrypted = /** @type {Error} */ (error).name === 'PasswordException';
    return { name, outcome: 'refused', said: refusal(isEncrypted) };
  } finally {
    await task.destroy();
    worker.destroy();
  }
}

/**
 * @param {string} name
 * @param {any} file
 * @param {(done: number, all: number) => void} step
 */
async function textOf(name, file, step) {
  const pages = new Pages();
  const { info } = await file.getMetadata().catch(() => ({ info: {} }));
  const said = (/** @type {unknown} */ words) => (typeof words === 'string' ? words : '');
  pages.describe(said(info.Title), said(info.Author), said(info.CreationDate));
  let told = -Infinity;
  for (let at = 1; at <= file.numPages; at += 1) {
    await addPage(pages, file, at);
    if (performance.now() - told < PACE && at < file.numPages) continue;
    told = performance.now();
    step(at, file.numPages);
  }
  return pages.read(name);
}

/**
 * A page that cannot be read is an empty one.
 *
 * @param {Pages} pages
 * @param {any} file
 * @param {number} at
 */
async function addPage(pages, file, at) {
  try {
    const page = await file.getPage(at);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    const runs = items.filter((/** @type {Run} */ { str }) => str?.trim());
    const numbers = runs.flatMap((/** @type {Run} */ run) => placeOf(run, transform));
    const texts = runs.map((/** @type {Run} */ { str }) => str.replaceAll(BETWEEN, '').replace(GAP, ''));
    pages.add(width, height, Float32Array.from(numbers), texts.join(BETWEEN));
    page.cleanup();
  } catch {
    pages.add(595, 842, new Float32Array(), '');
  }
}

/**
 * Left edge, baseline, width and size of a run on the upright page.
 *
 * @param {Run} run
 * @param {number[]} transform of the page, to its upper left corner
 */
function placeOf({ width, transform: run }, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) {
  const [, , across = 0, up = 1, x = 0, y = 0] = run;
  return [a * x + c * y + e, b * x + d * y + f, width, Math.hypot(across, up)];
}
