/**
 * What is decided before anything is painted: language and look. The page comes in Chinese; for a reader of English its
 * fixed words are written anew as the parser brings them, so that nothing moves when the other modules are there. The build
 * makes one small script of this.
 */
import { writeStrings } from './core/fixed.js';
import { applyTheme, savedLanguage, savedTheme } from './core/preferences.js';

/** Has the page's fixed words in English, which the build puts here. */
const say = { text: (/** @type {string} */ key) => ENGLISH_WORDS[key] ?? key };

applyTheme(savedTheme());
if (savedLanguage() === 'en') {
  document.documentElement.lang = 'en';
  const brought = new MutationObserver(() => {
    writeStrings(document, say);
    // What was written here is no news.
    brought.takeRecords();
  });
  brought.observe(document, { childList: true, subtree: true });
  addEventListener('DOMContentLoaded', () => brought.disconnect());
}
