// @ts-check
/** `npm run dev [-- FILE]`: the application with hot reload of the renderer and restart of main. */
import './steps/node-version.mjs';
import { forgetApplication } from './steps/build.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { quietWithoutDisplay, withDisplay } from './steps/display.mjs';
import { ensureElectron } from './steps/electron-runtime.mjs';
import { fromCaller, inProject } from './steps/paths.mjs';
import { runScript } from './steps/report.mjs';
import { run } from './steps/run.mjs';
import { ensureSandbox } from './steps/sandbox.mjs';
import { ensureSystemLibraries } from './steps/system-libraries.mjs';

await runScript(async () => {
  await ensureDependencies();
  const electron = await ensureElectron();
  await ensureSystemLibraries(electron.executable);
  await ensureSandbox(electron.dist);
  const file = process.argv[2]
    ? fromCaller(process.argv[2], 'dev')
    : inProject('notebooks', 'azure-interop.tracebook.md');
  await forgetApplication();
  const tool = inProject('node_modules/electron-vite/bin/electron-vite.js');
  const [command, ...args] = await withDisplay(process.execPath, [
    tool,
    'dev',
    '--watch',
    '--',
    ...quietWithoutDisplay(),
    file,
  ]);
  const { code } = await run(command, args, { env: electron.env });
  return code;
});
