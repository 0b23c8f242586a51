/** Wires the application together; nothing is decided here. */
import {
  app,
  BrowserWindow,
  clipboard,
  ipcMain,
  Menu,
  protocol,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
} from 'electron';
import { realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandId } from '../shared/commands';
import { DROPPED_CHANNEL } from '../shared/ipc';
import { chosenLanguage, systemLanguage } from '../shared/language';
import { language, speak } from '../shared/strings';
import { zoomAfter } from '../shared/zoom';
import { cellsFromText, cellsToText } from './documents/clipboard';
import { createDraftStore } from './documents/drafts';
import { removeLeftovers } from './documents/leftovers';
import { createRecentFiles } from './documents/recent';
import { sessionDefaults } from './documents/session';
import { createVersionStore } from './documents/versions';
import { dialogs, openExternally, showAbout } from './dialogs';
import { createEngineHost } from './engine-host';
import { spawnThread } from './engine-thread';
import { catchFailures } from './failures';
import { droppedFiles, registerRequests } from './ipc';
import { filesToOpen } from './launch';
import { menuTemplate } from './menu';
import { BUNDLE_ORIGIN, BUNDLE_SCHEME, devServer, externalLink, type Origins, type Sender } from './policies';
import { serveBundle } from './protocol';
import { pageAddress } from '../shared/start';
import { cutNetwork, enforcePolicies } from './security';
import { createSettingsStore } from './settings-store';
import { watchFile } from './watch-file';
import { createWindowMemory } from './window-memory';
import { bundleFolder, createWindow, preloadFile, zoomWindows } from './windows';
import { createWorkspace } from './workspace';
import { makeDocument } from './handout-thread';
import { unfoldedForPaper } from './handout/html';
import { printToPdf } from './print';
import { saveFile } from './documents/save';

const origins: Origins = { devServer: devServer(process.env, app.isPackaged) };
const application = app.getAppPath();

const report = catchFailures(process.env['TRACEBOOK_TEST'] === '1');
cutNetwork(origins);
protocol.registerSchemesAsPrivileged([
  {
    scheme: BUNDLE_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);

/** Files named on the command line or by the desktop (macOS) before the workspace exists. */
const wished = [...filesToOpen(process.argv, process.cwd(), [application])];
let openFile = (file: string): void => void wished.push(file);
app.on('open-file', (event, file) => {
  event.preventDefault();
  openFile(file);
});

// The lock belongs to the profile: with a --user-data-dir of its own, an application is a first one.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const userData = app.getPath('userData');
  const recent = createRecentFiles(path.join(userData, 'recent.json'), showMenu);
  const memory = createWindowMemory(path.join(userData, 'windows.json'));
  const system = systemLanguage(app.getPreferredSystemLanguages());
  speak(system);
  const settingsFile = path.join(userData, 'settings.json');
  const settings = createSettingsStore(settingsFile, (changed) => {
    const before = language();
    speak(chosenLanguage(changed.language, system));
    workspace.tellAll('settings', changed);
    if (language() !== before) workspace.speakAnew();
    zoomWindows(changed.zoom);
    showMenu();
  });

  enforcePolicies(origins);
  protocol.handle(BUNDLE_SCHEME, (request) => serveBundle(bundleFolder(application), request));

  const workspace = createWorkspace({
    createWindow: (bounds) =>
      createWindow({
        bounds,
        page: pageAddress(origins.devServer ?? `${BUNDLE_ORIGIN}/index.html`, {
          system,
          look: settings.get(),
        }),
        preload: preloadFile(application),
        onCloseWished: (window) => void workspace.close(window),
        onClosed: (window) => workspace.forget(window),
        onMoved: (window) => workspace.moved(window),
        onFocus: (window) => workspace.focused(window),
        onBlur: (window) => workspace.blurred(window),
        onPageGone: (window) => workspace.pageGone(window),
        zoom: settings.get().zoom,
      }),
    writePicture: (file, data) => writeFile(file, data),
    createEngine: (window) => createEngineHost(spawnThread, (message) => window.tell('evaluation', message)),
    dialogs,
    drafts: createDraftStore(path.join(userData, 'drafts')),
    versions: createVersionStore(path.join(userData, 'versions')),
    memory,
    autosave: () => settings.get().autosave,
    watch: watchFile,
    tidy: (folder) => void removeLeftovers(folder),
    handout: {
      make: makeDocument,
      print: (html) => printToPdf(unfoldedForPaper(html), app.getPath('temp')),
      write: saveFile,
    },
    session: sessionDefaults,
    identify: (file) => realpath(file).catch(() => file),
    onOpened: recent.add,
    onMissing: recent.remove,
    outlivesWindows: process.platform === 'darwin',
  });

  function run(id: CommandId, window: number | null): Promise<void> {
    const zoom = zoomAfter(id, settings.get().zoom);
    return zoom === null ? workspace.run(id, window) : settings.set({ ...settings.get(), zoom });
  }

  function showMenu(): void {
    const template = menuTemplate({
      platform: process.platform,
      developer: origins.devServer !== null,
      recent: recent.list(),
      keys: settings.get().keys,
      run: (id) => void run(id, focusedWindow()),
      openRecent: (file) => void workspace.open(file, focusedWindow()),
      clearRecent: recent.clear,
      about: () => void showAbout(app.getVersion()),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  async function openAll(files: readonly string[]): Promise<void> {
    const from = focusedWindow();
    for (const file of files) await workspace.open(file, from);
    if (workspace.size() === 0) workspace.openNew();
  }

  function senderOf(event: IpcMainEvent | IpcMainInvokeEvent): { window: number; sender: Sender | null } {
    const window = BrowserWindow.fromWebContents(event.sender)?.id ?? 0;
    const frame = event.senderFrame;
    const mainFrame = frame !== null && frame === event.sender.mainFrame;
    const sender = frame === null ? null : { url: frame.url, mainFrame, known: workspace.has(window) };
    return { window, sender };
  }

  app.on('accessibility-support-changed', (_, reads) => workspace.tellAll('screenReader', reads));

  ipcMain.on(DROPPED_CHANNEL, (event, paths: unknown) => {
    const { window, sender } = senderOf(event);
    void workspace.openDropped(droppedFiles(sender, paths, origins), window);
  });
  registerRequests(
    (channel, answer) =>
      ipcMain.handle(channel, (event, ...args: unknown[]) => answer({ ...senderOf(event), args })),
    {
      async load(window) {
        const snapshot = workspace.load(window);
        workspace.tellAll('settings', settings.get());
        workspace.tellAll('screenReader', app.isAccessibilitySupportEnabled());
        return snapshot;
      },
      apply: async (window, revision, operations) => workspace.apply(window, revision, operations),
      command: (window, id: CommandId) => run(id, window),
      rerun: async (window) => workspace.rerun(window),
      cancel: async (window) => workspace.cancel(window),
      ask: (window, networkKey, node, command) => workspace.ask(window, networkKey, node, command),
      // Made of the engine's small half, and only once somebody changes a map.
      writeEdits: async (_window, topology, lines) =>
        (await import('./engine/topology/write-edits')).writeEdits(topology, lines),
      savePicture: (window, name, format, data) => workspace.savePicture(window, name, format, data),
      copyText: async (_window, text) => clipboard.writeText(text),
      openLink: async (window, url) => {
        const verdict = externalLink(url);
        if (verdict.allow) await openExternally(window, verdict.url);
      },
      copyCells: async (_window, cells) => clipboard.writeText(cellsToText(cells)),
      clipboardCells: async () => cellsFromText(await clipboard.readText()),
      saveSettings: async (_window, changed) => settings.set(changed),
      fullScreen: async (window, on) => workspace.fullScreen(window, on),
      remember: async (window, view) => workspace.remember(window, view),
      compareWithDisk: (window) => workspace.compareWithDisk(window),
      versions: (window) => workspace.versions(window),
      compareWithVersion: (window, id) => workspace.compareWithVersion(window, id),
      restoreVersion: (window, id) => workspace.restoreVersion(window, id),
      flushed: async (window, ticket) => workspace.flushed(window, ticket),
    },
    origins,
  );

  app.on('second-instance', (_event, argv, workingFolder) => {
    const files = filesToOpen(argv, workingFolder, [application]);
    if (files.length > 0) void openAll(files);
    else workspace.focusAny();
  });
  app.on('activate', () => void openAll([]));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', (event) => {
    if (workspace.size() === 0) return;
    event.preventDefault();
    void quit();
  });

  async function quit(): Promise<void> {
    if (!(await workspace.quit())) return;
    await recent.settled();
    await memory.settled();
    app.quit();
  }

  await recent.load();
  await settings.load();
  watchFile(settingsFile, () => void settings.look());
  // Drafts that cannot be read must not keep a notebook from opening.
  await workspace.restore().catch((error: unknown) => void report(error));
  openFile = (file) => void openAll([file]);
  await workspace.start(wished, settings.problem());
}

function focusedWindow(): number | null {
  return BrowserWindow.getFocusedWindow()?.id ?? null;
}
