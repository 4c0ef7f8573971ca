/**
 * The worker of the writers of office files: the one module that touches their wasm. It is started with the first file
 * that is written.
 *
 * @typedef {import('./writers.js').Kind} Kind
 * @typedef {{request: number, kind: Kind, table?: import('./writers.js').Table, tables?: import('./writers.js').Table[]}} Request one
 *   table, or those of a workbook
 * @typedef {{request: number, bytes: Uint8Array<ArrayBuffer>} | {request: number, message: string}} Answer
 */
import init, { write, writeWorkbook } from '../../generated/writers/writers.js';

const scope = /** @type {any} */ (globalThis);

/** @param {Answer} answer */
const answer = (answer) => scope.postMessage(answer);

const ready = init();

scope.addEventListener('message', async (/** @type {MessageEvent<Request>} */ { data: { request, kind, table, tables } }) => {
  try {
    await ready;
    answer({ request, bytes: /** @type {Uint8Array<ArrayBuffer>} */ (tables ? writeWorkbook(tables) : write(kind, table)) });
  } catch (error) {
    answer({ request, message: error instanceof Error ? error.message : String(error) });
  }
});
