/**
 * How the page learns that a worker ended without a word, as where the browser takes its memory back. A worker holds a
 * lock as long as it lives; whoever waits for the lock gets it when the worker is gone.
 */

/** @returns {LockManager | undefined} none where the page is no safe context */
const locks = () => navigator.locks;

/**
 * In the worker: holds the lock for good.
 *
 * @param {string} name
 * @returns {Promise<void>} once it is held
 */
export function hold(name) {
  return new Promise((held) => {
    locks()
      ?.request(name, () => {
        held();
        return new Promise(() => {});
      })
      .catch(() => {});
  });
}

/**
 * On the page, once the worker holds the lock.
 *
 * @param {string} name
 * @param {() => void} ended
 */
export function whenGone(name, ended) {
  locks()
    ?.request(name, () => ended())
    .catch(() => {});
}
