/**
 * Reading a notebook file without harm: the size is checked before a byte is read, and what is not UTF-8 is
 * refused rather than repaired, because saving would then change bytes that nobody touched.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { strings } from '../../shared/strings';
import { NOTEBOOK_SIZE_LIMIT, tooLargeMessage } from '../engine/notebook/format';
import { errorCode, errorText, fileSystem, type FileSystem } from './file-system';
import type { Words } from './words';

const text = strings.dialogs.open;

/**
 * Opening failed. `words` tells a person why, `message` in the language of that moment; `cause` is there where a call
 * to the disk failed.
 */
export class OpenError extends Error {
  override readonly name = 'OpenError';
  constructor(
    readonly words: Words,
    /** True where the file does not exist (any more). */
    readonly missing: boolean,
    options?: ErrorOptions,
  ) {
    super(words(), options);
  }
}

/** The text of a file, its BOM kept. Throws OpenError. */
export async function readNotebookFile(file: string, fs: FileSystem = fileSystem): Promise<string> {
  let bytes: Uint8Array;
  try {
    const stats = await fs.stat(file);
    if (!stats.isFile()) throw new OpenError(() => text.notAFile, false);
    if (stats.size > NOTEBOOK_SIZE_LIMIT) throw tooLarge(stats.size);
    bytes = await fs.readFile(file);
  } catch (error) {
    throw error instanceof OpenError ? error : explain(error);
  }
  if (bytes.length > NOTEBOOK_SIZE_LIMIT) throw tooLarge(bytes.length);
  return decode(bytes);
}

/** A short name for a text, to tell whether a file still holds it. */
export function contentHash(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = firstInvalidByte(bytes);
    throw new OpenError(() => text.notUtf8(at), false);
  }
}

/** Offset of the first byte that does not begin a whole character. */
export function firstInvalidByte(bytes: Uint8Array): number {
  // The longest beginning that more bytes could still complete, found by halving: decoding is fast.
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (wholeCharacters(bytes.subarray(0, middle)) === null) invalid = middle;
    else valid = middle;
  }
  return Buffer.byteLength(wholeCharacters(bytes.subarray(0, valid)) ?? '', 'utf8');
}

/** The characters that are whole, or null where no more bytes could make these UTF-8. */
function wholeCharacters(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function tooLarge(size: number): OpenError {
  return new OpenError(() => tooLargeMessage(size), false);
}

function explain(error: unknown): OpenError {
  const options = { cause: error };
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new OpenError(() => text.notFound, true, options);
    case 'EACCES':
    case 'EPERM':
      return new OpenError(() => text.noAccess, false, options);
    case null:
    default:
      return new OpenError(() => text.other(errorText(error)), false, options);
  }
}

/** What a file is called in titles and messages. */
export function fileName(file: string): string {
  return path.basename(file);
}
