import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';
import type { Options } from './app';

/**
 * The tests of the page that need nothing of Electron, in the Chromium that CHROMIUM names: the newest one the
 * machine has, where the application itself may run on an old one.
 */
export default defineConfig<Options>(base, {
  testDir: '.',
  testMatch: ['editing', 'finding', 'keyboard', 'pictures', 'present'].map((name) => `${name}.e2e.ts`),
  outputDir: '../../test-results/chromium',
  use: { chromium: process.env['CHROMIUM'] ?? '/usr/bin/chromium' },
});
