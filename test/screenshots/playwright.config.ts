import { defineConfig } from '@playwright/test';

/** Takes the pictures of the documents; run by `npm run screenshots`, never by `npm test`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.shots.ts',
  outputDir: '../../test-results/screenshots',
  workers: 1,
  // One test takes all pictures of a language: starting costs more than drawing.
  timeout: 400_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
});
