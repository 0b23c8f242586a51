/** Which notebooks stood in which windows, and how far each was read: for the next start. */
import { z } from 'zod';
import { pageView } from '../shared/ipc-schemas';
import { fileSystem, type FileSystem } from './documents/file-system';
import { saveFile } from './documents/save';

const bounds = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
const remembered = z.strictObject({
  /** Of the notebook; one that has no file is brought back by its draft. */
  path: z.string().min(1),
  bounds: bounds.nullable(),
  view: pageView.nullable(),
});
const fileSchema = z.array(remembered).max(100);

/** Of a window, px of the desktop. */
export type Bounds = z.infer<typeof bounds>;
export type RememberedWindow = z.infer<typeof remembered>;

export interface WindowMemory {
  /** Those of the last time, in their order. A damaged file is no memory. */
  readonly load: () => Promise<readonly RememberedWindow[]>;
  /** Keeps these from now on; written soon. */
  readonly keep: (windows: readonly RememberedWindow[]) => void;
  /** Resolves when all is written. */
  readonly settled: () => Promise<void>;
}

/** ms in which changes are gathered. */
const DELAY = 200;

export function createWindowMemory(file: string, fs: FileSystem = fileSystem): WindowMemory {
  let latest: string | null = null;
  let written: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  function write(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(async () => {
      if (latest === null || latest === written) return;
      const text = latest;
      // Where this cannot be written the windows open where they want: no reason to trouble anyone.
      await saveFile(file, text, fs).then(
        () => (written = text),
        () => undefined,
      );
    });
    return writing;
  }

  return {
    async load() {
      try {
        return fileSchema.parse(JSON.parse(await fs.readFile(file, 'utf8')));
      } catch {
        return [];
      }
    },
    keep(windows) {
      latest = JSON.stringify(windows);
      timer ??= setTimeout(() => void write(), DELAY);
    },
    settled: write,
  };
}
