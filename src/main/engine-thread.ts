/** The engine's worker as a thread. A thread that runs out of memory would end the application: it is limited. */
import { strings } from '../shared/strings';
import type { SpawnWorker } from './engine-host';
// oxlint-disable-next-line import/default -- the build makes this module of the file before the question mark.
import createThread from './engine-worker?nodeWorker';
import { errorCode, errorText } from './documents/file-system';

/** MB of heap; the largest networks that are meant to work need a quarter of it. */
const MAX_HEAP = 2048;

export const spawnThread: SpawnWorker = (onReply, onFailure) => {
  const thread = createThread({ resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP } });
  let over = false;
  const fail = (reason: string): void => {
    if (!over) onFailure(reason);
    over = true;
  };
  thread.on('message', onReply);
  thread.on('error', (error) => {
    const outOfMemory = errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
    fail(outOfMemory ? strings.dialogs.engine.outOfMemory : errorText(error));
  });
  thread.on('exit', (code) => fail(`exit code ${code}`));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window.
    post: (request) => thread.postMessage(request),
    stop() {
      over = true;
      void thread.terminate();
    },
  };
};
