/**
 * The core in a worker of a browser: the page stays free while it reads.
 */
import { asking } from './questions.js';

export { Refusal } from './xushi.js';

export function openWorker() {
  const worker = new Worker(new URL('./worker-script.js', import.meta.url), { type: 'module' });
  const { client, fail, take } = asking((question) => worker.postMessage(question), () => worker.terminate());
  worker.addEventListener('message', ({ data }) => take(data));
  worker.addEventListener('error', (event) => fail(new Error(event.message || 'the worker did not start')));
  return client;
}
