/** The one place where two texts differ, so that an editor changes only that and the caret stays in sense. */
export interface ReplacedRange {
  /** Offsets in the old text; end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

export function replacedRange(before: string, after: string): ReplacedRange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, replacement: after.slice(start, after.length - tail) };
}
