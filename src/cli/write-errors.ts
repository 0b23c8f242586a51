/** What went wrong with a file, in words. */

const REASONS: Readonly<Record<string, string>> = {
  ENOTDIR: 'A part of the path is not a folder',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'The file or its folder may not be written (permission denied)',
  EPERM: 'The file or its folder may not be written (permission denied)',
  EROFS: 'The disk is read-only',
  ENOSPC: 'The disk is full',
};

/** @param missing what it means here that a part of the path does not exist */
export function writeFailure(error: unknown, missing: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return code === 'ENOENT' ? missing : (REASONS[code] ?? `It cannot be written (${code})`);
}
