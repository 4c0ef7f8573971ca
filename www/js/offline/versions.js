import { element } from '../core/dom.js';
import { idle } from '../core/schedule.js';
import { inBoth } from '../core/say.js';

/**
 * Has the page kept for use without a network, all of it and not before the first results, and says when a new version
 * of it is there. That one is taken when the reader asks for it, or by itself once the page was closed everywhere; until
 * then nothing changes.
 *
 * @param {HTMLElement} root where it is said
 * @param {import('../core/types.js').App} app
 * @param {() => Promise<void>} carry keeps the texts over the reload that the new version comes with
 * @returns {(isReady: boolean) => Promise<void>} is told whether the core is ready, and begins then
 */
export function createVersions(root, app, carry) {
  const { serviceWorker } = navigator;
  // A page on a disk has all of it at hand, and one that comes by plain HTTP from elsewhere may keep nothing.
  if (!serviceWorker || !location.protocol.startsWith('http')) return async () => {};
  const { state, say, actions } = app;
  /** @type {ServiceWorkerRegistration | null} */
  let registration = null;
  let isBegun = false;
  let isNew = false;
  let isAsked = false;

  const close = () => {
    isNew = false;
    draw();
  };
  const draw = () => {
    const notice = () =>
      element(
        'div',
        { class: 'notice info' },
        element('p', {}, say.text('offline.new')),
        element('button', { type: 'button', class: 'secondary', onclick: () => void take() }, say.text('offline.take')),
        element('button', { type: 'button', class: 'close', 'aria-label': say.text('notice.close'), onclick: close }),
      );
    root.replaceChildren(...(isNew ? [notice()] : []));
  };

  function announce() {
    // The first one of all is no news.
    if (!registration?.waiting || !serviceWorker.controller || isNew) return;
    isNew = true;
    draw();
  }

  async function take() {
    try {
      await carry();
    } catch {
      actions.tell({ id: 'version', severity: 'warning', said: inBoth('offline.stays') });
      return;
    }
    isAsked = true;
    const { waiting } = registration ?? {};
    // Another page may have taken it meanwhile.
    if (waiting) waiting.postMessage('take');
    else location.reload();
  }

  /** @param {boolean} isReady */
  async function keepWhen(isReady) {
    if (!isReady || isBegun) return;
    isBegun = true;
    await settled();
    try {
      registration = await serviceWorker.register(new URL('../../service-worker.js', import.meta.url), { updateViaCache: 'none' });
      registration.addEventListener('updatefound', () => registration?.installing?.addEventListener('statechange', announce));
      announce();
    } catch (error) {
      console.warn('the page is not kept for use without a network', error);
    }
    // A page that stays open for days asks when it is looked at again.
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void registration?.update().catch(() => {});
    });
  }

  serviceWorker.addEventListener('controllerchange', () => {
    if (isAsked) location.reload();
  });
  state.on(['language'], draw);
  return keepWhen;
}

/** So many milliseconds of a page that can be used belong to its reader, who may have a text at hand. */
const FIRST = 1000;

/** Until the reader had time to give a text, none is waited for, and the page has nothing else to do. */
async function settled() {
  const page = document.documentElement;
  await new Promise((resolve) => {
    setTimeout(resolve, FIRST);
  });
  await new Promise((resolve) => {
    const look = () => {
      if (page.dataset.state === 'working') return;
      observer.disconnect();
      resolve(undefined);
    };
    const observer = new MutationObserver(look);
    observer.observe(page, { attributeFilter: ['data-state'] });
    look();
  });
  await idle();
}
