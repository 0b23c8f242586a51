// @ts-check
/** `npm run build`: the application and the command line in out/, if their sources changed. */
import './steps/node-version.mjs';
import { ensureApplication, ensureCommandLine } from './steps/build.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runScript } from './steps/report.mjs';

await runScript(async () => {
  await ensureDependencies();
  await ensureApplication();
  await ensureCommandLine();
  return 0;
});
