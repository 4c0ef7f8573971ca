/**
 * Numbers as a language writes them. A format is made once: making one takes longer than using it.
 *
 * @type {Map<string, Intl.NumberFormat>}
 */
const formats = new Map();

/**
 * @param {number} value
 * @param {string} locale
 * @param {number} digits after the point, at most
 * @param {boolean} [grouped]
 */
export function written(value, locale, digits, grouped = true) {
  const key = `${locale}/${digits}/${grouped}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: grouped });
    formats.set(key, format);
  }
  return format.format(value);
}
