/** The command line on a thread of its own: the same program, which says what it would have printed. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { Outcome } from './jobs';

/** @param program the file of the command line */
export function onThread(program: URL): (argv: readonly string[]) => Promise<Outcome> {
  return (argv) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, { argv: [...argv] });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`a thread ended with ${code} before its answer`)));
    });
}

export { isMainThread };

export function answerFromThread(outcome: Outcome): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window.
  parentPort?.postMessage(outcome);
}
