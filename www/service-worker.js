/**
 * Keeps the page for use without a network: a whole version of it, taken in while the page has nothing else to do, and
 * checked file by file, so that no version is ever mixed with another.
 *
 * A page goes on with the version that it was opened with, whatever comes meanwhile, and so do its workers; a version is
 * thrown away when no page of it is open. A new one waits until all pages are closed, or a reader asks for it.
 *
 * @typedef {{version: string | null, pages: Record<string, string>}} Opened `version`: what pages are opened with; `pages`:
 *   clients, by id, that were opened with another one
 */

/** Put in by the build, of all files together. */
const VERSION = '';

/** Put in by the build: each file of the page, with how its SHA-256 begins. @type {Record<string, string>} */
const FILES = {};

/** So many files are taken in at a time: what the reader asks for meanwhile comes first. */
const AT_ONCE = 4;

const KEPT = 'xushi-';
const RECORD = 'xushi/record';

const scope = /** @type {any} */ (globalThis);

scope.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(takeAll()));
scope.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(begin()));
scope.addEventListener('message', (/** @type {MessageEvent} */ event) => {
  if (event.data === 'take') void scope.skipWaiting();
});
scope.addEventListener('fetch', (/** @type {any} */ event) => {
  const name = nameOf(event.request);
  if (name !== null) event.respondWith(answer(event, name));
});

/** Takes in every file of this version; what came before it was broken off is there. */
async function takeAll() {
  const cache = await caches.open(KEPT + VERSION);
  const names = Object.keys(FILES);
  const worker = async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) await take(cache, name);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** @param {Cache} cache @param {string} name */
async function take(cache, name) {
  if (await cache.match(name)) return;
  for (const source of [fromCaches, fromNetwork('force-cache'), fromNetwork('reload')]) {
    for await (const response of source(name)) {
      const bytes = await response.arrayBuffer();
      if (!(await isListed(name, bytes))) continue;
      // A response that was led here from elsewhere, or says how it was packed, is none that a page could be opened with.
      const headers = new Headers(response.headers);
      headers.delete('content-encoding');
      headers.delete('content-length');
      await cache.put(name, new Response(bytes, { headers }));
      return;
    }
  }
  throw new Error(`${name} is not as this version has it`);
}

/** What other versions have of it: most files are the same in the next one. @param {string} name */
async function* fromCaches(name) {
  for (const cacheName of await caches.keys()) {
    const response = cacheName.startsWith(KEPT) && (await caches.match(name, { cacheName }));
    if (response) yield response;
  }
}

/** @param {RequestCache} cache */
const fromNetwork = (cache) =>
  async function* (/** @type {string} */ name) {
    const response = await fetch(new Request(name, { cache }));
    if (response.ok) yield response;
  };

/** @param {string} name @param {ArrayBuffer} bytes */
async function isListed(name, bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const begin = FILES[name];
  return begin !== undefined && hex.startsWith(begin);
}

/** From now on pages are opened with this version; those that are open stay with theirs. */
async function begin() {
  const { version, pages } = await recorded();
  const open = await scope.clients.matchAll({ type: 'all' });
  /** @type {Record<string, string>} */
  const staying = {};
  for (const { id } of open) {
    const own = pages[id] ?? version;
    if (own) staying[id] = own;
  }
  await record({ version: VERSION, pages: staying });
  await forget(staying);
  await scope.clients.claim();
}

/** Throws away the versions that no page is open of. @param {Record<string, string>} pages */
async function forget(pages) {
  const needed = new Set([VERSION, ...Object.values(pages)].map((version) => KEPT + version));
  for (const name of await caches.keys()) if (name.startsWith(KEPT) && !needed.has(name)) await caches.delete(name);
}

/** What is recorded, since it was read: no other service worker writes it while this one is at work. @type {Promise<Opened> | null} */
let known = null;

/** @returns {Promise<Opened>} */
function recorded() {
  const read = async () => {
    const told = await caches.match('record', { cacheName: RECORD });
    return told ? told.json() : { version: null, pages: {} };
  };
  known ??= read();
  return known;
}

/** @param {Opened} told */
async function record(told) {
  known = Promise.resolve(told);
  const cache = await caches.open(RECORD);
  await cache.put('record', new Response(JSON.stringify(told)));
}

/**
 * The address of a file from the page; `null` for what is none of its files.
 *
 * @param {Request} request
 */
function nameOf({ method, url }) {
  const { scope: home } = scope.registration;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || !`${origin}${pathname}`.startsWith(home)) return null;
  const name = decodeURI(`${origin}${pathname}`.slice(home.length));
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

/**
 * @param {any} event
 * @param {string} name
 * @returns {Promise<Response>}
 */
async function answer(event, name) {
  const version = await versionFor(event);
  const kept = await caches.match(name, { cacheName: KEPT + version });
  return kept ?? fetch(event.request);
}

/** The version that a request is of. @param {any} event */
async function versionFor({ request, clientId, resultingClientId }) {
  const { version, pages } = await recorded();
  if (request.mode === 'navigate') {
    await leave(pages);
    return VERSION;
  }
  const own = pages[clientId] ?? VERSION;
  // A worker is of the version of the page that starts it.
  if (own !== VERSION && request.destination === 'worker') await record({ version, pages: { ...pages, [resultingClientId]: own } });
  return own;
}

/** Forgets pages of other versions that were closed. @param {Record<string, string>} pages */
async function leave(pages) {
  if (Object.keys(pages).length === 0) return;
  const open = await scope.clients.matchAll({ type: 'all' });
  const ids = new Set(open.map((/** @type {{id: string}} */ { id }) => id));
  const staying = Object.fromEntries(Object.entries(pages).filter(([id]) => ids.has(id)));
  if (Object.keys(staying).length === Object.keys(pages).length) return;
  await record({ version: VERSION, pages: staying });
  await forget(staying);
}
