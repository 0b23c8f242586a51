/** Which nodes can meet: those that wires, tunnels or Azure join, over however many others. */
import { splitContext } from '../contexts';
import type { Topology } from '../model';
import { domainsOf } from './domains';

/** All of Azure counts as one. */
const AZURE = '';

/**
 * For every router and host the name of its part of the network. Without VRFs all is one part: two places with one
 * address that do not meet today are a slip more often than meant. With VRFs, one address in parts that never meet
 * is what they are for.
 */
export function partsOf(topology: Topology): (node: string) => string {
  const { routers, hosts, connections, circuits } = topology;
  if (Object.keys(routers).every((name) => splitContext(name) === null)) return () => AZURE;
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    // So that long chains of links are gone along once.
    if (root !== node) parents.set(node, root);
    return root;
  };
  const join = (one: string, other: string): void => {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a !== b) parents.set(a, b);
  };
  for (const { members } of domainsOf(topology))
    for (const { node } of members) join(node, members[0]?.node ?? node);
  for (const { ends } of Object.values(connections))
    for (const { node } of ends) join(node, routers[node] === undefined ? AZURE : ends[0].node);
  for (const { primary, secondary } of Object.values(circuits))
    for (const path of [primary, secondary]) if (path?.customer != null) join(path.customer.node, AZURE);
  for (const [name, { vnet }] of Object.entries(hosts)) if (vnet !== null) join(name, AZURE);
  for (const [name, { interfaces }] of Object.entries(routers))
    if (Object.values(interfaces).some(({ vnet }) => vnet !== null)) join(name, AZURE);
  return rootOf;
}
