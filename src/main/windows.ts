/** The notebook windows, as Electron makes them. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import path from 'node:path';
import { channel, type EventName, type Events } from '../shared/ipc';
import { strings } from '../shared/strings';
import { BACKGROUND, windowTitle } from './appearance';
import { checkEvent } from './ipc';
import type { Bounds } from './window-memory';
import type { WindowPort } from './workspace-ports';

export interface WindowOptions {
  /** URL of the page. */
  readonly page: string;
  /** File of the preload script. */
  readonly preload: string;
  readonly onCloseWished: (window: number) => void;
  readonly onClosed: (window: number) => void;
  /** It was moved or sized. */
  readonly onMoved: (window: number) => void;
  readonly onFocus: (window: number) => void;
  readonly onBlur: (window: number) => void;
  /** Its page ended by itself, as for want of memory, and begins anew. */
  readonly onPageGone: (window: number) => void;
  /** Percent. */
  readonly zoom: number;
  /** Where it stood last time; null for the usual place. */
  readonly bounds: Bounds | null;
}

/** So many ends of a page within so many ms are too many to begin it anew. */
const MOST_ENDS = 3;
const ENDS_WITHIN = 60_000;

/** A remembered place is used only where a screen still shows a good part of it. */
function placed(bounds: Bounds | null): Partial<Bounds> {
  if (bounds === null) return {};
  const { workArea } = screen.getDisplayMatching(bounds);
  const width = Math.min(bounds.width, workArea.width);
  const height = Math.min(bounds.height, workArea.height);
  return {
    width,
    height,
    x: Math.min(Math.max(bounds.x, workArea.x), workArea.x + workArea.width - width),
    y: Math.min(Math.max(bounds.y, workArea.y), workArea.y + workArea.height - height),
  };
}

export function createWindow(options: WindowOptions): WindowPort {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    ...placed(options.bounds),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: strings.dialogs.appName,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      zoomFactor: options.zoom / 100,
      // The dictionaries of the spelling checker come from the network.
      spellcheck: false,
    },
  });
  const { id } = window;

  window.once('ready-to-show', () => window.show());
  // The title is the document's, not the page's.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', (event) => {
    event.preventDefault();
    options.onCloseWished(id);
  });
  window.on('closed', () => options.onClosed(id));
  window.on('moved', () => options.onMoved(id));
  window.on('resized', () => options.onMoved(id));
  // Linux tells of neither of those.
  window.on('resize', () => options.onMoved(id));
  window.on('focus', () => options.onFocus(id));
  window.on('blur', () => options.onBlur(id));
  const gone: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    gone.push(performance.now());
    // A page that ends again and again would do nothing else.
    const first = gone.at(-MOST_ENDS);
    if (first !== undefined && performance.now() - first < ENDS_WITHIN) return;
    options.onPageGone(id);
    window.webContents.reload();
  });
  void window.loadURL(options.page);

  return {
    id,
    tell<E extends EventName>(name: E, payload: Events[E]) {
      // A page that ended asks for all of it once it has begun anew.
      if (!window.isDestroyed() && !window.webContents.isCrashed())
        window.webContents.send(channel(name, 'event'), checkEvent(name, payload));
    },
    show(state) {
      if (window.isDestroyed()) return;
      window.setTitle(windowTitle(state));
      window.setDocumentEdited(state.dirty);
      window.setRepresentedFilename(state.path ?? '');
    },
    focus() {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    bounds: () => window.getNormalBounds(),
    fullScreen(on) {
      const before = window.isFullScreen();
      window.setFullScreen(on);
      return before;
    },
    destroy: () => window.destroy(),
  };
}

/** @param percent for every window */
export function zoomWindows(percent: number): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(percent / 100);
}

export function preloadFile(application: string): string {
  return path.join(application, 'out', 'preload', 'index.cjs');
}

export function bundleFolder(application: string): string {
  return path.join(application, 'out', 'renderer');
}
