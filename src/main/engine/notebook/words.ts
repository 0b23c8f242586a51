/** Lines of a cell as words with their columns, for the small languages of console and expect cells. */
import type { Problem } from '../../../shared/problem';

export interface Word {
  readonly text: string;
  /** From 1. */
  readonly column: number;
}

/** Words between blanks; a word that begins with `#` begins a comment. */
export function wordsOf(line: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of line.matchAll(/[^ \t]+/g)) {
    if (match[0].startsWith('#')) break;
    words.push({ text: match[0], column: match.index + 1 });
  }
  return words;
}

/** An error in a line of a cell at a word, or at a place where one is missing. */
export function errorAt(
  line: number,
  word: { readonly column: number; readonly text?: string },
  message: string,
  hint?: string,
): Problem {
  const end = word.text === undefined ? {} : { endLine: line, endColumn: word.column + word.text.length };
  return {
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    line,
    column: word.column,
    ...end,
  };
}

/** At most this many commands or checks are carried out in one cell. */
export const COMMAND_LIMIT = 1000;
