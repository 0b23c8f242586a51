/** The engine in a thread of its own. An error that escapes ends the thread; the host tells and starts anew. */
import { parentPort } from 'node:worker_threads';
import { speak } from '../shared/strings';
import { createEvaluator } from './engine';
import { createAnswers } from './engine-answers';
import type { AskRequest, EngineReply, EvaluateRequest } from './engine-messages';

const port = parentPort;
if (port === null) throw new Error('this module runs in a worker thread');

const evaluator = createEvaluator();

const reply = (message: EngineReply): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window.
  port.postMessage(message);
};

const evaluate = createAnswers(
  (notebook, onOutput) => void evaluator.evaluate(notebook, { onOutput }),
  reply,
);

port.on('message', (request: EvaluateRequest | AskRequest) => {
  if (!('ask' in request)) {
    speak(request.language);
    return evaluate(request);
  }
  const { ask, networkKey, node, command } = request;
  return reply({ type: 'answer', ask, answer: evaluator.ask(networkKey, node, command) });
});
