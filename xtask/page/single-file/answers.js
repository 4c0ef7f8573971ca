/**
 * Requests for files of the page are answered from what it holds, packed by gzip. Anything else is refused as a network
 * would that is not there.
 */

/** Put in by the build. @type {string} */
const BASE = XUSHI_BASE;

/** The address of a file from the page, whatever it was asked by. @param {string | URL | Request} asked */
export function nameOf(asked) {
  const { href } = new URL(asked instanceof Request ? asked.url : asked, BASE);
  return href.startsWith(BASE) ? decodeURI(href.slice(BASE.length)) : '';
}

/** @param {(name: string) => Promise<Blob | undefined>} held */
export function answerFrom(held) {
  globalThis.fetch = async (asked) => {
    const name = nameOf(asked);
    const packed = await held(name);
    if (!packed) throw new TypeError(`${name || asked} is not in this file`);
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
    return new Response(packed.stream().pipeThrough(new DecompressionStream('gzip')), { headers: { 'content-type': type } });
  };
}
