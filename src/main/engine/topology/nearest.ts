/** "Did you mean": the candidate closest to what was typed. */
import { strings } from '../../../shared/strings';

const said = strings.reasons.commands;

/** Edits that turn `a` into `b` (insert, delete, replace, swap neighbours), or `limit + 1` when more. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** The nearest candidate within about a third of its letters, or null. The first of equals wins. */
export function nearest(typed: string, candidates: Iterable<string>): string | null {
  const wanted = typed.slice(0, 64).toLowerCase();
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  for (const candidate of candidates) {
    const found = distance(wanted, candidate.toLowerCase(), limit);
    if (found <= limit) {
      best = candidate;
      if (found === 0) break;
      limit = found - 1;
    }
  }
  return best;
}

/** The only candidate that begins with what was typed, or null. */
function begun(typed: string, candidates: readonly string[]): string | null {
  const start = typed.toLowerCase();
  const [found, ...others] = candidates.filter((each) => each.toLowerCase().startsWith(start));
  return start === '' || found === undefined || others.length > 0 ? null : found;
}

/** A hint: the nearest candidate, else a list of the first few. */
export function suggest(typed: string, candidates: readonly string[]): string | undefined {
  const found = nearest(typed, candidates) ?? begun(typed, candidates);
  if (found !== null) return said.didYouMean(found);
  if (candidates.length === 0) return undefined;
  return said.thereAre(candidates.slice(0, 12), candidates.length > 12);
}
