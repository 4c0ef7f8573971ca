import { join } from './pieces.js';

/**
 * The page's end of the worker.
 *
 * @typedef {import('../worker.js').Answer} Answer
 * @typedef {import('../worker.js').Pass} Pass
 * @typedef {{id: number, name: string, blob: Blob, kept: number[], revision: number}} Job
 *
 * @typedef {object} Listener
 * @property {(id: number, analysis: import('./types.js').Analysis, pass: Pass, revision: number) => void} analysed
 * @property {(id: number, done: number, documents: number) => void} progress
 * @property {(id: number, said: import('./types.js').Said) => void} refused
 * @property {(id: number | null, message: string) => void} broken the worker was started again
 *
 * @typedef {object} Client
 * @property {(job: Job) => void} analyse
 * @property {(job: Job) => Promise<string>} json
 * @property {() => number[]} cancel ends all work; gives the ids of what was under way
 */

/** So many breakdowns in a row without one answer, and it is not the text's fault. */
const PATIENCE = 3;

/**
 * @param {Listener} listener
 * @returns {Client}
 */
export function createClient(listener) {
  /** @type {Map<number, Job>} Jobs that are not through their last pass. */
  const open = new Map();
  /** @type {Set<number>} Those that the worker was given and has not answered. */
  const working = new Set();
  /** @type {Map<number, Job>} The last state of a text that changed while the worker had it. */
  const next = new Map();
  /** @type {Map<number, {analysis: import('./types.js').Analysis}>} */
  const arriving = new Map();
  /** @type {Map<number, {resolve: (text: string) => void, reject: (error: Error) => void}>} */
  const asked = new Map();
  let breakdowns = 0;
  let worker = start();

  function start() {
    const made = new Worker(new URL('../worker.js', import.meta.url), { type: 'module' });
    made.addEventListener('message', (/** @type {MessageEvent<Answer>} */ event) => {
      if (made === worker) take(event.data);
    });
    made.addEventListener('error', (event) => {
      if (made === worker) restart(null, event.message || 'worker');
    });
    return made;
  }

  /** @param {Answer} answer */
  function take(answer) {
    if (answer.type !== 'broken') breakdowns = 0;
    switch (answer.type) {
      case 'progress':
        listener.progress(answer.id, answer.done, answer.documents);
        break;
      case 'head':
        arriving.set(answer.id, { analysis: answer.analysis });
        break;
      case 'pieces': {
        const head = arriving.get(answer.id);
        if (head) join(head.analysis, answer.pieces);
        break;
      }
      case 'whole': {
        const head = arriving.get(answer.id);
        if (answer.pass === 'done') {
          if (open.get(answer.id)?.revision === answer.revision) open.delete(answer.id);
          arriving.delete(answer.id);
        }
        answered(answer.id);
        if (head) listener.analysed(answer.id, head.analysis, answer.pass, answer.revision);
        break;
      }
      case 'json':
        asked.get(answer.id)?.resolve(answer.text);
        asked.delete(answer.id);
        break;
      case 'refused':
        open.delete(answer.id);
        answered(answer.id);
        asked.get(answer.id)?.reject(new Error(answer.zh));
        asked.delete(answer.id);
        listener.refused(answer.id, { zh: answer.zh, en: answer.en });
        break;
      case 'broken':
        restart(answer.id, answer.message);
        break;
    }
  }

  /** @param {Job} job */
  function give(job) {
    working.add(job.id);
    worker.postMessage({ type: 'analyse', ...job });
  }

  /** @param {number} id */
  function answered(id) {
    working.delete(id);
    const job = next.get(id);
    next.delete(id);
    if (job) give(job);
  }

  /**
   * @param {number | null} id the job that broke it, which is not tried again
   * @param {string} message
   */
  function restart(id, message) {
    worker.terminate();
    breakdowns += 1;
    if (id !== null) open.delete(id);
    arriving.clear();
    working.clear();
    next.clear();
    for (const { reject } of asked.values()) reject(new Error(message));
    asked.clear();
    const givenUp = breakdowns >= PATIENCE;
    if (givenUp) open.clear();
    listener.broken(id, message);
    if (givenUp && id === null) return;
    worker = start();
    for (const job of open.values()) give(job);
  }

  return {
    analyse(job) {
      if (breakdowns >= PATIENCE) {
        breakdowns = 0;
        worker.terminate();
        worker = start();
      }
      open.set(job.id, job);
      // Of a text that changes faster than it is analysed only the last state counts.
      if (working.has(job.id)) next.set(job.id, job);
      else give(job);
    },
    json(job) {
      return new Promise((resolve, reject) => {
        asked.set(job.id, { resolve, reject });
        worker.postMessage({ type: 'json', ...job });
      });
    },
    cancel() {
      const ids = [...open.keys()];
      worker.terminate();
      open.clear();
      arriving.clear();
      working.clear();
      next.clear();
      for (const { reject } of asked.values()) reject(new Error('cancelled'));
      asked.clear();
      worker = start();
      return ids;
    },
  };
}
