import { createHand } from './hand.js';
import { join } from './pieces.js';
import { idle } from './schedule.js';
import { addVocabularies } from './vocabulary.js';

/**
 * The page's end of the two workers: one reads a text, the other, which holds the word list, counts its
 * words at the same time. Claims and structure never wait for the words.
 *
 * @typedef {import('../worker.js').Answer} Answer
 * @typedef {import('./types.js').Analysis} Analysis
 * @typedef {import('./types.js').Vocabulary} Vocabulary
 * @typedef {'claims' | 'done'} Pass `claims`: words are still to come; `done`: nothing is
 * @typedef {{id: number, name: string, blob: Blob, kept: number[], revision: number}} Job
 *
 * @typedef {object} Listener
 * @property {(id: number, analysis: Analysis, pass: Pass, revision: number) => void} analysed
 * @property {(id: number, done: number, documents: number) => void} progress
 * @property {(id: number, said: import('./types.js').Said) => void} refused
 * @property {(id: number | null, message: string) => void} broken the core broke down and was started again
 *
 * @typedef {object} Client
 * @property {(job: Job) => void} analyse takes the place of what was asked before of the same id
 * @property {(job: Job) => Promise<string>} json
 * @property {() => void} cancel ends all work
 */

/**
 * A job under way.
 *
 * @typedef {object} Open
 * @property {Job} job
 * @property {Analysis | null} analysis as far as it has come
 * @property {boolean} whole whether all of it has come
 * @property {Vocabulary[] | null | undefined} words `null`: there will be none; `undefined`: to come
 * @property {string | null} trouble why there will be no words, where their counting broke down
 */

/**
 * @param {Listener} listener
 * @returns {Client}
 */
export function createClient(listener) {
  /** @type {Map<number, Open>} By the number of the request. */
  const open = new Map();
  /** @type {Map<number, {resolve: (text: string) => void, reject: (error: Error) => void}>} */
  const asked = new Map();
  let next = 1;

  /** @type {() => void} */
  let wakeCounter = () => {};
  /** Two workers that start at once would leave no core for the page. @type {Promise<void>} */
  const pageCanSpare = new Promise((resolve) => {
    wakeCounter = resolve;
  });

  const reader = createHand('reader', Promise.resolve(), {
    answered(answer) {
      if (answer.type === 'ready') {
        // A text that waits already is read, and drawn, before the other worker starts.
        if (open.size === 0) wakeCounter();
        return;
      }
      const one = open.get(answer.request);
      if (!one) return;
      if (answer.type === 'progress') {
        listener.progress(one.job.id, answer.done, answer.documents);
      } else if (answer.type === 'head') {
        one.analysis = answer.analysis;
      } else if (answer.type === 'pieces') {
        if (one.analysis) join(one.analysis, answer.pieces);
      } else if (answer.type === 'whole') {
        one.whole = true;
        void idle().then(wakeCounter);
        if (one.words === undefined && one.analysis) listener.analysed(one.job.id, one.analysis, 'claims', one.job.revision);
        else finish(answer.request);
      } else if (answer.type === 'refused') {
        wakeCounter();
        open.delete(answer.request);
        listener.refused(one.job.id, answer.said);
      }
    },
    broken(request, message, givenUp) {
      wakeCounter();
      const broke = request === null ? undefined : open.get(request);
      if (request !== null) open.delete(request);
      const waiting = [...open].filter(([, { whole }]) => !whole);
      if (givenUp) waiting.forEach(([number]) => open.delete(number));
      listener.broken(broke?.job.id ?? null, message);
      if (!givenUp) waiting.forEach(([number, { job }]) => reader.ask({ type: 'analyse', request: number, ...job }));
    },
  });

  const counter = createHand('counter', pageCanSpare, {
    answered(answer) {
      if (answer.type === 'words') {
        const one = open.get(answer.request);
        if (!one) return;
        one.words = answer.vocabularies;
        if (one.whole) finish(answer.request);
      } else if (answer.type === 'json') {
        asked.get(answer.request)?.resolve(answer.text);
        asked.delete(answer.request);
      } else if (answer.type === 'refused') {
        // The reader refuses the text in words.
        fail(answer.request, answer.said.zh);
      }
    },
    broken(request, message, givenUp) {
      for (const number of [...asked.keys()]) fail(number, message);
      const waiting = [...open].filter(([, { words }]) => words === undefined);
      for (const [number, one] of waiting) {
        if (number !== request && !givenUp) {
          counter.ask({ type: 'words', request: number, ...one.job });
          continue;
        }
        one.words = null;
        if (number === request) one.trouble = message;
        if (one.whole) finish(number);
      }
    },
  });

  /** Both have answered. @param {number} request */
  function finish(request) {
    const one = open.get(request);
    if (!one?.analysis) return;
    open.delete(request);
    const { job, analysis, words, trouble } = one;
    listener.analysed(job.id, words ? addVocabularies(analysis, words) : analysis, 'done', job.revision);
    if (trouble !== null) listener.broken(job.id, trouble);
  }

  /** @param {number} request @param {string} message */
  function fail(request, message) {
    asked.get(request)?.reject(new Error(message));
    asked.delete(request);
  }

  return {
    analyse(job) {
      for (const [number, { job: earlier }] of open) if (earlier.id === job.id) open.delete(number);
      const request = next;
      next += 1;
      open.set(request, { job, analysis: null, whole: false, words: undefined, trouble: null });
      reader.ask({ type: 'analyse', request, ...job });
      counter.ask({ type: 'words', request, ...job });
    },
    json(job) {
      const request = next;
      next += 1;
      return new Promise((resolve, reject) => {
        asked.set(request, { resolve, reject });
        counter.ask({ type: 'json', request, ...job });
      });
    },
    cancel() {
      const counting = asked.size > 0 || [...open.values()].some(({ words }) => words === undefined);
      for (const number of [...asked.keys()]) fail(number, 'cancelled');
      open.clear();
      reader.renew();
      // It need not load its word list again for nothing.
      if (counting) counter.renew();
    },
  };
}
