// @ts-check
/** Runs the tests of the page in a plain Chromium, with the renderer as it was built. */
import { existsSync } from 'node:fs';
import { ensureApplication } from './build.mjs';
import { inProject } from './paths.mjs';
import { say } from './report.mjs';
import { run } from './run.mjs';
import { installPackages } from './system-libraries.mjs';

const debian = '/usr/bin/chromium';

/** @returns {Promise<string | undefined>} the executable; undefined where there is none and none can be had */
async function ensureChromium() {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  if (existsSync(debian)) return debian;
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  try {
    await installPackages(['chromium']);
  } catch (error) {
    say(`Chromium could not be installed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return existsSync(debian) ? debian : undefined;
}

/**
 * @param {readonly string[]} args of `playwright test`
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @returns {Promise<number>} exit code; 0 where there is no Chromium, which is said
 */
export async function runInChromium(args, env = {}) {
  const executable = await ensureChromium();
  if (executable === undefined) {
    say(
      `Skipped: there is no Chromium here. Install it (Debian: apt-get install chromium), or name one in CHROMIUM.`,
    );
    return 0;
  }
  await ensureApplication();
  const tool = inProject('node_modules/@playwright/test/cli.js');
  const config = ['--config', inProject('test/e2e/chromium.config.ts')];
  const { code } = await run(process.execPath, [tool, 'test', ...config, ...args], {
    env: { ...process.env, CHROMIUM: executable, ...env },
  });
  return code;
}
