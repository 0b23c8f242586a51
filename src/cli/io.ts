/** What the command line needs of the world; tests hand in their own. */
export type FileText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

export interface Io {
  readonly version: string;
  /** The text of a file, or why it cannot be had, in one sentence. */
  readonly read: (file: string) => FileText;
  /** Writes files (contents by relative path) into a folder; why it cannot, or null. */
  readonly writeFolder: (
    folder: string,
    files: ReadonlyMap<string, string | Uint8Array>,
    force: boolean,
  ) => string | null;
  /** Writes a file whole or not at all; why it cannot, or null. */
  readonly writeFile: (file: string, text: string, force: boolean) => string | null;
  /** An SVG document as PNG; absent where no PNG was asked for. */
  readonly png?: ((svg: string) => Uint8Array) | undefined;
  /** A variable of the environment. */
  readonly environment?: (name: string) => string | undefined;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * 0: all is well. 1: an expectation does not hold or a cell is in error. 2: the question itself was wrong (a
 * file, an option, a name).
 */
export type ExitCode = 0 | 1 | 2;

/** Nothing a notebook holds may steer the reader's terminal: other control characters become a mark. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for.
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\uFFFD');
}
