/**
 * The temporary files of saves that a crash cut off. Each is named after the machine and process that wrote
 * it: what belongs to a process that lives, or to another machine on the same disk, is left alone.
 */
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { errorCode, fileSystem, type FileSystem } from './file-system';

/** All temporary files begin so. */
export const TEMPORARY_PREFIX = '.tracebook-';

const MACHINE = createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8);
const NAME = /^\.tracebook-([0-9a-f]{8})-(\d+)-[0-9a-f]+\.tmp$/;

/** The name of a temporary file of this process; `unique` is in hexadecimal digits. */
export function temporaryName(unique: string): string {
  return `${TEMPORARY_PREFIX}${MACHINE}-${process.pid}-${unique}.tmp`;
}

/** Removes what dead processes of this machine left in a folder. Never throws: it is no part of the work. */
export async function removeLeftovers(folder: string, fs: FileSystem = fileSystem): Promise<void> {
  try {
    for (const name of await fs.readdir(folder)) {
      const [, machine, pid] = NAME.exec(name) ?? [];
      if (machine !== MACHINE || pid === undefined || lives(Number(pid))) continue;
      await fs.unlink(path.join(folder, name)).catch(() => undefined);
    }
  } catch {
    // The folder is gone or closed to us: then there is nothing to tidy.
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process has the number.
    return errorCode(error) !== 'ESRCH';
  }
}
