/**
 * A worker that is started anew when it breaks down: wasm that panicked cannot be trusted.
 *
 * @typedef {import('../worker.js').Answer} Answer
 * @typedef {import('../worker.js').Request} Request
 * @typedef {import('../worker.js').Role} Role
 *
 * @typedef {object} Hand
 * @property {(request: Request) => void} ask
 * @property {() => void} renew ends what it does, and starts it anew
 */

/** So many breakdowns in a row without one answer, and it is not the text's fault. */
const PATIENCE = 3;

/**
 * @param {Role} role
 * @param {Promise<unknown>} begin when to start it first; what is asked earlier waits
 * @param {object} listener
 * @param {(answer: Exclude<Answer, {type: 'broken'}>) => void} listener.answered
 * @param {(id: number | null, message: string, givenUp: boolean) => void} listener.broken it was started
 *   anew, or is given up until it is asked again; `request` is the one that broke it
 * @returns {Hand}
 */
export function createHand(role, begin, { answered, broken }) {
  let breakdowns = 0;
  /** @type {Worker | null} */
  let worker = null;
  /** @type {Request[]} */
  let early = [];

  void begin.then(() => {
    worker = start();
    for (const request of early) worker.postMessage(request);
    early = [];
  });

  function start() {
    const made = new Worker(new URL('../worker.js', import.meta.url), { type: 'module', name: role });
    made.addEventListener('message', (/** @type {MessageEvent<Answer>} */ event) => {
      if (made !== worker) return;
      if (event.data.type === 'broken') {
        restart(event.data.request, event.data.message);
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

  function renew() {
    early = [];
    if (!worker) return;
    worker.terminate();
    worker = start();
  }

  /**
   * @param {number | null} request
   * @param {string} message
   */
  function restart(request, message) {
    breakdowns += 1;
    const givenUp = breakdowns >= PATIENCE;
    if (givenUp) worker?.terminate();
    else renew();
    broken(request, message, givenUp);
  }

  return {
    ask(request) {
      if (breakdowns >= PATIENCE) {
        breakdowns = 0;
        renew();
      }
      if (worker) worker.postMessage(request);
      else early.push(request);
    },
    renew,
  };
}
