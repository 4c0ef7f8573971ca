/**
 * A page about a rule: in the language and the look that the reader last chose. Without this it is
 * in Chinese and looks as the system does.
 */
import { part } from './core/dom.js';
import { applyLanguage, applyTheme, savedLanguage, savedTheme } from './core/preferences.js';

const titles = {
  zh: document.title,
  en: document.querySelector('meta[name="title-en"]')?.getAttribute('content') ?? document.title,
};
const button = part('language', HTMLButtonElement);
let language = savedLanguage();

function draw() {
  applyLanguage(language);
  document.title = titles[language];
}

button.hidden = false;
button.addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  draw();
});
applyTheme(savedTheme());
draw();
