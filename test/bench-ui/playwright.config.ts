import { defineConfig } from '@playwright/test';

/** Measures the application in real Electron; run by `npm run bench:ui`, never by `npm test`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results/bench-ui',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 120_000 },
  reporter: './reporter.ts',
});
