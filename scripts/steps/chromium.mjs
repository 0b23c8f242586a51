// @ts-check
/** Runs the tests of the page in a plain Chromium: the renderer as it was built, and pages that were handed out. */
import { existsSync } from 'node:fs';
import { ensureApplication, ensureCommandLine } from './build.mjs';
import { inProject } from './paths.mjs';
import { StepError } from './report.mjs';
import { run } from './run.mjs';
import { LeftOut } from './stages.mjs';
import { installPackages } from './system-libraries.mjs';

/** Where the systems keep one; Chrome is built from Chromium. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const advice = 'install it (Debian: apt-get install chromium), or name one in CHROMIUM';

/** @param {(file: string) => boolean} exists */
const present = (exists) => places.find(exists);

/**
 * The Chromium that CHROMIUM names, or that this machine has. Where root runs this on Debian it is installed, as
 * the system's other packages are; an application without it is not broken, so nothing else is.
 * @param {object} [machine] for tests
 * @param {NodeJS.ProcessEnv} [machine.env]
 * @param {(file: string) => boolean} [machine.exists]
 * @param {boolean} [machine.installs] whether packages of Debian can be installed
 * @param {(names: readonly string[]) => Promise<void>} [machine.install]
 * @returns {Promise<string>} the executable
 * @throws {StepError} where CHROMIUM names none
 * @throws {LeftOut} where there is none and none can be had
 */
export async function ensureChromium({
  env = process.env,
  exists = existsSync,
  installs = existsSync('/etc/debian_version') && process.getuid?.() === 0,
  install = installPackages,
} = {}) {
  const named = env['CHROMIUM'];
  if (named) {
    if (exists(named)) return named;
    throw new StepError(`CHROMIUM names ${named}, which is not there.`, `correct it, or ${advice}.`);
  }
  const found = present(exists);
  if (found !== undefined) return found;
  if (!installs) throw new LeftOut(`there is no Chromium on this machine: ${advice}`);
  await install(['chromium']).catch((/** @type {unknown} */ error) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LeftOut(`there is no Chromium on this machine, and it could not be installed: ${reason}`);
  });
  const installed = present(exists);
  if (installed === undefined) throw new LeftOut(`the package chromium holds none: ${advice}`);
  return installed;
}

/**
 * @param {readonly string[]} args of `playwright test`
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @returns {Promise<number>} exit code
 * @throws {LeftOut} where there is no Chromium
 */
export async function runInChromium(args, env = {}) {
  const executable = await ensureChromium();
  await ensureApplication();
  await ensureCommandLine();
  const tool = inProject('node_modules/@playwright/test/cli.js');
  const config = ['--config', inProject('test/e2e/chromium.config.ts')];
  const { code } = await run(process.execPath, [tool, 'test', ...config, ...args], {
    env: { ...process.env, CHROMIUM: executable, ...env },
  });
  return code;
}
