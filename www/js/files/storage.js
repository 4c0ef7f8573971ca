import { recall, remember } from '../core/memory.js';

/**
 * Keeps texts over a reload, in this browser's own database, and only where the reader asked.
 *
 * @typedef {import('../office/types.js').Given} Kept
 */

const DATABASE = 'xushi';
const STORE = 'texts';
const ASKED = 'xushi-keep';
const CARRIED = 'xushi-carried';

/** Whether the reader asked for it. */
export function isKeepingAsked() {
  return recall(ASKED) === 'yes';
}

/**
 * @param {boolean} asked what was kept is forgotten when it is no longer asked for
 * @param {Kept[]} texts
 */
export async function setKeeping(asked, texts) {
  if (asked) {
    remember(ASKED, 'yes');
    await storeTexts(texts);
  } else {
    remember(ASKED, null);
    await storeTexts([]);
  }
}

/**
 * Keeps these texts and no others.
 * @param {Kept[]} texts
 */
export async function storeTexts(texts) {
  const database = await open();
  try {
    await finished(database, 'readwrite', (store) => {
      store.clear();
      texts.forEach(({ name, blob, pasted, file = null, original = null, kept = [], ledger = null }, index) =>
        store.put({ name, blob, pasted, file, original, kept, ledger }, index),
      );
    });
  } finally {
    database.close();
  }
}

/**
 * Keeps texts for the next reload of this page alone, whatever the reader asked.
 * @param {Kept[]} texts
 */
export async function carryTexts(texts) {
  if (texts.length === 0) return;
  await storeTexts(texts);
  sessionStorage.setItem(CARRIED, 'yes');
}

/** @returns {Promise<Kept[]>} */
export async function storedTexts() {
  if (isKeepingAsked()) return readTexts();
  if (!isCarried()) return [];
  sessionStorage.removeItem(CARRIED);
  const carried = await readTexts();
  await storeTexts([]);
  return carried;
}

function isCarried() {
  try {
    return sessionStorage.getItem(CARRIED) !== null;
  } catch {
    // A browser that keeps nothing has carried nothing.
    return false;
  }
}

/** @returns {Promise<Kept[]>} */
async function readTexts() {
  const database = await open();
  try {
    /** @type {IDBRequest<Kept[]> | undefined} */
    let request;
    await finished(database, 'readonly', (store) => {
      request = store.getAll();
    });
    return request?.result ?? [];
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @param {IDBDatabase} database
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => void} work
 * @returns {Promise<void>}
 */
function finished(database, mode, work) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
    work(transaction.objectStore(STORE));
  });
}
