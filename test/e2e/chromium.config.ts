import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';
import type { Options, WorkerOptions } from './app';

/** What the page does; the other files are about windows, menus, files and processes. */
const OF_THE_PAGE = ['editing', 'finding', 'keyboard', 'pictures', 'present'];

/**
 * Pages that were handed out, and the tests of the application's page, but for those that take more of Electron than its window (`@electron`), in the Chromium
 * that CHROMIUM names: the newest one the machine has, where the application itself may run on an old one.
 */
export default defineConfig<Options, WorkerOptions>(base, {
  testDir: '.',
  testMatch: [...OF_THE_PAGE.map((name) => `${name}.e2e.ts`), '*.chromium.ts'],
  grepInvert: /@electron/,
  outputDir: '../../test-results/chromium',
  use: { chromium: process.env['CHROMIUM'] ?? '/usr/bin/chromium', recorded: false },
});
