/**
 * The core in a worker of Node; start as many as the machine has cores.
 */
import { Worker } from 'node:worker_threads';
import { asking } from './questions.js';

export { Refusal } from './xushi.js';

export function openWorker() {
  const worker = new Worker(new URL('./worker-node-script.js', import.meta.url));
  const { client, fail, take } = asking((question) => worker.postMessage(question), () => worker.terminate());
  worker.on('message', take);
  worker.on('error', fail);
  return client;
}
