/** Joins what the shares of a question came to: the result is the one that the whole question has. */
import { z } from 'zod';
import type { FailuresResult, MatrixResult, ReachResult } from '../../../shared/results';

export type SharedResult = FailuresResult | MatrixResult | ReachResult;

const pairs = z.array(z.object({ from: z.string(), to: z.string() }));
const count = z.int().min(0);
const allPairs = { hosts: z.array(z.object({ name: z.string() })), pairs, hostsLeftOut: count };
const failures = z.array(
  z.object({
    element: z.string(),
    lost: pairs,
    gained: pairs,
    changed: pairs,
    longer: pairs,
    problem: z.string().nullable(),
  }),
);
const doubles = z.object({
  tried: count,
  failures: z.array(z.object({ elements: z.array(z.string()), lost: pairs })),
});

/** As far as joining and printing rely on it. */
const sharedResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reach'), ...allPairs }),
  z.object({ kind: z.literal('matrix'), ...allPairs }),
  z.object({
    kind: z.literal('failures'),
    each: z.enum(['link', 'node', 'interface']),
    pairs: count,
    reaching: count,
    failures,
    listed: z.boolean(),
    doubles: doubles.nullable(),
    elementsLeftOut: count,
    hostsLeftOut: count,
  }),
]);

/** Whether a value read from somewhere is a result that shares can have. */
export function isSharedResult(value: unknown): value is SharedResult {
  return sharedResult.safeParse(value).success;
}

/** @param results of all shares of one question, the first share's first; null where they are not of one kind */
export function mergeShares(results: readonly SharedResult[]): SharedResult | null {
  const [first] = results;
  if (first === undefined || results.some(({ kind }) => kind !== first.kind)) return null;
  if (first.kind !== 'failures')
    return { ...first, pairs: results.flatMap((each) => (each.kind === first.kind ? each.pairs : [])) };
  const all = results.flatMap((each) => (each.kind === 'failures' ? [each] : []));
  const twos = all.flatMap((each) => each.doubles ?? []);
  return {
    ...first,
    failures: byLoss(all.flatMap((each) => each.failures)),
    doubles:
      first.doubles === null
        ? null
        : {
            tried: twos.reduce((sum, { tried }) => sum + tried, 0),
            failures: byLoss(twos.flatMap((each) => each.failures)),
          },
  };
}

/** What costs most pairs first; of equals in the order they were tried. */
export function byLoss<F extends { readonly lost: readonly unknown[] }>(found: readonly F[]): F[] {
  return found.toSorted((a, b) => b.lost.length - a.lost.length);
}
