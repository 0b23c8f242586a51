// @ts-check
/** Step: the shared libraries Electron links to, and Xvfb where there is no display. Linux only. */
import { existsSync } from 'node:fs';
import { hasDisplay } from './display.mjs';
import { StepError, say, withProgress } from './report.mjs';
import { run, succeeds } from './run.mjs';

const packages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'xvfb', 'xauth'];

/** Debian 13 and Ubuntu 24.04 renamed these for 64-bit time. */
const renamed = new Set(['libgtk-3-0', 'libasound2']);

const install = 'apt-get install -y --no-install-recommends';

/** Text in Japanese shows as boxes without it. */
const japaneseFont = 'fonts-noto-cjk';

/** @param {string} electron the executable */
export async function ensureSystemLibraries(electron) {
  if (process.platform !== 'linux') return;
  const missing = await missingLibraries(electron);
  if (!hasDisplay() && !(await succeeds('xvfb-run', ['--help']))) missing.push('xvfb-run');
  if (missing.length === 0) return;

  const cause = `This machine lacks ${missing.join(', ')}.`;
  if (!existsSync('/etc/debian_version')) {
    throw new StepError(cause, 'install them with the package manager of this system.');
  }
  if (process.getuid?.() !== 0) {
    const names = (await currentNames()).join(' ');
    throw new StepError(cause, `sudo apt-get update && sudo ${install} ${names}`);
  }
  say(cause);
  await updatePackages();
  const names = await currentNames();
  await apt(`Installing ${names.join(', ')}`, `${install} ${names.join(' ')}`);
}

/** A font with Japanese in it, for pictures of the application in that language. Others have one by themselves. */
export async function ensureJapaneseFont() {
  if (process.platform !== 'linux') return;
  const known = await succeeds('fc-list', ['--version']);
  const fonts = known ? await run('fc-list', [':lang=ja', 'family'], { capture: true }) : { output: '' };
  if (fonts.output.trim() !== '') return;
  const cause = 'This machine has no font with Japanese.';
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new StepError(cause, `install one, on Debian and Ubuntu: sudo ${install} ${japaneseFont}`);
  }
  say(cause);
  await installPackages([japaneseFont]);
}

const updatePackages = () => apt('Reading package lists (apt-get update)', 'apt-get update');

/**
 * Installs packages of Debian; only for root.
 * @param {readonly string[]} names
 */
export async function installPackages(names) {
  await updatePackages();
  await apt(`Installing ${names.join(', ')}`, `${install} ${names.join(' ')}`);
}

/** @param {string} electron */
async function missingLibraries(electron) {
  const { output } = await run('ldd', [electron], { capture: true });
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => String(match[1]));
}

/** The packages by the names this release has for them. */
async function currentNames() {
  const names = [];
  for (const name of packages) {
    const newer = renamed.has(name) && (await succeeds('apt-cache', ['show', `${name}t64`]));
    names.push(newer ? `${name}t64` : name);
  }
  return names;
}

/**
 * @param {string} label
 * @param {string} command
 */
async function apt(label, command) {
  const [program = '', ...args] = command.split(' ');
  // Another apt may be at work, e.g. the daily one: wait for it.
  const patient = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await withProgress(label, () => run(program, patient, { capture: true, env }));
  if (code !== 0) {
    throw new StepError(`${command} failed with exit code ${code}.`, `run it by hand: ${command}`, output);
  }
}
