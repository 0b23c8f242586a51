/**
 * Atomic saving: whoever reads the file sees all of the old content or all of the new, also after a crash or
 * a power cut. The new content goes to a temporary file in the same folder, takes the old file's mode and, where
 * it may, its owner and group, reaches the disk (fsync), and is renamed over the old file; then the folder's entry
 * reaches the disk too.
 * Renaming over a symbolic link would replace the link, so links are resolved first.
 */
import { constants, type Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { strings } from '../../shared/strings';
import type { Words } from './words';
import { errorCode, errorText, fileSystem, ifExists, type FileSystem } from './file-system';
import { temporaryName } from './leftovers';

const text = strings.dialogs.saving;

/** As many links as Linux follows before it gives up (ELOOP). */
const MAX_LINKS = 40;

/** Permission bits of a mode, set-id and sticky bits included. */
const PERMISSIONS = 0o7777;

/** Read and write for all, less what the process's umask takes away: what any new file gets. */
const NEW_FILE_MODE = 0o666;

/** Saving failed. `words` tells a person what happened and what to do, `message` in the language of that moment. */
export class SaveError extends Error {
  override readonly name = 'SaveError';
  constructor(
    readonly words: Words,
    options?: ErrorOptions,
  ) {
    super(words(), options);
  }
}

/**
 * Writes `content` to `file` (absolute path), text as UTF-8. Throws SaveError; then the file holds what it held
 * before, except where only the last step, the fsync of the folder, failed.
 */
export async function saveFile(
  file: string,
  content: string | Uint8Array,
  fs: FileSystem = fileSystem,
): Promise<void> {
  try {
    const target = await resolveLinks(file, fs);
    await writeAtomically(target, content, await replacedStats(target, fs), fs);
  } catch (error) {
    throw error instanceof SaveError ? error : new SaveError(() => explain(error, file), { cause: error });
  }
}

/** The file a path leads to through symbolic links, also where that file does not exist yet. */
async function resolveLinks(file: string, fs: FileSystem): Promise<string> {
  let target = file;
  for (let links = 0; links <= MAX_LINKS; links++) {
    const stats = await ifExists(fs.lstat(target));
    if (stats === null || !stats.isSymbolicLink()) return target;
    target = path.resolve(path.dirname(target), await fs.readlink(target));
  }
  throw new SaveError(() => text.other('too many symbolic links'));
}

/** What the existing file is, null where there is none. A file that may not be written is not replaced. */
async function replacedStats(target: string, fs: FileSystem): Promise<Stats | null> {
  const stats = await ifExists(fs.stat(target));
  if (stats === null) return null;
  if (!stats.isFile()) throw new SaveError(() => text.notAFile);
  await fs.access(target, constants.W_OK);
  return stats;
}

async function writeAtomically(
  target: string,
  content: string | Uint8Array,
  old: Stats | null,
  fs: FileSystem,
): Promise<void> {
  const folder = path.dirname(target);
  const temporary = path.join(folder, temporaryName(randomBytes(8).toString('hex')));
  // 'wx' is O_CREAT | O_EXCL: never writes into something that is there already, not through a link either.
  const handle = await fs.open(temporary, 'wx', old === null ? NEW_FILE_MODE : 0o600);
  try {
    try {
      await handle.writeFile(content, 'utf8');
      if (old !== null) {
        await keepOwner(handle, old);
        await handle.chmod(old.mode & PERMISSIONS);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, target);
  } catch (error) {
    // The first failure is the one to report, whether or not the temporary file can still be removed.
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder, fs);
}

/** Gives a new file the owner and group of the one it replaces, or else the group: a class may share its files by it. */
async function keepOwner(handle: FileHandle, old: Stats): Promise<void> {
  const { uid, gid } = await handle.stat();
  if (uid === old.uid && gid === old.gid) return;
  // Who may not give a file away keeps it; that is no reason not to save.
  const group = (): Promise<void> => handle.chown(uid, old.gid);
  await handle
    .chown(old.uid, old.gid)
    .catch(group)
    .catch(() => undefined);
}

/** Windows cannot open folders and some network disks cannot sync them; there the rename has to do. */
async function syncFolder(folder: string, fs: FileSystem): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

function explain(error: unknown, file: string): string {
  const folder = path.dirname(file);
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return text.noAccess(folder);
    case 'ENOSPC':
    case 'EDQUOT':
      return text.noSpace;
    case 'EROFS':
      return text.readOnlyDisk;
    case 'EIO':
      return text.diskError;
    case 'ENOENT':
    case 'ENOTDIR':
      return text.noFolder(folder);
    case 'EBUSY':
    case 'ETXTBSY':
      return text.busy;
    case 'EISDIR':
      return text.notAFile;
    case null:
    default:
      return text.other(errorText(error));
  }
}
