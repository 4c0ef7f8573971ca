import { join } from './pieces.js';
import { createRestartingWorker } from './restarting-worker.js';

/**
 * The page's end of the worker.
 *
 * @typedef {import('./types.js').Analysis} Analysis
 * @typedef {import('./types.js').Said} Said
 * @typedef {{id: number, name: string, blob: Blob, kept: number[], revision: number}} Job
 *
 * @typedef {object} Listener
 * @property {(ready: boolean) => void} ready module and dictionary are there, or have to be loaded again
 * @property {(id: number, analysis: Analysis, revision: number) => void} analysed
 * @property {(id: number, done: number, documents: number) => void} progress
 * @property {(id: number, said: Said) => void} refused
 * @property {(said: Said) => void} lacking nothing can be analysed for want of the dictionary; what waited is given up
 * @property {(id: number | null, message: string) => void} broken the core broke down and was started again
 *
 * @typedef {object} Client
 * @property {(job: Job) => void} analyse takes the place of what was asked before of the same id
 * @property {(job: Job) => Promise<string>} json
 * @property {() => void} cancel ends all work
 */

/**
 * @param {Listener} listener
 * @returns {Client}
 */
export function createClient(listener) {
  /** Analyses under way, by the number of the request, as far as they have come. @type {Map<number, {job: Job, analysis: Analysis | null}>} */
  const open = new Map();
  /** @type {Map<number, {resolve: (text: string) => void, reject: (error: Error) => void}>} */
  const asked = new Map();
  let next = 1;

  const worker = createRestartingWorker({
    answered(answer) {
      if (answer.type === 'ready') {
        listener.ready(true);
        return;
      }
      if (answer.type === 'json') {
        asked.get(answer.request)?.resolve(answer.text);
        asked.delete(answer.request);
        return;
      }
      if (answer.type === 'refused') fail(answer.request, answer.said.zh);
      const one = open.get(answer.request);
      if (!one) return;
      const { job, analysis } = one;
      if (answer.type === 'progress') {
        listener.progress(job.id, answer.done, answer.documents);
      } else if (answer.type === 'head') {
        one.analysis = answer.analysis;
      } else if (answer.type === 'pieces') {
        if (analysis) join(analysis, answer.pieces);
      } else {
        open.delete(answer.request);
        if (answer.type === 'refused') listener.refused(job.id, answer.said);
        else if (analysis) listener.analysed(job.id, analysis, job.revision);
      }
    },
    lacking(said) {
      open.clear();
      failAll(said.zh);
      listener.ready(false);
      listener.lacking(said);
    },
    broken(request, message, givenUp) {
      const broke = request === null ? undefined : open.get(request);
      if (request !== null) open.delete(request);
      failAll(message);
      // Where no text is at fault, none is tried once more.
      if (givenUp || request === null) open.clear();
      listener.ready(false);
      if (broke || request === null) listener.broken(broke?.job.id ?? null, message);
      for (const [number, { job }] of open) worker.ask({ type: 'analyse', request: number, ...job });
    },
  });

  /** @param {number} request @param {string} message */
  function fail(request, message) {
    asked.get(request)?.reject(new Error(message));
    asked.delete(request);
  }

  /** @param {string} message */
  function failAll(message) {
    for (const number of [...asked.keys()]) fail(number, message);
  }

  return {
    analyse(job) {
      for (const [number, { job: earlier }] of open) if (earlier.id === job.id) open.delete(number);
      const request = next;
      next += 1;
      open.set(request, { job, analysis: null });
      worker.ask({ type: 'analyse', request, ...job });
    },
    json(job) {
      const request = next;
      next += 1;
      return new Promise((resolve, reject) => {
        asked.set(request, { resolve, reject });
        worker.ask({ type: 'json', request, ...job });
      });
    },
    cancel() {
      failAll('cancelled');
      open.clear();
      listener.ready(false);
      worker.renew();
    },
  };
}
