// @ts-check
/** `npm run test:chromium [-- ARGS]`: the tests of the page in a plain Chromium; ARGS are those of `playwright test`. */
import './steps/node-version.mjs';
import { runInChromium } from './steps/chromium.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runScript, say } from './steps/report.mjs';
import { LeftOut } from './steps/stages.mjs';

await runScript(async () => {
  await ensureDependencies();
  try {
    return await runInChromium(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    say(`Left out: ${error.message}.`);
    return 0;
  }
});
