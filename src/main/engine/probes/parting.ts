/** Where the ways of one packet through two networks part. */
import type { DirectionDecision, Parting, Walk, WalkStep } from '../../../shared/results';

/** Null where both ways are the same, node by node and link by link. */
export function partingOf(before: Walk, after: Walk, direction: Parting['direction']): Parting | null {
  const steps = Math.max(before.steps.length, after.steps.length);
  for (let at = 0; at < steps; at += 1) {
    const old = decisionAt(before.steps, at);
    const now = decisionAt(after.steps, at);
    if (old === null || now === null) return null;
    if (old.next === now.next && old.link === now.link) continue;
    const spent = before.steps.slice(0, at + 1).filter(({ spendsTtl }) => spendsTtl).length;
    return { direction, hop: spent + 1, before: old, after: now };
  }
  return null;
}

function decisionAt(steps: readonly WalkStep[], at: number): DirectionDecision | null {
  const step = steps[at];
  if (step === undefined) return null;
  const { node, route, link } = step;
  return { node, route, next: steps[at + 1]?.node ?? null, link };
}
