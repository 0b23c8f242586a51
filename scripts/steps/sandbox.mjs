// @ts-check
/**
 * Step: Chromium's sandbox can work. It needs user namespaces, or a helper that belongs to root; Ubuntu 24.04
 * and some Debian set-ups grant neither to a program that was unpacked by hand.
 */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { StepError } from './report.mjs';

/** @param {string} dist the folder of the Electron distribution */
export async function ensureSandbox(dist) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const restricted = (await setting('kernel/apparmor_restrict_unprivileged_userns')) === '1';
  const disabled = (await setting('kernel/unprivileged_userns_clone')) === '0';
  if (!restricted && !disabled) return;
  const helper = path.join(dist, 'chrome-sandbox');
  const found = await stat(helper).catch(() => undefined);
  const setuid = 0o4000;
  if (found && found.uid === 0 && (found.mode & setuid) !== 0) return;
  throw new StepError(
    'This system lets no ordinary program make user namespaces, which the sandbox of Chromium needs.',
    `sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
  );
}

/**
 * @param {string} name
 * @returns {Promise<string | undefined>} undefined where the kernel has no such setting
 */
async function setting(name) {
  return (await readFile(path.join('/proc/sys', name), 'utf8').catch(() => undefined))?.trim();
}
