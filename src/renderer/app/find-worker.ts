/** Finds all matches of an expression, only to be done with it; see find-trial.ts. */
import type { TrialReply, TrialRequest } from './find-trial';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window.
const reply = (said: TrialReply): void => self.postMessage(said);

self.addEventListener('message', ({ data }: MessageEvent<TrialRequest>) => {
  reply('begun');
  const pattern = new RegExp(data.source, data.flags);
  for (const text of data.texts) Array.from(text.matchAll(pattern));
  reply('done');
});
