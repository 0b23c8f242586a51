/** The circuit that an MSEE belongs to. */
import type { Topology } from './model';

/** Its name; null for a node that is no MSEE. */
export function circuitOfMsee({ circuits }: Topology, msee: string): string | null {
  const found = Object.entries(circuits).find(
    ([, { primary, secondary }]) => primary.msee === msee || secondary?.msee === msee,
  );
  return found?.[0] ?? null;
}
