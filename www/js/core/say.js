import { en, zh } from '../../generated/tables.js';
import { written } from '../wording/number.js';

/** @type {Record<import('./types.js').Language, Record<string, string>>} */
const strings = { zh, en };

/**
 * @typedef {object} Say
 * @property {(key: string, values?: Record<string, string | number>) => string} text the string `key`
 *   with `{name}` replaced; an unknown key gives itself, so that a slip is seen
 * @property {(key: string) => string | null} known as `text`, `null` for an unknown key
 * @property {(said: import('./types.js').Said) => string} of the sentence in the page's language
 * @property {(value: number, digits?: number) => string} number
 */

/**
 * @param {() => import('./types.js').Language} language
 * @returns {Say}
 */
export function createSay(language) {
  /** @param {string} key */
  const known = (key) => {
    const table = strings[language()];
    return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
  };
  return {
    known,
    text(key, values = {}) {
      return fill(known(key) ?? key, values);
    },
    of: (said) => said[language()],
    number(value, digits = 1) {
      return written(value, language() === 'zh' ? 'zh-CN' : 'en', digits);
    },
  };
}

/**
 * The same string in both languages, for what is kept while the reader may switch.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {import('./types.js').Said}
 */
export function inBoth(key, values = {}) {
  return {
    zh: fill(strings.zh[key] ?? key, values),
    en: fill(strings.en[key] ?? key, values),
  };
}

/**
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
