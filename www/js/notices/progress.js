/**
 * Long work: a bar and a way out. Short work shows neither, since what flickers is no news.
 *
 * @typedef {object} ProgressPart
 * @property {(name: string, work?: 'analysis' | 'reading') => void} start
 * @property {(ready: boolean) => void} ready whether the analyser is there, or still to be loaded
 * @property {(done: number, all: number) => void} step of one file
 * @property {(at: number, all: number, name: string) => void} many which of several files is under way
 * @property {() => void} end
 */

/** Work shorter than this shows no bar, in milliseconds. */
const PATIENCE = 250;

/**
 * @param {HTMLElement} root
 * @param {import('../core/types.js').App} app
 * @returns {ProgressPart}
 */
export function createProgress(root, app) {
  const words = /** @type {HTMLElement} */ (root.querySelector('p'));
  const bar = /** @type {HTMLProgressElement} */ (root.querySelector('progress'));
  const cancel = /** @type {HTMLButtonElement} */ (root.querySelector('button'));
  let timer = 0;
  let name = '';
  let isReady = false;
  let work = 'analysis';
  let [at, all] = [1, 1];
  cancel.addEventListener('click', () => app.actions.cancel());

  const draw = () => {
    const of = isReady ? 'progress.working' : 'progress.loading';
    const which = all > 1 ? app.say.text('progress.which', { at, all }) : '';
    words.textContent = which + app.say.text(work === 'reading' ? 'progress.reading' : of, { name });
    bar.setAttribute('aria-label', words.textContent);
    if (all < 2) return;
    bar.max = all;
    bar.value = at - 1;
  };
  app.state.on(['language'], draw);

  return {
    start(next, of = 'analysis') {
      name = next;
      work = of;
      [at, all] = [1, 1];
      draw();
      bar.removeAttribute('value');
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        root.hidden = false;
      }, PATIENCE);
    },
    ready(now) {
      isReady = now;
      draw();
    },
    step(done, parts) {
      if (all > 1 || parts < 2) return;
      bar.max = parts;
      bar.value = done;
    },
    many(next, count, of) {
      [at, all, name] = [next, count, of];
      draw();
    },
    end() {
      window.clearTimeout(timer);
      root.hidden = true;
    },
  };
}
