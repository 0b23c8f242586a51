/**
 * Terminal text: columns keep their places and scroll; sentences too long for the page, and words in the last column,
 * wrap below their beginning.
 */
import { Fragment, type CSSProperties, type JSX } from 'react';
import type { Names } from '../highlight/names';
import { Referenced } from '../highlight/Referenced';

/** Characters of a line that fit beside a picture. */
const FIT = 56;

/** Whether a line is made of words, not of columns: single blanks only, after its indentation. */
export function isProse(line: string): boolean {
  return line.length > FIT && !/\S {2,}\S/.test(line);
}

/** Several words, of which one begins with a small letter: no numbers and no headings. */
const WORDS = /\S \(?[a-z]{2}/;

/** Where the last column of a line begins that is made of words; null where there is none, or no room beside the others. */
export function wordsColumn(line: string): number | null {
  if (line.length <= FIT) return null;
  const [, before, last = ''] = /^(.*\S {2,})(\S.*)$/.exec(line) ?? [];
  return before !== undefined && before.length <= FIT && WORDS.test(last) ? before.length : null;
}

/** Whether a text has columns that would have to scroll beside a picture. */
export function isWide(text: string): boolean {
  return text.split('\n').some((line) => line.length > FIT && !isProse(line));
}

interface Props {
  readonly text: string;
  /** What its words name; null where no network is known. */
  readonly names: Names | null;
  /** The hop whose line is marked; null for none. */
  readonly hop: number | null;
}

export function TerminalText({ text, names, hop }: Props): JSX.Element {
  return (
    <>
      {text.split('\n').map((line, at) => {
        const indent = isProse(line) ? hanging(line) : wordsColumn(line);
        return (
          // Lines of a text have no identity but their place.
          <Fragment key={at}>
            {at === 0 ? '' : '\n'}
            {hop !== null && isHop(line, hop) ? (
              <mark className="terminal-hop" aria-current="step">
                <Referenced text={line} names={names} />
              </mark>
            ) : indent === null ? (
              <Referenced text={line} names={names} />
            ) : (
              <span className="terminal-prose" style={indented(indent)}>
                <Referenced text={line} names={names} />
              </span>
            )}
          </Fragment>
        );
      })}
    </>
  );
}

/** Whether a line tells of this hop: every tool that traces begins such lines with its number. */
function isHop(line: string, hop: number): boolean {
  return Number(/^ *(\d+) {2}/.exec(line)?.[1] ?? 0) === hop;
}

function indented(columns: number): CSSProperties & Readonly<Record<'--indent', string>> {
  return { '--indent': `${columns}ch` };
}

/** Columns by which the lines below the first are indented: as far as the first, and behind a mark of its own. */
function hanging(line: string): number {
  return /^ *(?:[-*] )?/.exec(line)?.[0].length ?? 0;
}
