/** Lines of a text as CommonMark counts them (LF, CRLF or a lone CR ends one), in linear time and without copies. */

export interface Line {
  /** Offset of its first character. */
  readonly start: number;
  /** Offset of its line ending, or of the end of the text. */
  readonly end: number;
  /** Offset of the next line; equal to `end` where the last line has no line ending. */
  readonly next: number;
}

/** Every line from an offset on that is the start of a line. No line follows a final line ending. */
export function* linesFrom(text: string, offset: number): Generator<Line> {
  // Each search result is kept until passed: a text without CR is searched for one only once.
  let lf = -1;
  let cr = -1;
  let start = offset;
  while (start < text.length) {
    if (lf < start) lf = indexOrEnd(text, '\n', start);
    if (cr < start) cr = indexOrEnd(text, '\r', start);
    const end = Math.min(lf, cr);
    const pair = end === cr && lf === cr + 1 && lf < text.length;
    const next = Math.min(end + (pair ? 2 : 1), text.length);
    yield { start, end, next };
    start = next;
  }
}

function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index === -1 ? text.length : index;
}

/** How many line endings the text has before an offset. */
export function countLineBreaks(text: string, before = text.length): number {
  let count = 0;
  for (const line of linesFrom(text, 0)) {
    if (line.next > before || line.next === line.end) break;
    count += 1;
  }
  return count;
}

export function endsWithLineBreak(text: string): boolean {
  return text.endsWith('\n') || text.endsWith('\r');
}

/** True if the text's last line is empty or holds only blanks, or if there is no text. */
export function endsWithBlankLine(text: string): boolean {
  let at = text.length;
  if (text.endsWith('\r\n')) at -= 2;
  else if (endsWithLineBreak(text)) at -= 1;
  else return at === 0;
  while (at > 0 && isBlankUnit(text.charCodeAt(at - 1))) at -= 1;
  return at === 0 || endsWithLineBreak(text.slice(at - 1, at));
}

/** Space or tab: the only characters a blank line may hold (CommonMark 0.31 section 2.1). */
export function isBlankUnit(unit: number): boolean {
  return unit === 32 || unit === 9;
}

/** The line ending most lines have; LF where there is a tie. */
export function dominantEol(text: string): '\n' | '\r\n' {
  let lf = 0;
  let crlf = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (at > 0 && text.charCodeAt(at - 1) === 13) crlf += 1;
    else lf += 1;
  }
  return crlf > lf ? '\r\n' : '\n';
}
