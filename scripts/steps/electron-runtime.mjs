// @ts-check
/** Step: an Electron to run, from the first place that has one. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import os from 'node:os';
import { cachedFallback, fallbackAvailable, fallbackVersion, fetchFallback } from './electron-fallback.mjs';
import { inProject } from './paths.mjs';
import { StepError, say, withProgress } from './report.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} dist the folder of the distribution
 * @property {string} executable
 * @property {NodeJS.ProcessEnv} env environment in which tools (electron-vite, Playwright) use this runtime
 */

/** A download that brings nothing for so long is given up. */
const stalledMs = 20_000;

const nameInDist =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
    /** @type {string} */ (process.platform)
  ] ?? 'electron';

const electronPackage = inProject('node_modules', 'electron');
const packagedDist = path.join(electronPackage, 'dist');

/**
 * Finds or fetches an Electron and says in one line which and why.
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    if (!existsSync(path.join(override, nameInDist))) {
      throw new StepError(
        `ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no ${nameInDist}.`,
        'unset the variable, or set it to the folder that holds the Electron executable.',
      );
    }
    return use(override, `the one in ELECTRON_OVERRIDE_DIST_PATH (${override})`);
  }

  const version = JSON.parse(await readFile(path.join(electronPackage, 'package.json'), 'utf8')).version;
  if (existsSync(path.join(packagedDist, nameInDist)))
    return use(packagedDist, `${version}, the current one`);

  const cached = await cachedFallback();
  const failure = cached ? '' : await download(version);
  if (!cached && failure === '') return use(packagedDist, `${version}, just downloaded`);
  if (!cached && !fallbackAvailable) {
    throw new StepError(
      `Electron ${version} could not be downloaded.`,
      'check the connection to github.com, or set ELECTRON_MIRROR to a mirror, then run the command again.',
      failure,
    );
  }
  return use(
    cached ?? (await fetchFallback()),
    `${fallbackVersion}, an old stand-in for development and tests, because ${version} could not be ` +
      'downloaded (`npx install-electron` tries again)',
  );
}

/**
 * @param {string} dist
 * @param {string} reason
 * @returns {ElectronRuntime}
 */
function use(dist, reason) {
  say(`Electron: ${reason}.`);
  const executable = path.join(dist, nameInDist);
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_EXEC_PATH: executable };
  // Terminals inside Electron applications set it, and Electron then behaves as a plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  // Chromium's sandbox refuses to work for root, and for root alone it is switched off.
  if (process.platform === 'linux' && process.getuid?.() === 0) env['ELECTRON_DISABLE_SANDBOX'] = '1';
  return { dist, executable, env };
}

/**
 * Runs the downloader of the electron package until it ends or nothing arrives any more.
 * @param {string} version
 * @returns {Promise<string>} the reason of a failure, empty if it worked
 */
async function download(version) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-electron-'));
  const stalled = new AbortController();
  let bytes = 0;
  let sinceLastByte = process.hrtime.bigint();
  const watch = setInterval(async () => {
    const now = (await bytesIn(folder)) + (await bytesIn(packagedDist));
    if (now !== bytes) sinceLastByte = process.hrtime.bigint();
    else if (process.hrtime.bigint() - sinceLastByte > BigInt(stalledMs) * 1_000_000n) stalled.abort();
    bytes = now;
  }, 500);
  try {
    const { code, output } = await withProgress(
      `Downloading Electron ${version}`,
      () =>
        run(process.execPath, [path.join(electronPackage, 'install.js')], {
          capture: true,
          signal: stalled.signal,
          env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
        }),
      () => `${Math.round(bytes / 1e6)} MB`,
    );
    if (code === 0) return '';
    return stalled.signal.aborted ? `Nothing arrived for ${stalledMs / 1000} s.` : output;
  } finally {
    clearInterval(watch);
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<number>} 0 if it is not there; files may come and go meanwhile
 */
async function bytesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(path.join(entry.parentPath, entry.name)).then(
        (file) => file.size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
