/**
 * Starts the built application as a person would, with a profile of its own. ELECTRON_OVERRIDE_DIST_PATH,
 * which scripts/e2e.mjs sets, names the Electron that Playwright takes.
 */
import { spawnSync, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { CommandId } from '../../src/shared/commands';
import { setTheme } from './window';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Launch {
  readonly userData: string;
  /** The notebook to open; without one the application decides. */
  readonly file?: string;
  readonly args?: readonly string[];
  /** The system's language, e.g. `ja`; English whatever that of this machine is. */
  readonly language?: string;
}

export type Theme = 'light' | 'dark';

export interface RunningApp {
  readonly app: ElectronApplication;
  /** The first window. */
  readonly page: Page;
  /** Console errors and uncaught errors of every window, in order. */
  readonly problems: string[];
  /** Chooses a command in the menu of the application. */
  readonly choose: (command: CommandId) => Promise<void>;
  /** Of all windows. */
  readonly titles: () => Promise<readonly string[]>;
  readonly clipboardText: () => Promise<string>;
  /** Shows the first window in this theme. */
  readonly theme: (theme: Theme) => Promise<void>;
  /** The first window fills the screen. */
  readonly fillsScreen: () => Promise<boolean>;
  /** Ends all of its processes at once, as a power cut would: nothing is asked, nothing is saved. */
  readonly kill: () => Promise<void>;
}

export async function launch({ userData, file, args = [], language = 'en' }: Launch): Promise<RunningApp> {
  const app = await _electron.launch({
    args: [
      root,
      `--user-data-dir=${userData}`,
      '--disable-gpu',
      // Chromium complains about the missing session bus of a test machine.
      '--log-level=3',
      // macOS and Windows know no other way; elsewhere the environment tells the language.
      `--lang=${language}`,
      ...args,
      ...(file === undefined ? [] : [file]),
    ],
    cwd: root,
    env: { ...inheritedEnvironment(), TRACEBOOK_TEST: '1', ...systemLanguage(language) },
    // The theme is the application's, not one that Playwright pretends.
    colorScheme: null,
  });
  const problems: string[] = [];
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => problems.push(String(error.stack ?? error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('crash', () => problems.push('a renderer crashed'));
  };
  app.windows().forEach(watch);
  app.on('window', watch);
  const main = app.process();
  const page = await app.firstWindow();
  return {
    app,
    page,
    problems,
    theme: (theme) => setTheme(app, page, theme),
    choose: (command) => choose(app, command),
    titles: () => titles(app),
    clipboardText: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    fillsScreen: () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen() === true),
    kill: () => kill(main),
  };
}

export async function choose(app: ElectronApplication, command: CommandId): Promise<void> {
  await app.evaluate(({ BrowserWindow, Menu }, id) => {
    // Under Xvfb no window manager gives the focus.
    const [window] = BrowserWindow.getAllWindows();
    window?.focus();
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click(undefined, window, window?.webContents);
  }, command);
}

export async function titles(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  );
}

async function kill(main: ChildProcess): Promise<void> {
  if (main.pid === undefined || main.exitCode !== null || main.signalCode !== null) return;
  const closed = new Promise((resolve) => main.once('close', resolve));
  // On Windows the process is a shell with Electron below it; elsewhere Playwright makes it lead a group.
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(main.pid), '/t', '/f']);
  else process.kill(-main.pid, 'SIGKILL');
  await closed;
}

/** Where Linux looks for the languages of a person (gettext's order). */
function systemLanguage(language: string): Record<string, string> {
  return { LANGUAGE: language, LC_ALL: 'C.UTF-8' };
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
