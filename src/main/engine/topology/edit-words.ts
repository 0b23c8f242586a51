/** A line of an edit cell as words with their columns, and what can be wrong with one of them. */
import type { Problem } from '../../../shared/problem';

export interface Word {
  readonly text: string;
  /** From 1. */
  readonly column: number;
}

/** Thrown inside the parser of a line, caught where it ends. */
export class LineError extends Error {
  constructor(
    message: string,
    readonly word: Word,
    readonly hint?: string,
  ) {
    super(message);
  }

  problem(): Problem {
    const { column, text } = this.word;
    const hint = this.hint === undefined ? {} : { hint: this.hint };
    return {
      severity: 'error',
      message: this.message,
      ...hint,
      line: 1,
      column,
      endLine: 1,
      endColumn: column + text.length,
    };
  }
}

/** Cuts a comment off: `#` at the start or after a space, outside quotes. */
export function withoutComment(line: string): string {
  let quote = '';
  for (let index = 0; index < line.length; index++) {
    const character = line[index]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && /(^|[\s[{,:])$/.test(line.slice(0, index)))
      quote = character;
    else if (character === '#' && (index === 0 || /\s/.test(line[index - 1]!))) return line.slice(0, index);
  }
  return line;
}

export function wordsOf(line: string): Word[] {
  return [...withoutComment(line).matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    column: match.index + 1,
  }));
}

/** The place behind the last word, where a missing one should stand. */
export function behind(words: readonly Word[]): Word {
  const last = words.at(-1);
  return { text: '', column: last === undefined ? 1 : last.column + last.text.length };
}
