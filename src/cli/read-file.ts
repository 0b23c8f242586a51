/** Reads a text file, or says in one sentence why that is not possible. */
import { readFileSync, statSync } from 'node:fs';
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

export function readTextFile(file: string): FileText {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) return refuse('This is a folder, not a file');
    if (stats.size > NOTEBOOK_SIZE_LIMIT) return refuse(tooLargeMessage(stats.size));
    const bytes = readFileSync(file);
    // A pipe or device tells its size only by being read.
    if (bytes.length > NOTEBOOK_SIZE_LIMIT) return refuse(tooLargeMessage(bytes.length));
    return decode(bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return refuse(REASONS[code] ?? `The file cannot be read (${code || String(error)})`);
  }
}

/** UTF-8 without NULs, a byte order mark kept. */
export function decode(bytes: Uint8Array): FileText {
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
