/** Reads a text file, or says in one sentence why that is not possible. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { NOTEBOOK_SIZE_LIMIT, tooLargeMessage } from '../main/engine/index';
import type { FileText } from './io';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  ENOTDIR: 'A part of the path is not a folder',
  EACCES: 'The file may not be read (permission denied)',
  EPERM: 'The file may not be read (permission denied)',
  ELOOP: 'The path has too many symbolic links',
  ENAMETOOLONG: 'The name is too long',
};

const ENDLESS = `There is more to read than the ${NOTEBOOK_SIZE_LIMIT / (1024 * 1024)} MiB that a notebook may have`;
const CHUNK = 1024 * 1024;

export function readTextFile(file: string): FileText {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) return refuse('This is a folder, not a file');
    if (stats.size > NOTEBOOK_SIZE_LIMIT) return refuse(tooLargeMessage(stats.size));
    const bytes = readBytes(file);
    return bytes === null ? refuse(ENDLESS) : decode(bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return refuse(REASONS[code] ?? `The file cannot be read (${code || String(error)})`);
  }
}

/** Null for more than a notebook may have: a pipe or device (`/dev/zero`) tells its size only by being read. */
function readBytes(file: string): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  const descriptor = openSync(file, 'r');
  try {
    for (let total = 0; total <= NOTEBOOK_SIZE_LIMIT;) {
      const chunk = new Uint8Array(CHUNK);
      const count = readSync(descriptor, chunk);
      if (count === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, count));
      total += count;
    }
    return null;
  } finally {
    closeSync(descriptor);
  }
}

/** UTF-8 without NULs, a byte order mark kept. */
export function decode(bytes: Uint8Array): FileText {
  // What Windows calls "Unicode"; its byte order mark is no text in UTF-8.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return refuse('This is text in UTF-16; save it as UTF-8');
  if (bytes.includes(0)) return refuse('This is a binary file, not text');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, text };
  } catch {
    return refuse('This is not text in UTF-8');
  }
}

function refuse(message: string): FileText {
  return { ok: false, message };
}
