/**
 * How long a stretch of work may hold the page, in milliseconds. A frame has 16, and what a stretch
 * puts on the page is laid out and painted in it as well; a busy machine takes several times as long.
 */
const BUDGET = 5;

/** A page that is covered has no frames; after so many milliseconds its work goes on without. */
const NO_FRAME = 100;

/** Lets the page paint and answer before work goes on. @returns {Promise<void>} */
export function pause() {
  const scheduler = /** @type {any} */ (globalThis).scheduler;
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/**
 * Until what was put on the page is laid out and painted. Whatever is measured then costs nothing,
 * and what comes next is laid out in a frame of its own.
 *
 * @returns {Promise<void>}
 */
export function frame() {
  if (document.hidden) return pause();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, NO_FRAME);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0);
    });
  });
}

/** Until the page has nothing else to do. @returns {Promise<void>} */
export function idle() {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });
}

/**
 * Does `work` for every item, in stretches short enough that the page never stops answering.
 *
 * @template T
 * @param {Iterable<T>} items
 * @param {(item: T) => void} work
 * @param {AbortSignal} [signal] stops between two items
 * @param {() => Promise<void>} [rest] what stands between two stretches: `frame` where they draw
 * @returns {Promise<boolean>} whether it came to the end
 */
export async function inStretches(items, work, signal, rest = pause) {
  let start = performance.now();
  if (signal?.aborted) return false;
  for (const item of items) {
    work(item);
    if (performance.now() - start > BUDGET) {
      await rest();
      if (signal?.aborted) return false;
      start = performance.now();
    }
  }
  return true;
}

/**
 * Between two pieces of work that draw: lets a frame pass once they have held the page long enough, and not for each of
 * them, since a busy machine takes several times as long for a frame.
 *
 * @returns {() => Promise<void>}
 */
export function stretches() {
  let start = performance.now();
  return async () => {
    if (performance.now() - start < BUDGET) return;
    await frame();
    start = performance.now();
  };
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
