/** Counts the matches of an expression, only to be done with it; see find-trial.ts. */
import type { TrialRequest } from './find-trial';

self.addEventListener('message', ({ data }: MessageEvent<TrialRequest>) => {
  const pattern = new RegExp(data.source, data.flags);
  let count = 0;
  for (const text of data.texts) count += [...text.matchAll(pattern)].length;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window.
  self.postMessage(count);
});
