import { join } from './pieces.js';
import { createRestartingWorker } from './restarting-worker.js';

/**
 * The page's end of the worker.
 *
 * @typedef {import('./types.js').Analysis} Analysis
 * @typedef {import('./types.js').Said} Said
 * @typedef {{id: number, name: string, blob: Blob, kept: number[], stated: number[], revision: number}} Job
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
 * @property {(job: Job) => Promise<import('./types.js').Ledger[]>} ledger of each document
 * @property {(sides: (Job & {document: number})[], kind: string, isGiven: boolean) => Promise<import('./types.js').TextComparison>} compare
 * @property {(sides: (Job & {document: number})[]) => Promise<import('../../../schema/contract').Progress[][]>} progress of a plan's rows, by a report
 * @property {() => void} cancel ends all work
 */

/**
 * @param {Listener} listener
 * @returns {Client}
 */
export function createClient(listener) {
  const analyses = createAnalyses(listener);
  const questions = createQuestions();
  let next = 1;

  const worker = createRestartingWorker({
    answered(answer) {
      if (answer.type === 'ready') listener.ready(true);
      else if (answer.type === 'json') questions.answer(answer.request, answer.text);
      else if (answer.type === 'ledger') questions.answer(answer.request, answer.ledgers);
      else if (answer.type === 'compared') questions.answer(answer.request, answer.comparison);
      else {
        if (answer.type === 'refused') questions.fail(answer.request, answer.said.zh);
        analyses.take(answer);
      }
    },
    atWork: () => analyses.jobs()[0]?.[0] ?? questions.first(),
    lacking(said) {
      analyses.clear();
      questions.failAll(said.zh);
      listener.ready(false);
      listener.lacking(said);
    },
    broken(request, message, givenUp) {
      const broke = request === null ? null : analyses.drop(request);
      questions.failAll(message);
      // Where no text is at fault, none is tried once more.
      if (givenUp || request === null) analyses.clear();
      listener.ready(false);
      if (broke || request === null) listener.broken(broke?.id ?? null, message);
      for (const [open, job] of analyses.jobs()) worker.ask({ type: 'analyse', request: open, ...job });
    },
  });

  /** The number of a new request. */
  function numbered() {
    next += 1;
    return next - 1;
  }

  /**
   * @param {'json' | 'ledger'} type
   * @param {Job} job
   * @returns {Promise<any>}
   */
  function question(type, job) {
    const request = numbered();
    const come = questions.ask(request);
    worker.ask({ type, request, ...job });
    return come;
  }

  /**
   * @param {any} asked of two documents
   * @returns {Promise<any>}
   */
  function pairing(asked) {
    const request = numbered();
    const come = questions.ask(request);
    worker.ask({ ...asked, request });
    return come;
  }

  return {
    analyse(job) {
      const request = numbered();
      analyses.open(request, job);
      worker.ask({ type: 'analyse', request, ...job });
    },
    json: (job) => question('json', job),
    ledger: (job) => question('ledger', job),
    compare: (sides, kind, isGiven) => pairing({ type: 'compare', sides, kind, isGiven }),
    progress: (sides) => pairing({ type: 'progress', sides }),
    cancel() {
      questions.failAll('cancelled');
      analyses.clear();
      listener.ready(false);
      worker.renew();
    },
  };
}

/**
 * The analyses under way, by the number of the request, each as far as it has come.
 *
 * @param {Pick<Listener, 'progress' | 'refused' | 'analysed'>} listener
 */
function createAnalyses(listener) {
  /** @type {Map<number, {job: Job, analysis: Analysis | null}>} */
  const open = new Map();
  return {
    /** One that takes the place of what was asked before of the same text. @param {number} request @param {Job} job */
    open(request, job) {
      for (const [number, { job: earlier }] of open) if (earlier.id === job.id) open.delete(number);
      open.set(request, { job, analysis: null });
    },
    /** @param {Exclude<import('../worker.js').Answer, {type: 'ready' | 'held' | 'json' | 'ledger' | 'compared' | 'broken' | 'lacking'}>} answer */
    take(answer) {
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
    /** Takes one out and gives its job. @param {number} request */
    drop(request) {
      const job = open.get(request)?.job;
      open.delete(request);
      return job;
    },
    /** @returns {[number, Job][]} */
    jobs: () => [...open].map(([request, { job }]) => [request, job]),
    clear: () => open.clear(),
  };
}

/** The questions for something else of an analysis, by the number of the request. */
function createQuestions() {
  /** @type {Map<number, {resolve: (come: unknown) => void, reject: (error: Error) => void}>} */
  const asked = new Map();

  /** @param {number} request @param {string} message */
  function fail(request, message) {
    asked.get(request)?.reject(new Error(message));
    asked.delete(request);
  }

  return {
    /** @param {number} request @returns {Promise<unknown>} */
    ask: (request) => new Promise((resolve, reject) => asked.set(request, { resolve, reject })),
    /** @param {number} request @param {unknown} come */
    answer(request, come) {
      asked.get(request)?.resolve(come);
      asked.delete(request);
    },
    fail,
    /** @returns {number | null} the one that was asked first */
    first: () => [...asked.keys()][0] ?? null,
    /** @param {string} message */
    failAll(message) {
      for (const request of [...asked.keys()]) fail(request, message);
    },
  };
}
