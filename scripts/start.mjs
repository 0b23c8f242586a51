// @ts-check
/** `npm start [-- FILE]`: does what is missing, then opens the application with a notebook. */
import './steps/node-version.mjs';
import { ensureApplication } from './steps/build.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { quietWithoutDisplay, withDisplay } from './steps/display.mjs';
import { ensureElectron } from './steps/electron-runtime.mjs';
import { fromCaller, inProject, root } from './steps/paths.mjs';
import { runScript, say } from './steps/report.mjs';
import { run } from './steps/run.mjs';
import { ensureSandbox } from './steps/sandbox.mjs';
import { ensureSystemLibraries } from './steps/system-libraries.mjs';

await runScript(async () => {
  await ensureDependencies();
  const electron = await ensureElectron();
  await ensureSystemLibraries(electron.executable);
  await ensureSandbox(electron.dist);
  await ensureApplication();
  const given = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : fromCaller(arg, 'start')));
  const hasFile = given.some((arg) => !arg.startsWith('-'));
  const args = hasFile ? given : [...given, inProject('notebooks', 'azure-interop.tracebook.md')];
  const [command, ...commandArgs] = await withDisplay(electron.executable, [
    root,
    ...quietWithoutDisplay(),
    ...args,
  ]);
  say('Opening Tracebook. Ctrl+C here closes it.');
  const { code } = await run(command, commandArgs, { env: electron.env });
  return code;
});
