/**
 * The page's end of the writers of office files.
 *
 * @typedef {'xlsx' | 'docx' | 'csv' | 'md'} Kind the ending of a file's name
 * @typedef {{text: string, mark?: boolean}} Cell `mark`: it stands out, for something is missing there
 * @typedef {{head: string, width: number, centred: boolean, choices?: string[]}} Column `width` in letters; `choices`: what a
 *   cell of a sheet offers
 * @typedef {{title: string, lines: string[], columns: Column[], rows: Cell[][]}} Table `lines` stand under the title
 *
 * @typedef {object} Writers
 * @property {(kind: Kind, table: Table) => Promise<Blob>} write rejects where the writers do not come or break down
 * @property {(tables: Table[]) => Promise<Blob>} workbook with a sheet for each table, by its title
 */

/** @type {Record<Kind, string>} */
const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
};

/** @returns {Writers} */
export function createWriters() {
  /** @type {Worker | null} */
  let worker = null;
  /** @type {Map<number, {resolve: (bytes: Uint8Array<ArrayBuffer>) => void, reject: (error: Error) => void}>} */
  const open = new Map();
  let next = 0;

  /** Whatever broke it down, the next file gets another one. @param {string} message */
  function end(message) {
    worker?.terminate();
    worker = null;
    for (const { reject } of open.values()) reject(new Error(message));
    open.clear();
  }

  function start() {
    const made = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    made.addEventListener('message', (/** @type {MessageEvent<import('./worker.js').Answer>} */ { data }) => {
      if (made !== worker) return;
      if ('message' in data) {
        end(data.message);
        return;
      }
      open.get(data.request)?.resolve(data.bytes);
      open.delete(data.request);
    });
    made.addEventListener('error', (event) => {
      if (made === worker) end(event.message || 'worker');
    });
    return made;
  }

  /** @param {Kind} kind @param {{table: Table} | {tables: Table[]}} what */
  async function ask(kind, what) {
    worker ??= start();
    next += 1;
    const request = next;
    const asked = worker;
    /** @type {Promise<Uint8Array<ArrayBuffer>>} */
    const written = new Promise((resolve, reject) => open.set(request, { resolve, reject }));
    asked.postMessage({ request, kind, ...what });
    return new Blob([await written], { type: TYPES[kind] });
  }

  return {
    write: (kind, table) => ask(kind, { table }),
    workbook: (tables) => ask('xlsx', { tables }),
  };
}
