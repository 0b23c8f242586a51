/** The calls to the disk that documents make, as an interface: tests let any one of them fail. */
import * as nodeFileSystem from 'node:fs/promises';

export type FileSystem = Pick<
  typeof nodeFileSystem,
  'access' | 'lstat' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'readlink' | 'rename' | 'stat' | 'unlink'
>;

export const fileSystem: FileSystem = nodeFileSystem;

/** The error code of a failed system call (`ENOENT`, ...), null for any other value. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Null where what was asked for is not there. */
export async function ifExists<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
