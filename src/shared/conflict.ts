/** What Git leaves in a file that two people changed: both sides between lines of marks. */

const BEGIN = /^<{7}(?: |$)/;
const MIDDLE = /^={7}$/;
const END = /^>{7}(?: |$)/;

/** The lines, from 1, at which conflicts begin: those with a middle and an end. */
export function conflictLines(text: string): readonly number[] {
  const found: number[] = [];
  let begun: number | null = null;
  let parted = false;
  for (const [index, source] of text.split('\n').entries()) {
    const line = source.endsWith('\r') ? source.slice(0, -1) : source;
    if (BEGIN.test(line)) {
      begun = index + 1;
      parted = false;
    } else if (begun !== null && MIDDLE.test(line)) parted = true;
    else if (begun !== null && parted && END.test(line)) {
      found.push(begun);
      begun = null;
    }
  }
  return found;
}

/** The lines, from 1, that are marks of a conflict, also where only a part of one stands in the text. */
export function markerLines(text: string): readonly number[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const marks = (pattern: RegExp): number[] =>
    lines.flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));
  const outer = [...marks(BEGIN), ...marks(END)];
  // Seven equals signs alone underline a heading.
  return outer.length === 0 ? [] : [...outer, ...marks(MIDDLE)].toSorted((a, b) => a - b);
}
