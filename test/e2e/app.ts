/**
 * The test of every end-to-end test: a fresh profile and a copy of a notebook in a temporary folder, the
 * application opened with it, and a failure for every error a window reported.
 *
 *     test.use({ notebook: 'notebooks/first-steps.tracebook.md' });
 *     test('shows the title', async ({ page }) => { ... });
 */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  chromium,
  expect,
  test as base,
  type Browser,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import type { Language } from '../../src/shared/language';
import { openInChromium } from './chromium';
import { launch, root, type RunningApp } from './launch';

export { expect } from '@playwright/test';

export interface Options {
  /** The notebook to copy and open, relative to the project; null opens none. */
  readonly notebook: string | null;
  /** Whether what is seen is recorded, for the trace of a test that fails. */
  readonly recorded: boolean;
}

export interface WorkerOptions {
  /** Path of a Chromium that has the built renderer in the place of Electron; null for Electron. */
  readonly chromium: string | null;
}

interface WorkerFixtures {
  /** That Chromium, started once for all tests; each has pages and a profile of its own. */
  readonly plainBrowser: Browser | null;
}

interface Fixtures {
  /** A temporary folder, gone after the test. */
  readonly folder: string;
  /** The copy of the notebook, or null. */
  readonly file: string | null;
  /** Starts the application on an English system, or another; call it again after `kill()` to see what survived. */
  readonly start: (file?: string | null, language?: Language) => Promise<RunningApp>;
  readonly running: RunningApp;
  readonly app: ElectronApplication;
  readonly page: Page;
}

export const test = base.extend<Options & Fixtures, WorkerOptions & WorkerFixtures>({
  notebook: ['notebooks/azure-interop.tracebook.md', { option: true }],

  chromium: [null, { option: true, scope: 'worker' }],

  plainBrowser: [
    async ({ chromium: executablePath }, use) => {
      if (executablePath === null) return use(null);
      const browser = await chromium.launch({ executablePath });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  recorded: [true, { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-e2e-'));
    await use(folder);
    // Helper processes of a killed application may still be writing for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },

  file: async ({ notebook, folder }, use) => {
    if (notebook === null) return use(null);
    const file = path.join(folder, path.basename(notebook));
    await copyFile(path.join(root, notebook), file);
    await use(file);
  },

  start: async ({ folder, file, plainBrowser: browser, recorded }, use, testInfo) => {
    const userData = path.join(folder, 'profile');
    await mkdir(userData);
    const launchIn = async (other: string | null, language: Language): Promise<RunningApp> => {
      if (browser === null) return launch({ userData, language, ...(other !== null && { file: other }) });
      const opened = await openInChromium({ browser, root, userData, file: other, language });
      return {
        ...opened,
        get app(): never {
          throw new Error('only Electron has this: give the test the tag @electron');
        },
      };
    };
    const started: RunningApp[] = [];
    await use(async (other = file, language = 'en') => {
      const running = await launchIn(other, language);
      started.push(running);
      if (recorded) await running.page.context().tracing.start({ screenshots: true, snapshots: true });
      return running;
    });
    const wantsTrace = recorded && testInfo.status !== testInfo.expectedStatus;
    for (const [index, { page, kill }] of started.entries()) {
      const trace = testInfo.outputPath(`trace-${index + 1}.zip`);
      // An application the test has killed has no trace to give.
      if (wantsTrace)
        await page
          .context()
          .tracing.stop({ path: trace })
          .catch(() => undefined);
      await kill();
    }
    expect(
      started.flatMap(({ problems }) => problems),
      'errors reported by windows',
    ).toEqual([]);
  },

  running: async ({ start }, use) => use(await start()),
  app: async ({ running }, use) => use(running.app),
  page: async ({ running }, use) => use(running.page),
});
