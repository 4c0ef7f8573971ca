import { parentPort } from 'node:worker_threads';
import { open } from './node.js';
import { answering } from './questions.js';

const answer = answering(open(), (told) => parentPort?.postMessage(told));
parentPort?.on('message', (question) => void answer(question));
