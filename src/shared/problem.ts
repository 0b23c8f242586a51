/**
 * A problem found in what a person wrote: what, where, why and what to do.
 * Lines and columns start at 1 and count within the text that was read (a cell's text or a file); line 0 of a cell
 * is what follows its kind on the fence.
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** What is wrong, in one sentence without a final full stop. */
  readonly message: string;
  /** What to do about it, where that is known. */
  readonly hint?: string;
  readonly line: number;
  readonly column: number;
  /** Exclusive end, where it is known. */
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A value, or the problems that kept it from being made. Warnings may accompany a value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `file:line:column: error: message (hint)`, the form compilers and editors understand. */
export function formatProblem(file: string, problem: Problem, lineOffset = 0): string {
  const hint = problem.hint === undefined ? '' : ` (${problem.hint})`;
  // What a message quotes may hold line breaks; a problem is one line.
  const said = `${problem.message}${hint}`.replaceAll(/\s*[\r\n]\s*/g, ' ');
  return `${file}:${problem.line + lineOffset}:${problem.column}: ${problem.severity}: ${said}`;
}
