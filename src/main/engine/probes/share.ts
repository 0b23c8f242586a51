/** A share of the work of a question that is too large for one machine: the first, second ... of so many parts. */
export interface Share {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

export const WHOLE: Share = { index: 1, count: 1 };

/** The items of a share: the same number in each, give or take one, and in order. */
export function shareOf<T>(items: readonly T[], { index, count }: Share): readonly T[] {
  const start = Math.floor(((index - 1) * items.length) / count);
  return items.slice(start, Math.floor((index * items.length) / count));
}
