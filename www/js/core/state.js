/**
 * A value with named parts that can be watched.
 *
 * @template {object} T
 * @typedef {object} State
 * @property {() => Readonly<T>} get
 * @property {(change: Partial<T>) => void} set
 * @property {(keys: (keyof T)[], listener: () => void) => void} on called after one of `keys` changed
 */

/**
 * @template {object} T
 * @param {T} initial
 * @returns {State<T>}
 */
export function createState(initial) {
  let value = initial;
  /** @type {{keys: (keyof T)[], listener: () => void}[]} */
  const listeners = [];
  return {
    get: () => value,
    set(change) {
      const keys = /** @type {(keyof T)[]} */ (Object.keys(change));
      const changed = new Set(keys.filter((key) => change[key] !== value[key]));
      if (changed.size === 0) return;
      value = { ...value, ...change };
      for (const { keys: watched, listener } of listeners) {
        if (watched.some((key) => changed.has(key))) listener();
      }
    },
    on(keys, listener) {
      listeners.push({ keys, listener });
    },
  };
}
