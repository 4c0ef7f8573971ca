/** How long a stretch of work may hold the page, in milliseconds. */
const BUDGET = 12;

/** Lets the page paint and answer before work goes on. @returns {Promise<void>} */
export function pause() {
  const scheduler = /** @type {any} */ (globalThis).scheduler;
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/**
 * Does `work` for every item, in stretches short enough that the page never stops answering.
 *
 * @template T
 * @param {Iterable<T>} items
 * @param {(item: T) => void} work
 * @param {AbortSignal} [signal] stops between two items
 * @returns {Promise<boolean>} whether it came to the end
 */
export async function inStretches(items, work, signal) {
  let start = performance.now();
  for (const item of items) {
    if (signal?.aborted) return false;
    work(item);
    if (performance.now() - start > BUDGET) {
      await pause();
      start = performance.now();
    }
  }
  return !signal?.aborted;
}

/**
 * Calls `action` once a frame at most, with nothing lost.
 * @param {() => void} action
 */
export function oncePerFrame(action) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      action();
    });
  };
}
