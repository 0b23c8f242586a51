/** Wires the application together; nothing is decided here. */
import { app, BrowserWindow, clipboard, ipcMain, Menu, protocol } from 'electron';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { CommandId } from '../shared/commands';
import { createDraftStore } from './documents/drafts';
import { addRecent, readRecent, writeRecent } from './documents/recent';
import { sessionDefaults } from './documents/session';
import { dialogs, openExternally, showAbout } from './dialogs';
import { createEngineHost } from './engine-host';
import { spawnThread } from './engine-thread';
import { catchFailures } from './failures';
import { registerRequests } from './ipc';
import { filesToOpen } from './launch';
import { menuTemplate } from './menu';
import { BUNDLE_ORIGIN, BUNDLE_SCHEME, devServer, externalLink, type Origins } from './policies';
import { serveBundle } from './protocol';
import { cutNetwork, enforcePolicies } from './security';
import { bundleFolder, createWindow, preloadFile } from './windows';
import { createWorkspace } from './workspace';

const origins: Origins = { devServer: devServer(process.env, app.isPackaged) };
const application = app.getAppPath();

catchFailures(process.env['TRACEBOOK_TEST'] === '1');
cutNetwork(origins);
protocol.registerSchemesAsPrivileged([
  {
    scheme: BUNDLE_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);

/** Files named on the command line or by the desktop (macOS) before the workspace exists. */
const wished = [...filesToOpen(process.argv, process.cwd(), [application])];
app.on('open-file', (event, file) => {
  event.preventDefault();
  wished.push(file);
});

// The lock belongs to the profile: with a --user-data-dir of its own, an application is a first one.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const recentFile = path.join(app.getPath('userData'), 'recent.json');
  let recent = await readRecent(recentFile);

  enforcePolicies(origins);
  protocol.handle(BUNDLE_SCHEME, (request) => serveBundle(bundleFolder(application), request));

  const workspace = createWorkspace({
    createWindow: () =>
      createWindow({
        page: origins.devServer ?? `${BUNDLE_ORIGIN}/index.html`,
        preload: preloadFile(application),
        onCloseWished: (window) => void workspace.close(window),
        onClosed: (window) => workspace.forget(window),
      }),
    createEngine: (window) => createEngineHost(spawnThread, (message) => window.tell('evaluation', message)),
    dialogs,
    drafts: createDraftStore(path.join(app.getPath('userData'), 'drafts')),
    session: sessionDefaults,
    identify: (file) => realpath(file).catch(() => file),
    onOpened: (file) => setRecent(addRecent(recent, file)),
    onMissing: (file) => setRecent(recent.filter((other) => other !== file)),
    outlivesWindows: process.platform === 'darwin',
  });

  function setRecent(next: readonly string[]): void {
    recent = next;
    showMenu();
    // The list is a convenience: a profile that cannot be written is no reason to disturb anyone.
    writeRecent(recentFile, recent).catch((error: unknown) => console.error(error));
  }

  function showMenu(): void {
    const template = menuTemplate({
      platform: process.platform,
      developer: origins.devServer !== null,
      recent,
      run: (id) => void workspace.run(id, focusedWindow()),
      openRecent: (file) => void workspace.open(file, focusedWindow()),
      clearRecent: () => setRecent([]),
      about: () => void showAbout(app.getVersion()),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  async function openAll(files: readonly string[]): Promise<void> {
    for (const file of files) await workspace.open(file, focusedWindow());
    if (workspace.size() === 0) workspace.openNew();
  }

  registerRequests(
    (channel, answer) =>
      ipcMain.handle(channel, (event, ...args: unknown[]) => {
        const window = BrowserWindow.fromWebContents(event.sender)?.id ?? 0;
        const frame = event.senderFrame;
        const mainFrame = frame !== null && frame === event.sender.mainFrame;
        const sender = frame === null ? null : { url: frame.url, mainFrame, known: workspace.has(window) };
        return answer({ window, sender, args });
      }),
    {
      load: async (window) => workspace.load(window),
      apply: async (window, revision, operations) => workspace.apply(window, revision, operations),
      command: (window, id: CommandId) => workspace.run(id, window),
      rerun: async (window) => workspace.rerun(window),
      cancel: async (window) => workspace.cancel(window),
      copyText: async (_window, text) => clipboard.writeText(text),
      openLink: async (window, url) => {
        const verdict = externalLink(url);
        if (verdict.allow) await openExternally(window, verdict.url);
      },
    },
    origins,
  );

  app.on('second-instance', (_event, argv, workingFolder) => {
    const files = filesToOpen(argv, workingFolder, [application]);
    if (files.length > 0) void openAll(files);
    else workspace.focusAny();
  });
  app.removeAllListeners('open-file');
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void openAll([file]);
  });
  app.on('activate', () => void openAll([]));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', (event) => {
    if (workspace.size() === 0) return;
    event.preventDefault();
    void workspace.quit().then((done) => done && app.quit());
  });

  showMenu();
  await workspace.restore();
  await openAll(wished);
}

function focusedWindow(): number | null {
  return BrowserWindow.getFocusedWindow()?.id ?? null;
}
