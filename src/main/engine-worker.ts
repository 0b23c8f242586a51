/** The engine in a thread of its own. An error that escapes ends the thread; the host tells and starts anew. */
import { parentPort } from 'node:worker_threads';
import { createEvaluator } from './engine';
import { createAnswers } from './engine-answers';

const port = parentPort;
if (port === null) throw new Error('this module runs in a worker thread');

const evaluator = createEvaluator();

port.on(
  'message',
  createAnswers(
    (notebook, onOutput) => void evaluator.evaluate(notebook, { onOutput }),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window.
    (reply) => port.postMessage(reply),
  ),
);
