import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Style sheets are text that goes into documents; by default they would be empty here.
    css: true,
    // The tests are of functions without state of their own: one load of the engine serves all files.
    pool: 'threads',
    isolate: false,
    // Also on two cores: one of them idle would double the time.
    maxWorkers: '100%',
    // Ends what hangs; a busy machine must fail no test.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
