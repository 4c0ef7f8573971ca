/**
 * A port between the two halves of pdf.js in one thread. Its own copies every message to the last letter, which takes a third
 * of the time that a PDF takes; here a message arrives as it is, later.
 *
 * @typedef {{chunk?: object}} Message
 * @typedef {(event: {data: Message}) => void} Listener
 */
export function createPort() {
  /** @type {Set<Listener>} */
  const listeners = new Set();
  return {
    /** @param {Message} message */
    postMessage(message) {
      // The sender takes the runs out of a chunk as soon as it is sent.
      const data = message.chunk ? { ...message, chunk: { ...message.chunk } } : message;
      queueMicrotask(() => {
        for (const listener of [...listeners]) listener({ data });
      });
    },
    /** @param {string} _type @param {Listener} listener @param {{signal?: AbortSignal}} [options] */
    addEventListener(_type, listener, { signal } = {}) {
      listeners.add(listener);
      signal?.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    /** @param {string} _type @param {Listener} listener */
    removeEventListener(_type, listener) {
      listeners.delete(listener);
    },
    terminate() {
      listeners.clear();
    },
  };
}
