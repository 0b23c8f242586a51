/** A thread that lays maps out, so that the window never waits for one. It is ended to cancel what it does. */
import { speak } from '../../../shared/strings';
import type { LayoutJob } from '../layout-service';
import { mapLayout } from '../network-map';

self.addEventListener('message', ({ data }: MessageEvent<LayoutJob>) => {
  speak(data.language);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have none
  self.postMessage(mapLayout(data.view));
});
