import { defineConfig } from '@playwright/test';

// One window at a time: tests share the screen, its focus and the clipboard. On a shared CI machine a test
// that fails gets a second try; `npm test` tells how many needed one.
const inCi = process.env['CI'] === 'true';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  workers: 1,
  retries: inCi ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: inCi,
  reporter: 'list',
});
