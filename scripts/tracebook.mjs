// @ts-check
/** `npm run -s tracebook -- ARGS`: the command line. Nothing but its own output goes to stdout. */
import './steps/node-version.mjs';
import { pathToFileURL } from 'node:url';
import { ensureCommandLine } from './steps/build.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { callerFolder } from './steps/paths.mjs';
import { runScript } from './steps/report.mjs';

/** @type {string | undefined} */
let program;
await runScript(async () => {
  await ensureDependencies();
  program = await ensureCommandLine();
  return 0;
});

if (program !== undefined) {
  process.chdir(callerFolder('tracebook'));
  await import(pathToFileURL(program).href);
}
