// @ts-check
/** Step: the npm packages in node_modules are those of package-lock.json. */
import { readFile } from 'node:fs/promises';
import { inProject } from './paths.mjs';
import { StepError, withProgress } from './report.mjs';
import { npm } from './run.mjs';

export async function ensureDependencies() {
  if (await dependenciesMatchLock()) return;
  // The level is given because `npm run -s` silences every npm below it, its errors too.
  const { code, output } = await withProgress('Installing npm packages (npm ci)', () =>
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { capture: true }),
  );
  if (code !== 0) {
    throw new StepError(
      `npm ci failed with exit code ${code}.`,
      'check the network connection and the message above, then run the command again.',
      output,
    );
  }
}

/**
 * Compares the lock with the record npm leaves of what it installed. An interrupted installation leaves no
 * record; an optional package may be missing because it is for another platform.
 */
async function dependenciesMatchLock() {
  const wanted = await readPackages('package-lock.json');
  const installed = await readPackages('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([folder, entry]) => {
    const found = installed[folder];
    if (folder === '' || (!found && entry.optional)) return true;
    return found?.version === entry.version && found?.integrity === entry.integrity;
  });
}

/** @typedef {{ version: string, integrity?: string, optional?: boolean }} LockEntry */

/**
 * @param {string} file
 * @returns {Promise<Record<string, LockEntry> | undefined>} undefined when there is no such file
 */
async function readPackages(file) {
  try {
    return JSON.parse(await readFile(inProject(file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
