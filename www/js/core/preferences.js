/**
 * Language and look, as the reader last chose them.
 *
 * @typedef {import('./types.js').Language} Language
 * @typedef {import('./types.js').Theme} Theme
 */

import { recall, remember } from './memory.js';

const LANGUAGE = 'xushi-language';
const THEME = 'xushi-theme';
const SINGLE_KEYS = 'xushi-keys';

/** Whether keys that stand alone (n, p, /, 1 …) do anything. */
export function hasSingleKeys() {
  return recall(SINGLE_KEYS) !== 'off';
}

/** @param {boolean} on */
export function setSingleKeys(on) {
  remember(SINGLE_KEYS, on ? null : 'off');
}

/** Until the reader chooses: Chinese where the browser speaks it, else English. @returns {Language} */
export function savedLanguage() {
  const saved = recall(LANGUAGE);
  if (saved === 'zh' || saved === 'en') return saved;
  return /^zh\b/i.test(navigator.language) ? 'zh' : 'en';
}

/** @returns {Theme} */
export function savedTheme() {
  const saved = recall(THEME);
  return saved === 'light' || saved === 'dark' ? saved : 'auto';
}

/** @param {Language} language */
export function applyLanguage(language) {
  remember(LANGUAGE, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** @param {Theme} theme */
export function applyTheme(theme) {
  remember(THEME, theme);
  document.documentElement.dataset.theme = theme;
}
