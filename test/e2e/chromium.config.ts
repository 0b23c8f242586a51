import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';
import type { Options, WorkerOptions } from './app';

/** What the page does; the other files are about windows, menus and processes alone. */
const OF_THE_PAGE = [
  'canvas',
  'comfort',
  'editing',
  'finding',
  'hostile',
  'keeping',
  'keyboard',
  'language',
  'maps',
  'pictures',
  'predict',
  'present',
  'questions',
  'reasons',
  'reference',
];

/**
 * Pages that were handed out, and the tests of the application's page, but for those that take more of Electron than its window (`@electron`), in the Chromium
 * that CHROMIUM names: the newest one the machine has, where the application itself may run on an old one.
 */
export default defineConfig<Options, WorkerOptions>(base, {
  testDir: '.',
  testMatch: [...OF_THE_PAGE.map((name) => `${name}.e2e.ts`), '*.chromium.ts'],
  grepInvert: /@electron/,
  // Pages of a browser without a screen share neither focus nor clipboard.
  fullyParallel: true,
  workers: 2,
  outputDir: '../../test-results/chromium',
  use: { chromium: process.env['CHROMIUM'] ?? '/usr/bin/chromium', recorded: false },
});
