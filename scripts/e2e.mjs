// @ts-check
/** `npm run test:e2e [-- ARGS]`: the end-to-end tests alone; ARGS are those of `playwright test`. */
import './steps/node-version.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runPlaywright } from './steps/e2e.mjs';
import { runScript } from './steps/report.mjs';

await runScript(async () => {
  await ensureDependencies();
  return runPlaywright(process.argv.slice(2));
});
