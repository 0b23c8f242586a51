import { existsSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode, readTextFile } from './read-file';

describe('reading a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tracebook-cli-'));

  it('gives its text, byte order mark and all', () => {
    const file = path.join(folder, 'a.md');
    writeFileSync(file, '\uFEFFé\r\n');
    expect(readTextFile(file)).toEqual({ ok: true, text: '\uFEFFé\r\n' });
  });

  it('tells why there is none', () => {
    expect(readTextFile(path.join(folder, 'none'))).toEqual({ ok: false, message: 'There is no such file' });
    expect(readTextFile(folder)).toEqual({ ok: false, message: 'This is a folder, not a file' });
  });

  it('refuses a file over the limit without reading it', () => {
    const file = path.join(folder, 'big.md');
    writeFileSync(file, '');
    truncateSync(file, 51 * 1024 * 1024);
    expect(readTextFile(file)).toEqual({
      ok: false,
      message: 'The file is 51.0 MiB; a notebook may have up to 50 MiB',
    });
  });

  it('refuses what is no text', () => {
    expect(decode(Uint8Array.of(0x50, 0, 1))).toEqual({
      ok: false,
      message: 'This is a binary file, not text',
    });
    expect(decode(Uint8Array.of(0xff))).toEqual({ ok: false, message: 'This is not text in UTF-8' });
    const utf16 = { ok: false, message: 'This is text in UTF-16; save it as UTF-8' };
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toEqual(utf16);
    expect(decode(Uint8Array.of(0xfe, 0xff, 0, 0x61))).toEqual(utf16);
  });

  it.runIf(existsSync('/dev/zero'))('stops reading what has no end', () => {
    expect(readTextFile('/dev/zero')).toEqual({
      ok: false,
      message: 'There is more to read than the 50 MiB that a notebook may have',
    });
  });
});
