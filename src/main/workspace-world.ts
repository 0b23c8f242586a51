/** For tests: a workspace in a world of fakes. */
import { vi } from 'vitest';
import type { DocumentState, VersionInfo } from '../shared/ipc';
import type { AutosaveMode } from '../shared/settings';
import { memoryDrafts, type MemoryDrafts } from './documents/memory-drafts';
import { OpenError } from './documents/read';
import type { Bounds, RememberedWindow } from './window-memory';
import { createWorkspace } from './workspace';
import type { Workspace } from './workspace-api';
import type { Dialogs } from './workspace-ports';

export interface FakeWindow {
  readonly id: number;
  readonly told: [string, unknown][];
  readonly bounds: Bounds;
  state: DocumentState | null;
  /** Sends what is typed and not sent yet; null where the page hangs. */
  flush: (() => void) | null;
  focused: boolean;
  full: boolean;
}

export interface WorldOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly drafts?: MemoryDrafts;
  readonly outlivesWindows?: boolean;
  /** Other names of files. */
  readonly links?: Readonly<Record<string, string>>;
  /** The windows of the last time. */
  readonly last?: readonly RememberedWindow[];
  readonly autosave?: AutosaveMode;
}

interface FakeVersion {
  readonly file: string;
  readonly text: string;
  readonly reason: VersionInfo['reason'];
}

export const A = '/labs/a.md';
export const B = '/labs/b.md';
export const two = { [A]: '# A\n', [B]: '# B\n' };

const USUAL: Bounds = { x: 0, y: 0, width: 1280, height: 860 };

function unexpected(name: string) {
  return async (): Promise<never> => {
    throw new Error(`the dialog ${name} was not expected`);
  };
}

/** A workspace in a world of fakes. Dialogs that a test does not answer fail it. */
export function world({
  files: given = {},
  drafts = memoryDrafts(),
  outlivesWindows = false,
  links = {},
  last = [],
  autosave = 'off',
}: WorldOptions = {}) {
  const files = new Map(Object.entries(given));
  const windows = new Map<number, FakeWindow>();
  const dialogs = {
    chooseFiles: vi.fn<Dialogs['chooseFiles']>(unexpected('chooseFiles')),
    chooseTarget: vi.fn<Dialogs['chooseTarget']>(unexpected('chooseTarget')),
    choosePicture: vi.fn<Dialogs['choosePicture']>(unexpected('choosePicture')),
    askClose: vi.fn<Dialogs['askClose']>(unexpected('askClose')),
    askChanged: vi.fn<Dialogs['askChanged']>(unexpected('askChanged')),
    saveFailed: vi.fn<Dialogs['saveFailed']>(unexpected('saveFailed')),
    openFailed: vi.fn<Dialogs['openFailed']>(unexpected('openFailed')),
    chooseExport: vi.fn<Dialogs['chooseExport']>(unexpected('chooseExport')),
    exportFailed: vi.fn<Dialogs['exportFailed']>(unexpected('exportFailed')),
  };
  const engines: { restarts: number[]; evaluated: number[]; cancelled: number; disposed: boolean }[] = [];
  const opened: string[] = [];
  const missing: string[] = [];
  const save = vi.fn(async (path: string, content: string) => void files.set(path, content));
  let count = 0;
  let kept: readonly RememberedWindow[] = last;
  const versions: FakeVersion[] = [];
  const watched = new Map<string, () => void>();
  const tidied: string[] = [];

  const workspace: Workspace = createWorkspace({
    createWindow(bounds) {
      const place = bounds ?? USUAL;
      const window: FakeWindow = {
        id: ++count,
        told: [],
        bounds: place,
        state: null,
        flush: () => undefined,
        focused: false,
        full: false,
      };
      windows.set(window.id, window);
      return {
        id: window.id,
        tell(name, payload) {
          window.told.push([name, payload]);
          if (name !== 'flush' || window.flush === null) return;
          window.flush();
          workspace.flushed(window.id, Number(payload));
        },
        show(state) {
          window.state = state;
        },
        focus() {
          window.focused = true;
        },
        bounds: () => place,
        fullScreen(on) {
          const before = window.full;
          window.full = on;
          return before;
        },
        destroy() {
          windows.delete(window.id);
          workspace.forget(window.id);
        },
      };
    },
    createEngine() {
      const engine = { restarts: [] as number[], evaluated: [] as number[], cancelled: 0, disposed: false };
      engines.push(engine);
      return {
        evaluate: (revision) => void engine.evaluated.push(revision),
        restart: (revision) => void engine.restarts.push(revision),
        cancel() {
          engine.cancelled += 1;
        },
        ask: async () => null,
        dispose() {
          engine.disposed = true;
        },
      };
    },
    dialogs,
    writePicture: async (path, data) => void files.set(path, new TextDecoder().decode(data)),
    drafts,
    handout: {
      make: async (notebook, format) => {
        if (notebook.title === 'unmakeable') throw new Error('it takes too long');
        return `${format} of ${notebook.cells.length}`;
      },
      print: async (html) => new TextEncoder().encode(`printed ${html}`),
      write: async (file, content) =>
        void files.set(file, typeof content === 'string' ? content : new TextDecoder().decode(content)),
    },
    session: {
      async read(path) {
        const content = files.get(path);
        if (content === undefined) throw new OpenError(() => 'There is no such file.', true);
        return content;
      },
      save,
      now: () => 1000,
    },
    versions: {
      async add(file, text, reason) {
        versions.push({ file, text, reason });
      },
      list: async (file) =>
        versions
          .filter((version) => version.file === file)
          .map(({ text, reason }, index) => ({
            id: `1-${index}`,
            savedAt: 1,
            bytes: text.length,
            reason,
          })),
      async read(file, id) {
        const own = versions.filter((version) => version.file === file);
        return own[Number(id.slice(2))]?.text ?? '';
      },
    },
    memory: {
      load: async () => last,
      keep(windows) {
        kept = windows;
      },
      settled: async () => undefined,
    },
    autosave: () => autosave,
    watch(path, onChange) {
      watched.set(path, onChange);
      return () => void watched.delete(path);
    },
    tidy: (folder) => void tidied.push(folder),
    identify: async (path) => links[path] ?? path,
    onOpened: (path) => void opened.push(path),
    onMissing: (path) => void missing.push(path),
    outlivesWindows,
  });

  /** Changes the first cell of a window's document. */
  function edit(window: number, text: string): void {
    const { revision, notebook } = workspace.load(window);
    workspace.apply(window, revision, [{ type: 'set-text', id: notebook.cells[0]?.id ?? '', text }]);
  }

  /** Writes a file as another program does, and waits until the workspace has looked at it. */
  async function write(path: string, text: string | null): Promise<void> {
    if (text === null) files.delete(path);
    else files.set(path, text);
    watched.get(path)?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  const remembered = (): readonly RememberedWindow[] => kept;
  const things = { versions, watched, tidied, remembered, write };
  return { workspace, windows, dialogs, engines, files, drafts, opened, missing, save, edit, ...things };
}

/** Two open files, the first of them with unsaved changes. */
export async function changed() {
  const all = world({ files: two });
  await all.workspace.open(A, null);
  await all.workspace.open(B, null);
  all.edit(1, '# New');
  return all;
}
