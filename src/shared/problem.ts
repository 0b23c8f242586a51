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

/** Characters of a word that a message quotes at most, and of a whole message. Names are shorter, lists may be long. */
const LONGEST_WORD = 100;
const LONGEST_MESSAGE = 1000;

/** Any run without a space; Japanese sentences have none and are no such words. */
const LONG_WORD = new RegExp(String.raw`[^\s\u2e80-\uffef]{${LONGEST_WORD + 1},}`, 'gu');

/** A message that quotes what somebody wrote, however much that was, in a length that can be read. */
export function readable(message: string): string {
  const text = message.replaceAll(LONG_WORD, (word) => {
    // The closing quote and what follows it; to look further back would take long for a word of nothing but marks.
    const [marks = ''] = /["'`)\],.:;]*$/.exec(word.slice(-2)) ?? [];
    return `${word.slice(0, LONGEST_WORD)}…${marks}`;
  });
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text;
}

/** `file:line:column: error: message (hint)`, the form compilers and editors understand. */
export function formatProblem(file: string, problem: Problem, lineOffset = 0): string {
  const hint = problem.hint === undefined ? '' : ` (${problem.hint})`;
  // What a message quotes may hold line breaks; a problem is one line.
  const said = readable(`${problem.message}${hint}`).replaceAll(/\s*[\r\n]\s*/g, ' ');
  return `${file}:${problem.line + lineOffset}:${problem.column}: ${problem.severity}: ${said}`;
}
