/**
 * In the page in one file, before anything of the page itself: its files stand in elements of it, and workers start
 * from blobs, as scripts of the older kind, which browsers start from a page on a disk as well.
 */
import { answerFrom, nameOf } from './answers.js';

/** Put in by the build: the scripts of workers, each with how the addresses of the files begin that it asks for. @type {Record<string, string[]>} */
const WORKERS = XUSHI_WORKERS;

/** The elements that hold files, by the files' addresses from the page. */
const elements = new Map([...document.querySelectorAll('script[data-file]')].map((held) => [held.getAttribute('data-file') ?? '', held]));

/** @param {string} name */
function held(name) {
  const words = elements.get(name)?.textContent;
  return words ? new Blob([Uint8Array.from(atob(words), (letter) => letter.charCodeAt(0))]) : undefined;
}

answerFrom(async (name) => held(name));

const { Worker } = globalThis;
globalThis.Worker = class extends Worker {
  /** @param {string | URL} asked */
  constructor(asked) {
    const name = nameOf(asked);
    const script = document.querySelector(`script[data-worker="${name}"]`)?.textContent ?? '';
    super(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    const needed = [...elements.keys()].filter((file) => WORKERS[name]?.some((begin) => file.startsWith(begin)));
    this.postMessage(new Map(needed.map((file) => [file, held(file)])));
  }
};

/** Opens a page about a rule, in the language and the look that this page has now. @param {string} name */
async function openRule(name) {
  const [page, style] = await Promise.all([name, 'css/rules.css'].map(async (file) => (await fetch(file)).text()));
  const { lang, dataset } = document.documentElement;
  const own = page?.replace(/<html[^>]*>/, `<html lang="${lang}" data-theme="${dataset['theme']}">`);
  const whole = own?.replace('<style></style>', () => `<style>${style}</style>`) ?? '';
  window.open(URL.createObjectURL(new Blob([whole], { type: 'text/html' })));
}

document.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="rules/"]');
    if (!link) return;
    event.preventDefault();
    void openRule(link.getAttribute('href') ?? '');
  },
  true,
);
