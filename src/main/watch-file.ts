/** Tells that a file may have changed. The content decides; this only says when to look. */
import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** ms in which the events of one write are gathered: an editor writes, renames, and sets times. */
const GATHER = 150;

/** Watches until the answer is called. The folder is watched: an editor that replaces a file ends a watch on it. */
export function watchFile(file: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | null = null;
  let watcher: FSWatcher | null = null;
  const name = path.basename(file);
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    watcher?.close();
    watcher = null;
  };
  try {
    watcher = watch(path.dirname(file), (_event, changed) => {
      // Some systems do not tell the name.
      if (changed !== null && changed !== name) return;
      timer ??= setTimeout(() => {
        timer = null;
        onChange();
      }, GATHER);
    });
    // A folder that vanishes ends the watch; the look at the next focus of the window goes on.
    watcher.on('error', () => watcher?.close());
  } catch {
    return stop;
  }
  return stop;
}
