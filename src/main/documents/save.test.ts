import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { strings } from '../../shared/strings';
import { failingDisk } from './failing-disk';
import { SaveError, saveFile } from './save';

const text = strings.dialogs.saving;
const posix = process.platform !== 'win32';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-save-'));
  file = path.join(folder, 'lab.tracebook.md');
});

afterEach(() => rm(folder, { recursive: true }));

async function failure(saving: Promise<void>): Promise<SaveError> {
  const error: unknown = await saving.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof SaveError)) throw new Error('saving did not fail', { cause: error });
  return error;
}

describe('saving', () => {
  it('writes a new file as UTF-8, byte for byte', async () => {
    const content = '\uFEFF# Größe 🛰\r\nx\n';
    await saveFile(file, content);
    expect(await readFile(file)).toEqual(Buffer.from(content, 'utf8'));
    expect(await readdir(folder)).toEqual(['lab.tracebook.md']);
  });

  it('replaces a file', async () => {
    await writeFile(file, 'old, and longer than the new content');
    await saveFile(file, 'new');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['lab.tracebook.md']);
  });

  it.runIf(posix)('keeps the mode', async () => {
    await writeFile(file, 'old');
    await chmod(file, 0o640);
    await saveFile(file, 'new');
    expect((await stat(file)).mode & 0o7777).toBe(0o640);
  });

  it.runIf(process.getuid?.() === 0)('keeps the owner and the group', async () => {
    await writeFile(file, 'old');
    await chown(file, 12_345, 23_456);
    await chmod(file, 0o664);
    await saveFile(file, 'new');
    const { uid, gid, mode } = await stat(file);
    expect([uid, gid, mode & 0o7777]).toEqual([12_345, 23_456, 0o664]);
  });

  it.runIf(posix)('writes through symbolic links and leaves them in place', async () => {
    await mkdir(path.join(folder, 'real'));
    const real = path.join(folder, 'real', 'lab.md');
    await writeFile(real, 'old');
    await symlink(path.join('real', 'lab.md'), path.join(folder, 'inner'));
    await symlink('inner', file);
    await saveFile(file, 'new');
    expect((await lstat(file)).isSymbolicLink()).toBe(true);
    expect(await readFile(real, 'utf8')).toBe('new');
    expect(await readdir(path.join(folder, 'real'))).toEqual(['lab.md']);
  });

  it.runIf(posix)('makes the file that a dangling link names', async () => {
    await symlink('later.md', file);
    await saveFile(file, 'new');
    expect((await lstat(file)).isSymbolicLink()).toBe(true);
    expect(await readFile(path.join(folder, 'later.md'), 'utf8')).toBe('new');
  });

  it.runIf(posix)('gives up on links in a circle', async () => {
    await symlink('other', file);
    await symlink('lab.tracebook.md', path.join(folder, 'other'));
    await failure(saveFile(file, 'new'));
    expect((await lstat(file)).isSymbolicLink()).toBe(true);
  });

  it('does not write over a folder', async () => {
    await mkdir(file);
    expect((await failure(saveFile(file, 'new'))).message).toBe(text.notAFile);
    expect(await readdir(folder)).toEqual(['lab.tracebook.md']);
  });

  it('says that the folder is gone', async () => {
    const gone = path.join(folder, 'gone');
    const error = await failure(saveFile(path.join(gone, 'lab.md'), 'new'));
    expect(error.message).toBe(text.noFolder(gone));
  });

  it.each([
    ['EACCES', () => text.noAccess(folder)],
    ['EPERM', () => text.noAccess(folder)],
    ['ENOSPC', () => text.noSpace],
    ['EDQUOT', () => text.noSpace],
    ['EROFS', () => text.readOnlyDisk],
    ['EIO', () => text.diskError],
    ['EBUSY', () => text.busy],
    ['EMFILE', () => text.other('EMFILE: simulated')],
  ])('explains %s', async (code, message) => {
    await writeFile(file, 'old');
    const { fs, calls } = failingDisk(null, code);
    await saveFile(file, 'old', fs);
    const failing = failingDisk(calls.indexOf('open'), code);
    expect((await failure(saveFile(file, 'new', failing.fs))).message).toBe(message());
  });

  it.runIf(posix)('does not mind a disk that cannot sync folders', async () => {
    await writeFile(file, 'old');
    const { fs, calls } = failingDisk(null, 'EINVAL');
    await saveFile(file, 'old', fs);
    const failing = failingDisk(calls.lastIndexOf('sync'), 'EINVAL');
    await saveFile(file, 'new', failing.fs);
    expect(await readFile(file, 'utf8')).toBe('new');
  });
});

describe('a call to the disk that fails', () => {
  it.each(['EIO', 'ENOSPC', 'EACCES'])(
    'with %s, whichever it is, leaves the old file whole',
    async (code) => {
      await writeFile(file, 'old');
      const probe = failingDisk(null, code);
      await saveFile(file, 'old', probe.fs);
      const renamed = probe.calls.indexOf('rename');
      expect(probe.calls).toEqual(
        expect.arrayContaining(['open', 'writeFile', 'chmod', 'sync', 'close', 'rename']),
      );

      for (const [index, call] of probe.calls.entries()) {
        await writeFile(file, 'old');
        const { fs } = failingDisk(index, code);
        const error = await failure(saveFile(file, 'new', fs));
        expect(error.message.length, call).toBeGreaterThan(0);
        expect(await readFile(file, 'utf8'), `${call} (${index})`).toBe(index <= renamed ? 'old' : 'new');
        expect(await readdir(folder), call).toEqual(['lab.tracebook.md']);
      }
    },
  );

  it('leaves no file where there was none', async () => {
    const probe = failingDisk(null, 'EIO');
    await saveFile(file, 'x', probe.fs);
    const renamed = probe.calls.indexOf('rename');
    for (let index = 0; index <= renamed; index++) {
      await rm(file, { force: true });
      await failure(saveFile(file, 'new', failingDisk(index, 'EIO').fs));
      expect(await readdir(folder), probe.calls[index]).toEqual([]);
    }
  });
});
