/**
 * Language and look, as the reader last chose them.
 *
 * @typedef {import('./types.js').Language} Language
 * @typedef {import('./types.js').Theme} Theme
 */

import { recall, remember } from './memory.js';

const LANGUAGE = 'xushi-language';
const THEME = 'xushi-theme';

/** @returns {Language} */
export function savedLanguage() {
  return recall(LANGUAGE) === 'en' ? 'en' : 'zh';
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
