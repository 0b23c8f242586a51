/**
 * All open notebooks and what happens to them: opening, saving, closing, quitting. Each window has one
 * document. Windows and dialogs are ports, so that this runs, and is tested, without Electron.
 *
 * Nothing is ever lost without the user saying so: quitting keeps unsaved work as drafts, which come back at
 * the next start; closing one of several windows asks.
 */
import type { CommandId } from '../shared/commands';
import type { DocumentSnapshot } from '../shared/ipc';
import type { Operation } from '../shared/notebook';
import { strings } from '../shared/strings';
import {
  isDirty,
  isPristine,
  newDocument,
  openedDocument,
  snapshotOf,
  stateOf,
  type OpenDocument,
} from './documents/document';
import { fileName, OpenError } from './documents/read';
import { restoreDraft } from './documents/restore';
import { createSession, type Session } from './documents/session';
import { STARTER } from './engine/index';
import type { EngineHost } from './engine-host';
import { createSaveFlow } from './save-flow';
import type { WindowPort, WorkspacePorts } from './workspace-ports';

interface Entry {
  readonly window: WindowPort;
  readonly engine: EngineHost;
  session: Session;
  closing: boolean;
}

export interface Workspace {
  readonly size: () => number;
  readonly has: (window: number) => boolean;
  /** Brings any window to the front, or a new one where there is none. */
  readonly focusAny: () => void;
  /** Brings back all drafts, each in a window of its own. */
  readonly restore: () => Promise<void>;
  readonly openNew: () => void;
  /** Opens a file, or shows the window that has it. `from` is the window the wish came from. */
  readonly open: (path: string, from: number | null) => Promise<void>;
  readonly load: (window: number) => DocumentSnapshot;
  readonly apply: (window: number, revision: number, operations: readonly Operation[]) => number;
  readonly rerun: (window: number) => void;
  readonly cancel: (window: number) => void;
  readonly run: (id: CommandId, window: number | null) => Promise<void>;
  /** Closes a window, after asking where work would be lost. False where the user cancelled. */
  readonly close: (window: number) => Promise<boolean>;
  /** Closes all windows and keeps unsaved work as drafts. False where that failed and the user cancelled. */
  readonly quit: () => Promise<boolean>;
  /** The window is gone. */
  readonly forget: (window: number) => void;
}

export function createWorkspace(ports: WorkspacePorts): Workspace {
  const { dialogs } = ports;
  const entries = new Map<number, Entry>();
  let untitled = 0;
  let quitting = false;

  const saving = createSaveFlow({
    dialogs,
    openElsewhere: async (path, window) => {
      const holder = await entryWith(path);
      return holder !== null && holder.window.id !== window;
    },
    onSaved: ports.onOpened,
  });

  function entryOf(window: number): Entry {
    const entry = entries.get(window);
    if (entry === undefined) throw new Error(`window ${window} has no document`);
    return entry;
  }

  function sessionFor(window: WindowPort, document: OpenDocument, draftId?: string): Session {
    const onState = (changed: OpenDocument): void => {
      window.show(stateOf(changed));
      window.tell('documentState', stateOf(changed));
    };
    return createSession(document, { ...ports.session, drafts: ports.drafts, onState }, draftId);
  }

  function openWindow(document: OpenDocument, draftId?: string): void {
    const window = ports.createWindow();
    const session = sessionFor(window, document, draftId);
    entries.set(window.id, { window, engine: ports.createEngine(window), session, closing: false });
    window.show(stateOf(document));
  }

  /** Puts a document in the place of the one the window has. */
  function replaceDocument(entry: Entry, document: OpenDocument): void {
    entry.session = sessionFor(entry.window, document);
    entry.window.show(stateOf(document));
    entry.window.tell('document', snapshotOf(document));
    entry.engine.restart(document.revision, document.notebook);
  }

  async function entryWith(path: string): Promise<Entry | null> {
    const identity = await ports.identify(path);
    for (const entry of entries.values()) {
      const other = entry.session.document().path;
      if (other !== null && (await ports.identify(other)) === identity) return entry;
    }
    return null;
  }

  async function open(path: string, from: number | null): Promise<void> {
    const present = await entryWith(path);
    if (present !== null) return present.window.focus();
    let text: string;
    try {
      text = await ports.session.read(path);
    } catch (error) {
      if (!(error instanceof OpenError)) throw error;
      if (error.missing) ports.onMissing(path);
      return dialogs.openFailed(from, fileName(path), error.message);
    }
    const document = openedDocument(path, text);
    const asking = from === null ? undefined : entries.get(from);
    if (asking !== undefined && isPristine(asking.session.document())) replaceDocument(asking, document);
    else openWindow(document);
    ports.onOpened(path);
  }

  function openNew(): void {
    untitled += 1;
    openWindow(newDocument(strings.dialogs.untitled(untitled), STARTER));
  }

  /** Settles what is to become of unsaved work. False where the user wants to go on with it. */
  async function settle(entry: Entry): Promise<boolean> {
    const { session, window } = entry;
    const drafted = await session.flush();
    if (!isDirty(session.document())) return true;
    const ends = quitting || (entries.size === 1 && !ports.outlivesWindows);
    if (ends && drafted) return true;
    switch (await dialogs.askClose(window.id, session.document().name)) {
      case 'save':
        return saving.save(window.id, session);
      case 'discard':
        await session.discard();
        return true;
      case 'cancel':
        return false;
    }
  }

  async function close(window: number): Promise<boolean> {
    const entry = entries.get(window);
    if (entry === undefined) return true;
    if (entry.closing) return false;
    entry.closing = true;
    try {
      if (!(await settle(entry))) return false;
    } finally {
      entry.closing = false;
    }
    entry.window.destroy();
    return true;
  }

  async function openChosen(window: number | null): Promise<void> {
    for (const path of await dialogs.chooseFiles(window)) await open(path, window);
  }

  return {
    size: () => entries.size,
    has: (window) => entries.has(window),

    focusAny() {
      const [entry] = entries.values();
      if (entry === undefined) openNew();
      else entry.window.focus();
    },

    async restore() {
      for (const { id, draft } of await ports.drafts.list()) {
        const document = await restoreDraft(draft, ports.session.read);
        if (document === null) await ports.drafts.remove(id);
        else openWindow(document, id);
      }
    },

    openNew,
    open,

    load(window) {
      const { session, engine } = entryOf(window);
      const document = session.document();
      engine.restart(document.revision, document.notebook);
      return snapshotOf(document);
    },

    apply(window, revision, operations) {
      const { session, engine } = entryOf(window);
      const next = session.apply(revision, operations);
      engine.evaluate(next, session.document().notebook);
      return next;
    },

    rerun(window) {
      const { session, engine } = entryOf(window);
      engine.restart(session.document().revision, session.document().notebook);
    },

    cancel: (window) => entryOf(window).engine.cancel(),

    async run(id, window) {
      const entry = window === null ? undefined : entries.get(window);
      if (id === 'file.new') return openNew();
      if (id === 'file.open') return openChosen(window);
      if (entry === undefined) return;
      if (id === 'file.save') await saving.save(entry.window.id, entry.session);
      else if (id === 'file.saveAs') await saving.saveAs(entry.window.id, entry.session);
      else if (id === 'file.close') await close(entry.window.id);
      else entry.window.tell('command', id);
    },

    close,

    async quit() {
      quitting = true;
      for (const id of entries.keys()) {
        if (await close(id)) continue;
        quitting = false;
        return false;
      }
      return true;
    },

    forget(window) {
      entries.get(window)?.engine.dispose();
      entries.delete(window);
    },
  };
}
