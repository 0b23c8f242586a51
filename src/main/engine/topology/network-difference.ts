/** What differs between two networks of the same elements, such as before and after a link is shut down. */
import { sameValue } from '../same';
import type { Network } from './network';

export interface NetworkDifference {
  readonly nodes: ReadonlySet<number>;
  readonly interfaces: ReadonlySet<number>;
  readonly segments: ReadonlySet<number>;
}

/** Null where the networks do not have the same nodes, interfaces, addresses and segments under the same indexes. */
export function differenceOf(before: Network, after: Network): NetworkDifference | null {
  const nodes = new Set<number>();
  const interfaces = new Set<number>();
  const segments = new Set<number>();
  if (before.nodes.length !== after.nodes.length) return null;
  if (before.interfaces.length !== after.interfaces.length) return null;
  if (before.segments.length !== after.segments.length) return null;
  for (const [index, node] of after.nodes.entries()) {
    const old = before.nodes[index];
    if (old === node) continue;
    if (old?.name !== node.name || old.kind !== node.kind || !sameValue(old.interfaces, node.interfaces))
      return null;
    if (!sameValue(old, node)) nodes.add(index);
  }
  for (const [index, entry] of after.interfaces.entries()) {
    const old = before.interfaces[index];
    if (old === entry) continue;
    if (old?.name !== entry.name || old.node !== entry.node || old.segment !== entry.segment) return null;
    if (old.address !== entry.address || old.length !== entry.length) return null;
    if (!sameValue(old, entry)) interfaces.add(index);
  }
  for (const [index, segment] of after.segments.entries()) {
    const old = before.segments[index];
    if (old === segment) continue;
    if (old?.name !== segment.name || old.kind !== segment.kind || old.path !== segment.path) return null;
    if (!sameValue(old.owners, segment.owners) || !sameValue(old.interfaces, segment.interfaces)) return null;
    if (!sameValue(old, segment)) segments.add(index);
  }
  return { nodes, interfaces, segments };
}
