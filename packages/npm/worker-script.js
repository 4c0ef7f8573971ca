import { answering } from './questions.js';
import { open } from './web.js';

const answer = answering(open(), (told) => self.postMessage(told));
self.addEventListener('message', ({ data }) => void answer(data));
