// @ts-check
/** `npm run test:chromium [-- ARGS]`: the tests of the page in a plain Chromium; ARGS are those of `playwright test`. */
import './steps/node-version.mjs';
import { runInChromium } from './steps/chromium.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runScript } from './steps/report.mjs';

await runScript(async () => {
  await ensureDependencies();
  return runInChromium(process.argv.slice(2));
});
