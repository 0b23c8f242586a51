// @ts-check
/** Runs Playwright on the application in real Electron, with everything that needs. */
import { ensureApplication } from './build.mjs';
import { withDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { inProject } from './paths.mjs';
import { run } from './run.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/**
 * @param {readonly string[]} args of `playwright test`
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env] added to the environment
 * @param {string} [options.screen] size of a virtual screen
 * @returns {Promise<number>} exit code
 */
export async function runPlaywright(args, { env = {}, screen } = {}) {
  const electron = await ensureElectron();
  await ensureSystemLibraries(electron.executable);
  await ensureApplication();
  const tool = inProject('node_modules/@playwright/test/cli.js');
  const [command, ...rest] = await withDisplay(process.execPath, [tool, 'test', ...args], screen);
  const { code } = await run(command, rest, { env: { ...electron.env, ...env } });
  return code;
}
