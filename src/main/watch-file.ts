/** Tells that a file may have changed. The content decides; this only says when to look. */
import { realpathSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** ms in which the events of one write are gathered: an editor writes, renames, and sets times. */
const GATHER = 150;

/**
 * Watches until the answer is called. Folders are watched: an editor that replaces a file ends a watch on it. So does
 * who moves the folder, or makes it anew, which is seen in the folder around it.
 */
export function watchFile(file: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | null = null;
  let watchers: readonly FSWatcher[] = [];
  let isStopped = false;

  function close(): void {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  }

  function begin(): void {
    close();
    watchers = [...placesOf(file)].flatMap(([folder, names]) => watchFolder(folder, names));
  }

  function watchFolder(folder: string, names: ReadonlySet<string>): readonly FSWatcher[] {
    try {
      const watcher = watch(folder, (_event, changed) => {
        // Some systems do not tell the name; a folder that is moved tells its own.
        if (changed === null || names.has(changed) || changed === path.basename(folder)) soon();
      });
      watcher.on('error', () => watcher.close());
      return [watcher];
    } catch {
      // It is not there, or closed to us: the look at the next focus of the window goes on.
      return [];
    }
  }

  function soon(): void {
    timer ??= setTimeout(() => {
      timer = null;
      if (isStopped) return;
      // The name may lead to other folders now.
      begin();
      onChange();
    }, GATHER);
  }

  begin();
  return () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
    close();
  };
}

/** The names to be watched in each folder: the file, where links lead it, and the folders of both. */
function placesOf(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const each of new Set([file, realPath(file)]))
    for (const watched of [each, path.dirname(each)]) {
      const folder = path.dirname(watched);
      const names = places.get(folder) ?? new Set();
      places.set(folder, names.add(path.basename(watched)));
    }
  return places;
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
