/**
 * Whether a file is worth asking the readers, which are fetched with the first such file. What it is they tell
 * themselves: here it is only found out whether it could be anything but plain text.
 */

/** So many bytes of the beginning are looked at. */
const BEGINNING = 1024;

/** How files begin that are packages, OLE files, PDF, rich text or MIME messages; of tags, any. */
const BEGINNINGS = [/^PK[\x03\x05]/, /^\xd0\xcf\x11\xe0/, /%PDF-/, /^\{\\rt/, /^</, /^(?:mime-version|from|content-type):/i];

/** Endings whose files are read whole, tags and all, as they say. */
const PLAIN = /\.(?:txt|md|text|markdown)$/i;

/** @param {string} name @param {Blob} blob */
export async function isForReaders(name, blob) {
  const bytes = new Uint8Array(await blob.slice(0, BEGINNING).arrayBuffer());
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const begin = String.fromCharCode(...bytes)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(marked ? /\0/g : /^(?!)/, '')
    .trimStart();
  // A text has no zeros but in UTF-16, which the readers hand back.
  if (!marked && bytes.includes(0)) return true;
  const found = BEGINNINGS.find((beginning) => beginning.test(begin));
  return found !== undefined && !(begin.startsWith('<') && PLAIN.test(name));
}

/** What programs for texts and sheets mark their clipboard with, and what is lost in plain text: tables and lists. */
const RICH = /<(?:table|ol|ul|li)\b|mso-|urn:schemas-microsoft-com|ksohtml/i;

/** Whether the clipboard's HTML says more than its plain text. @param {string} html */
export const isRich = (html) => RICH.test(html);
