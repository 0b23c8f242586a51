import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { strings } from '../../shared/strings';
import { NOTEBOOK_SIZE_LIMIT } from '../engine/notebook/format';
import { failingDisk } from './failing-disk';
import { contentHash, firstInvalidByte, OpenError, readNotebookFile } from './read';

const text = strings.dialogs.open;

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-read-'));
  file = path.join(folder, 'lab.tracebook.md');
});

afterEach(() => rm(folder, { recursive: true }));

async function failure(reading: Promise<string>): Promise<OpenError> {
  const error: unknown = await reading.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof OpenError)) throw new Error('reading did not fail', { cause: error });
  return error;
}

describe('reading a notebook file', () => {
  it('keeps every character, the BOM and line endings among them', async () => {
    const content = '\uFEFF# Größe 🛰\r\n\tx\r\n';
    await writeFile(file, content);
    expect(await readNotebookFile(file)).toBe(content);
  });

  it('refuses what is not UTF-8 and says where', async () => {
    await writeFile(file, Buffer.from([0x23, 0x20, 0x47, 0x72, 0xf6, 0xdf, 0x65]));
    expect((await failure(readNotebookFile(file))).message).toBe(text.notUtf8(4));
  });

  it('refuses a file that is too large before reading it', async () => {
    await writeFile(file, '');
    await truncate(file, NOTEBOOK_SIZE_LIMIT + 1);
    const { fs, calls } = failingDisk(null, '');
    expect((await failure(readNotebookFile(file, fs))).message).toMatch(/50 MiB/);
    expect(calls).toEqual(['stat']);
  });

  it('tells a missing file from one that cannot be read', async () => {
    const missing = await failure(readNotebookFile(file));
    expect(missing).toMatchObject({ message: text.notFound, missing: true });
    await writeFile(file, 'x');
    const denied = await failure(readNotebookFile(file, failingDisk(1, 'EACCES').fs));
    expect(denied).toMatchObject({ message: text.noAccess, missing: false });
    const broken = await failure(readNotebookFile(file, failingDisk(1, 'EIO').fs));
    expect(broken).toMatchObject({ message: text.other('EIO: simulated'), missing: false });
  });

  it('refuses a folder', async () => {
    expect((await failure(readNotebookFile(folder))).message).toBe(text.notAFile);
  });
});

describe('the first invalid byte', () => {
  it.each([
    [[0xff], 0],
    [[0x61, 0x80], 1],
    // Latin 1: a letter that would begin a character of three bytes.
    [[0x61, 0xe9, 0x0a], 1],
    // An overlong form, a surrogate and a value beyond Unicode.
    [[0xe0, 0x80, 0x80], 0],
    [[0xed, 0xa0, 0x80], 0],
    [[0xf4, 0x90, 0x80, 0x80], 0],
    // After a BOM, and a character cut off by the end of the file.
    [[0xef, 0xbb, 0xbf, 0xff], 3],
    [[0x61, 0xe2, 0x82], 1],
  ])('of %j is at %i', (bytes, offset) => {
    expect(firstInvalidByte(Uint8Array.from(bytes))).toBe(offset);
  });

  it('is where a byte that UTF-8 never has was put', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), (before, after) => {
        const valid = Buffer.from(before, 'utf8');
        expect(firstInvalidByte(Buffer.concat([valid, Buffer.from([0xff]), after]))).toBe(valid.length);
      }),
    );
  });
});

describe('the hash of a content', () => {
  it('is the same for the same text only', () => {
    expect(contentHash('a\n')).toBe(contentHash('a\n'));
    expect(contentHash('a\n')).not.toBe(contentHash('a\r\n'));
  });
});
