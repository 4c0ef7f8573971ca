import { whenGone } from './life.js';

/**
 * The worker, started anew when it breaks down: wasm that panicked cannot be trusted.
 *
 * @typedef {import('../worker.js').Answer} Answer
 * @typedef {import('../worker.js').Request} Request
 * @typedef {import('./types.js').Said} Said
 *
 * @typedef {object} RestartingWorker
 * @property {(request: Request) => void} ask
 * @property {() => void} renew ends what it does, and starts it anew
 */

/** So many breakdowns in a row without one answer, and it is not the text's fault. */
const PATIENCE = 3;

/**
 * @param {object} listener
 * @param {(answer: Exclude<Answer, {type: 'broken' | 'lacking' | 'held'}>) => void} listener.answered
 * @param {(request: number | null, message: string, givenUp: boolean) => void} listener.broken it was started
 *   anew, or is given up until it is asked again; `request` is the one that broke it
 * @param {(said: Said) => void} listener.lacking it cannot work for want of its dictionary, and is given up until it
 *   is asked again
 * @param {() => number | null} listener.atWork the request that it works at; `null`: nobody waits for it
 * @returns {RestartingWorker}
 */
export function createRestartingWorker({ answered, broken, lacking, atWork }) {
  let breakdowns = 0;
  let started = 0;
  /** @type {Worker | null} `null`: given up */
  let worker = start();

  function start() {
    const made = new Worker(new URL('../worker.js', import.meta.url), { type: 'module' });
    started += 1;
    const lock = `xushi-worker-${performance.timeOrigin}-${started}`;
    made.postMessage({ type: 'hold', request: 0, lock });
    made.addEventListener('message', (/** @type {MessageEvent<Answer>} */ event) => {
      if (made !== worker) return;
      if (event.data.type === 'held') whenGone(lock, () => ended(made));
      else if (event.data.type === 'broken') {
        restart(event.data.request, event.data.message);
      } else if (event.data.type === 'lacking') {
        giveUp();
        lacking(event.data.said);
      } else {
        if (event.data.type !== 'ready') breakdowns = 0;
        answered(event.data);
      }
    });
    made.addEventListener('error', (event) => {
      if (made === worker) restart(null, event.message || 'worker');
    });
    return made;
  }

  /** It is gone and said nothing. @param {Worker} gone */
  function ended(gone) {
    if (gone !== worker) return;
    const request = atWork();
    if (request === null) giveUp();
    else restart(request, 'the worker ended');
  }

  function giveUp() {
    worker?.terminate();
    worker = null;
    breakdowns = 0;
  }

  function renew() {
    worker?.terminate();
    worker = start();
  }

  /**
   * @param {number | null} request
   * @param {string} message
   */
  function restart(request, message) {
    breakdowns += 1;
    const givenUp = breakdowns >= PATIENCE;
    if (givenUp) giveUp();
    else renew();
    broken(request, message, givenUp);
  }

  return {
    ask(request) {
      worker ??= start();
      worker.postMessage(request);
    },
    renew,
  };
}
