// @ts-check
/**
 * `npm run bench:ui`: measures the window in real Electron and prints a table, or JSON with `-- --json`; a word
 * behind it runs the workloads with that word in their name. Asserts nothing.
 */
import './steps/node-version.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runPlaywright } from './steps/e2e.mjs';
import { runScript } from './steps/report.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  const words = args.filter((word) => !word.startsWith('-'));
  const env = args.includes('--json') ? { TRACEBOOK_BENCH_JSON: '1' } : {};
  await ensureDependencies();
  const config = ['--config', 'test/bench-ui/playwright.config.ts'];
  return runPlaywright([...config, ...words.flatMap((word) => ['-g', word])], { env });
});
