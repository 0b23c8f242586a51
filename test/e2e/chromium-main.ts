/**
 * Main's side of the contract without Electron: the same workspace behind the same gate, its engine in the same
 * thread, its windows pages of a plain browser. Menus, native dialogs, the desktop and handed-out documents are
 * Electron's alone: what asks for one of them fails.
 */
import { readdirSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { windowTitle } from '../../src/main/appearance';
import { cellsFromText, cellsToText } from '../../src/main/documents/clipboard';
import { createDraftStore } from '../../src/main/documents/drafts';
import { removeLeftovers } from '../../src/main/documents/leftovers';
import { sessionDefaults } from '../../src/main/documents/session';
import { createVersionStore } from '../../src/main/documents/versions';
import { writeEdits } from '../../src/main/engine/topology/write-edits';
import { createEngineHost, type SpawnWorker } from '../../src/main/engine-host';
import { checkEvent, registerRequests, type Request } from '../../src/main/ipc';
import { BUNDLE_ORIGIN } from '../../src/main/policies';
import { createSettingsStore } from '../../src/main/settings-store';
import { watchFile } from '../../src/main/watch-file';
import { createWindowMemory } from '../../src/main/window-memory';
import { createWorkspace } from '../../src/main/workspace';
import type { Workspace } from '../../src/main/workspace-api';
import type { WindowPort } from '../../src/main/workspace-ports';
import type { CommandId } from '../../src/shared/commands';
import { channel, type RequestName } from '../../src/shared/ipc';
import { chosenLanguage, type Language } from '../../src/shared/language';
import type { Settings } from '../../src/shared/settings';
import { language as spoken, speak } from '../../src/shared/strings';

export interface MainOptions {
  /** Of the project. */
  readonly root: string;
  readonly userData: string;
  /** The notebook to open; without one what was open last, or a new one. */
  readonly file: string | null;
  /** Of the system. */
  readonly language: Language;
  /** Opens a page for a window; an event that comes before the page listens is told to nobody. */
  readonly openPage: (window: number) => Pick<WindowPort, 'tell' | 'focus' | 'destroy'>;
}

export interface Main {
  /** Answers a request of a window's page. */
  readonly answer: (window: number, name: RequestName, args: readonly unknown[]) => Promise<unknown>;
  /** What the native menu does. */
  readonly run: (id: CommandId) => Promise<void>;
  readonly settings: () => Settings;
  readonly titles: () => readonly string[];
  readonly clipboardText: () => string;
  readonly fillsScreen: () => boolean;
  /** Closes all windows; unsaved work stays as drafts. */
  readonly quit: () => Promise<void>;
}

/** The engine's thread as it was built with the application. */
function spawnBuilt(root: string): SpawnWorker {
  const chunks = path.join(root, 'out/main/chunks');
  const [file = ''] = readdirSync(chunks).filter((name) => name.startsWith('engine-worker-'));
  return (onReply, onFailure) => {
    const thread = new Worker(path.join(chunks, file));
    thread.on('message', onReply);
    thread.on('error', (error) => onFailure(String(error)));
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window.
      post: (request) => thread.postMessage(request),
      stop: () => void thread.terminate(),
    };
  };
}

function onlyInElectron(what: string): () => never {
  return () => {
    throw new Error(`${what}: only Electron has it`);
  };
}

export async function startMain({ root, userData, file, language, openPage }: MainOptions): Promise<Main> {
  speak(language);
  const settings = createSettingsStore(path.join(userData, 'settings.json'), (changed) => {
    const before = spoken();
    speak(chosenLanguage(changed.language, language));
    workspace.tellAll('settings', changed);
    if (spoken() !== before) workspace.speakAnew();
  });
  const memory = createWindowMemory(path.join(userData, 'windows.json'));
  const spawn = spawnBuilt(root);
  const titles = new Map<number, string>();
  let windows = 0;
  let clipboard = '';
  let fills = false;

  const workspace: Workspace = createWorkspace({
    createWindow() {
      const id = (windows += 1);
      const page = openPage(id);
      return {
        id,
        tell: (name, payload) => page.tell(name, checkEvent(name, payload)),
        show: (state) => void titles.set(id, windowTitle(state)),
        focus: page.focus,
        bounds: () => ({ x: 0, y: 0, width: 1280, height: 860 }),
        fullScreen(on) {
          const before = fills;
          fills = on;
          return before;
        },
        destroy() {
          page.destroy();
          titles.delete(id);
          workspace.forget(id);
        },
      };
    },
    createEngine: (window) => createEngineHost(spawn, (message) => window.tell('evaluation', message)),
    dialogs: {
      chooseFiles: onlyInElectron('choosing files'),
      chooseTarget: onlyInElectron('choosing a target'),
      choosePicture: onlyInElectron('choosing a target'),
      chooseExport: onlyInElectron('choosing a target'),
      askClose: onlyInElectron('a question on closing'),
      askChanged: onlyInElectron('a question on saving'),
      saveFailed: onlyInElectron('a message on saving'),
      openFailed: onlyInElectron('a message on opening'),
      exportFailed: onlyInElectron('a message on exporting'),
    },
    drafts: createDraftStore(path.join(userData, 'drafts')),
    versions: createVersionStore(path.join(userData, 'versions')),
    memory,
    autosave: () => settings.get().autosave,
    watch: watchFile,
    tidy: (folder) => void removeLeftovers(folder),
    writePicture: onlyInElectron('writing a picture'),
    handout: {
      make: onlyInElectron('handing out'),
      print: onlyInElectron('printing'),
      write: onlyInElectron('handing out'),
    },
    session: sessionDefaults,
    identify: (name) => realpath(name).catch(() => name),
    onOpened: () => undefined,
    onMissing: () => undefined,
    outlivesWindows: false,
  });

  const answers = new Map<string, (request: Request) => Promise<unknown>>();
  registerRequests(
    (name, answer) => void answers.set(name, answer),
    {
      async load(window) {
        const snapshot = workspace.load(window);
        workspace.tellAll('settings', settings.get());
        return snapshot;
      },
      apply: async (window, revision, operations) => workspace.apply(window, revision, operations),
      command: (window, id: CommandId) => workspace.run(id, window),
      rerun: async (window) => workspace.rerun(window),
      cancel: async (window) => workspace.cancel(window),
      ask: (window, networkKey, node, command) => workspace.ask(window, networkKey, node, command),
      writeEdits: async (_window, topology, lines) => writeEdits(topology, lines),
      savePicture: (window, name, format, data) => workspace.savePicture(window, name, format, data),
      copyText: async (_window, text) => void (clipboard = text),
      openLink: onlyInElectron('following a link'),
      copyCells: async (_window, cells) => void (clipboard = cellsToText(cells)),
      clipboardCells: async () => cellsFromText(clipboard),
      saveSettings: async (_window, changed) => settings.set(changed),
      fullScreen: async (window, on) => workspace.fullScreen(window, on),
      remember: async (window, view) => workspace.remember(window, view),
      compareWithDisk: (window) => workspace.compareWithDisk(window),
      versions: (window) => workspace.versions(window),
      compareWithVersion: (window, id) => workspace.compareWithVersion(window, id),
      restoreVersion: (window, id) => workspace.restoreVersion(window, id),
      flushed: async (window, ticket) => workspace.flushed(window, ticket),
    },
    { devServer: null },
  );
  const sender = { url: `${BUNDLE_ORIGIN}/index.html`, mainFrame: true, known: true };

  await settings.load();
  await workspace.restore();
  await workspace.start(file === null ? [] : [file], settings.problem());

  return {
    async answer(window, name, args) {
      const answer = answers.get(channel(name, 'request'));
      if (answer === undefined) throw new Error(`no request is named ${name}`);
      return answer({ window, sender: { ...sender, known: workspace.has(window) }, args });
    },
    run: (id) => workspace.run(id, windows),
    settings: settings.get,
    titles: () => [...titles.values()],
    clipboardText: () => clipboard,
    fillsScreen: () => fills,
    async quit() {
      await workspace.quit();
      await memory.settled();
    },
  };
}
