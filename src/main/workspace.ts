/**
 * All open notebooks and what happens to them: opening, saving, closing, quitting. Each window has one
 * document. Windows and dialogs are ports, so that this runs, and is tested, without Electron.
 *
 * Nothing is ever lost without the user saying so: quitting keeps unsaved work as drafts, which come back at
 * the next start with the windows; closing one of several windows asks.
 */
import path from 'node:path';
import { COMMANDS, type CommandId } from '../shared/commands';
import type { PageView } from '../shared/ipc';
import type { Notebook } from '../shared/notebook';
import { strings } from '../shared/strings';
import {
  isDirty,
  newDocument,
  openedDocument,
  snapshotOf,
  stateOf,
  type OpenDocument,
} from './documents/document';
import { OpenError } from './documents/read';
import { restoreDraft } from './documents/restore';
import { SaveError } from './documents/save';
import { createSession, type Session } from './documents/session';
import { lines, type Words } from './documents/words';
import { createAutosave } from './autosave';
import { createCatchUp } from './catch-up';
import { createDiskFlow } from './disk-flow';
import { starter } from './engine/index';
import { idsOfNextReading } from './engine/notebook/ids';
import { exportDocument, type ExportFormat } from './export-flow';
import { picturePage } from './picture-page';
import { createOpenFlow } from './open-flow';
import { createSaveFlow } from './save-flow';
import type { RememberedWindow } from './window-memory';
import type { Workspace } from './workspace-api';
import type { Entry } from './workspace-entry';
import type { WindowPort, WorkspacePorts } from './workspace-ports';

const EXPORTS: Readonly<Partial<Record<CommandId, ExportFormat>>> = {
  'file.exportHtml': 'html',
  'file.exportPdf': 'pdf',
  'file.exportMarkdown': 'markdown',
  'file.exportIpynb': 'ipynb',
};

/** What main does with a document: all that was typed has to be there first. */
const OF_MAIN: ReadonlySet<CommandId> = new Set(
  COMMANDS.filter(({ owner }) => owner === 'main').map(({ id }) => id),
);

export function createWorkspace(ports: WorkspacePorts): Workspace {
  const { dialogs } = ports;
  const entries = new Map<number, Entry>();
  let untitled = 0;
  let quitting = false;
  /** The windows of the last time are coming back: what is there until then is no state to keep. */
  let restoring = false;

  const catchUp = createCatchUp();
  const disk = createDiskFlow({
    versions: ports.versions,
    read: ports.session.read,
    now: ports.session.now,
    replace: replaceDocument,
    caughtUp: ({ window }) => catchUp.ask(window),
  });
  const autosave = createAutosave(ports.autosave, ({ session }) => session);

  const files = createOpenFlow({
    ...ports,
    entries,
    openWindow,
    replaceDocument,
    caughtUp: ({ window }) => catchUp.ask(window),
  });
  const saving = createSaveFlow({
    dialogs,
    openElsewhere: async (file, window) => {
      const holder = await files.entryWith(file);
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
    const onState = (changed: OpenDocument): void => tellState(window, changed);
    const onSaved = (file: string, text: string, before: string | null): void => {
      const entry = entries.get(window.id);
      if (entry !== undefined) watch(entry);
      disk.keepSaved(file, text, before, autosave.saving(window.id));
      ports.tidy(path.dirname(file));
      keepWindows();
    };
    return createSession(document, { ...ports.session, drafts: ports.drafts, onSaved, onState }, draftId);
  }

  function openWindow(document: OpenDocument, draftId?: string, last?: RememberedWindow): void {
    const window = ports.createWindow(last?.bounds ?? null);
    const session = sessionFor(window, document, draftId);
    const engine = ports.createEngine(window);
    const entry: Entry = { window, engine, session, view: last?.view ?? null, watched: null, closing: false };
    entries.set(window.id, entry);
    watch(entry);
    window.show(stateOf(document));
    keepWindows();
  }

  /** Watches the file of a document, wherever a save has taken it. */
  function watch(entry: Entry): void {
    const file = entry.session.document().path;
    if (entry.watched?.path === file) return;
    entry.watched?.stop();
    entry.watched = file === null ? null : { path: file, stop: ports.watch(file, () => look(entry)) };
  }

  function look(entry: Entry): void {
    // A look that fails is made again at the next change; what it would tell is not lost.
    disk.look(entry).catch(() => undefined);
  }

  /** Keeps which windows there are, until the last one closes: that is how they come back. */
  function keepWindows(): void {
    if (quitting || restoring || entries.size === 0) return;
    ports.memory.keep(
      [...entries.values()].flatMap(({ window, session, view }) => {
        const { path: file, notebook } = session.document();
        return file === null
          ? []
          : [{ path: file, bounds: window.bounds(), view: viewForLater(view, notebook) }];
      }),
    );
  }

  /** Puts a document in the place of the one the window has. */
  function replaceDocument(entry: Entry, document: OpenDocument): void {
    if (entry.session.document().path !== document.path) entry.view = null;
    entry.session = sessionFor(entry.window, document);
    watch(entry);
    entry.window.show(stateOf(document));
    entry.window.tell('document', snapshotOf(document, entry.view));
    entry.engine.restart(document.revision, document.notebook);
    keepWindows();
  }

  function openNew(): void {
    untitled += 1;
    openWindow(newDocument(strings.dialogs.untitled(untitled), starter()));
  }

  async function start(given: readonly string[], problem: Words | null): Promise<void> {
    const notices: Words[] = [];
    for (const file of given)
      await files.open(file, null, async (name, reason) => {
        notices.push(() => strings.dialogs.open.notice(name, reason()));
      });
    if (entries.size === 0) openNew();
    const [first] = entries.values();
    const told = lines(...notices, problem);
    if (first === undefined || told === null) return;
    first.session.notify(lines(first.session.document().notice, told) ?? told);
  }

  /** Settles what is to become of unsaved work. False where the user wants to go on with it. */
  async function settle(entry: Entry): Promise<boolean> {
    const { session, window } = entry;
    await catchUp.ask(window);
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

  return {
    size: () => entries.size,
    has: (window) => entries.has(window),

    focusAny() {
      const [entry] = entries.values();
      if (entry === undefined) openNew();
      else entry.window.focus();
    },

    async restore() {
      restoring = true;
      try {
        const last = await ports.memory.load();
        for (const { id, draft } of await ports.drafts.list()) {
          const document = await restoreDraft(draft, ports.session.read);
          if (document === null) await ports.drafts.remove(id);
          else
            openWindow(
              document,
              id,
              last.find((window) => window.path === draft.path),
            );
        }
        for (const window of last) {
          if ((await files.entryWith(window.path)) !== null) continue;
          // A notebook that is gone since is no reason for a question at the start.
          const text = await ports.session.read(window.path).catch(() => null);
          if (text !== null) openWindow(openedDocument(window.path, text), undefined, window);
          if (text !== null) ports.tidy(path.dirname(window.path));
        }
      } finally {
        restoring = false;
        keepWindows();
      }
    },

    start,
    openNew,
    open: (file, from) => files.open(file, from),
    openDropped: files.openDropped,

    load(window) {
      const { session, engine, view } = entryOf(window);
      catchUp.ready(window);
      const document = session.document();
      engine.restart(document.revision, document.notebook);
      return snapshotOf(document, view);
    },

    apply(window, revision, operations) {
      const entry = entryOf(window);
      const { session, engine } = entry;
      const next = session.apply(revision, operations);
      engine.evaluate(next, session.document().notebook);
      autosave.changed(entry);
      return next;
    },

    rerun(window) {
      const { session, engine } = entryOf(window);
      engine.restart(session.document().revision, session.document().notebook);
    },

    speakAnew() {
      for (const { session, engine, window } of entries.values()) {
        const document = session.document();
        engine.evaluate(document.revision, document.notebook);
        tellState(window, document);
      }
    },

    cancel: (window) => entryOf(window).engine.cancel(),

    ask: (window, networkKey, node, command) => entryOf(window).engine.ask(networkKey, node, command),

    async savePicture(window, name, format, data) {
      entryOf(window);
      const file = await dialogs.choosePicture(window, `${name}.${format}`, format);
      if (file === null) return false;
      const printed =
        format === 'pdf' ? await ports.handout.print(picturePage(new TextDecoder().decode(data))) : data;
      await ports.writePicture(file, printed);
      return true;
    },

    async run(id, window) {
      const entry = window === null ? undefined : entries.get(window);
      if (id === 'file.new') return openNew();
      if (id === 'file.open') return files.openChosen(window);
      if (entry === undefined) return;
      if (OF_MAIN.has(id)) await catchUp.ask(entry.window);
      if (id === 'file.save') await saving.save(entry.window.id, entry.session);
      else if (id === 'file.saveAs') await saving.saveAs(entry.window.id, entry.session);
      else if (id === 'file.reload') await fromDisk(entry, disk.reload);
      else if (id === 'file.keepMine') await fromDisk(entry, ({ session }) => session.keepMine());
      else if (EXPORTS[id] !== undefined)
        await exportDocument({ ...ports.handout, dialogs }, entry.window.id, entry.session, EXPORTS[id]);
      else if (id === 'file.close') await close(entry.window.id);
      else entry.window.tell('command', id);
    },

    close,

    async quit() {
      keepWindows();
      quitting = true;
      for (const id of entries.keys()) {
        if (await close(id)) continue;
        quitting = false;
        return false;
      }
      return true;
    },

    forget(window) {
      const entry = entries.get(window);
      entry?.engine.dispose();
      entry?.watched?.stop();
      autosave.forget(window);
      catchUp.forget(window);
      entries.delete(window);
      keepWindows();
    },

    moved: () => keepWindows(),
    focused(window) {
      const entry = entries.get(window);
      if (entry !== undefined) look(entry);
    },
    blurred(window) {
      const entry = entries.get(window);
      if (entry !== undefined) void catchUp.ask(entry.window).then(() => autosave.left(entry));
    },
    pageGone(window) {
      // Nobody is there to answer until it has loaded.
      catchUp.forget(window);
      entries.get(window)?.session.notify(() => strings.dialogs.notices.pageGone);
    },
    remember(window, view) {
      entryOf(window).view = view;
      keepWindows();
    },
    fullScreen: (window, on) => entryOf(window).window.fullScreen(on),
    compareWithDisk: (window) => disk.compare(entryOf(window)),
    versions: (window) => disk.list(entryOf(window)),
    compareWithVersion: (window, id) => disk.compareWithVersion(entryOf(window), id),
    restoreVersion: (window, id) => disk.restoreVersion(entryOf(window), id),
    flushed: (window, ticket) => catchUp.answered(window, ticket),
    tellAll(event, payload) {
      for (const { window } of entries.values()) window.tell(event, payload);
    },
  };
}

function tellState(window: WindowPort, document: OpenDocument): void {
  const state = stateOf(document);
  window.show(state);
  window.tell('documentState', state);
}

/** A view with the ids that its cells will have when the file is read again: those of changed cells are others then. */
function viewForLater(view: PageView | null, { cells }: Notebook): PageView | null {
  if (view === null) return null;
  const ids = idsOfNextReading(cells);
  const later = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? id));
  return { ...view, cell: later(view.cell), selected: later(view.selected) };
}

/** Does something with what the file holds; where that cannot be had, the window says why. */
async function fromDisk(entry: Entry, act: (entry: Entry) => Promise<void>): Promise<void> {
  const { session } = entry;
  const { path: file, name } = session.document();
  if (file === null) return;
  try {
    await act(entry);
  } catch (error) {
    if (!(error instanceof OpenError || error instanceof SaveError)) throw error;
    session.notify(() => strings.dialogs.notices.notReloaded(name, error.words()));
  }
}
