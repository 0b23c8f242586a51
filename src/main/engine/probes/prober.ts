/** Who probes whom: finds the source and target of a command by name or address. */
import type { ProbeView, TargetNode } from '../../../shared/results';
import { formatAddress, parseAddress, specialUse, type Address } from '../address';
import type { Flow } from '../forwarding/flow';
import type { ForwardingPlane } from '../forwarding/plane';
import { interfaceAt, nodeAt, type NetworkNode } from '../topology/network';

export interface Prober {
  readonly node: NetworkNode;
  readonly flow: Flow;
  readonly view: ProbeView;
}

export type TargetError =
  | { readonly error: 'unknown-name' | 'no-source-address' }
  /** What the address is, if not one of a host. */
  | { readonly error: 'not-a-host'; readonly what: string };

/** The address of a node known by name: its first interface that has one. */
export function addressOf(plane: ForwardingPlane, name: string): Address | null {
  const index = plane.network.nodeByName.get(name);
  if (index === undefined) return null;
  for (const at of nodeAt(plane.network, index).interfaces) {
    const { address } = interfaceAt(plane.network, at);
    if (address !== null) return address;
  }
  return null;
}

/** Sets up an ICMP probe from a node to a target given by name or address. */
export function aim(plane: ForwardingPlane, source: number, target: string): Prober | TargetError {
  const node = nodeAt(plane.network, source);
  const numeric = parseAddress(target);
  const destination = numeric ?? addressOf(plane, target);
  if (destination === null) return { error: 'unknown-name' };
  // A node's own addresses hold its loopback as well.
  const special = plane.owns(source, destination) ? null : specialUse(destination);
  if (special !== null) return { error: 'not-a-host', what: special };
  const flow = echoFlow(plane, source, destination);
  if (flow === null) return { error: 'no-source-address' };
  return {
    node,
    flow,
    view: {
      source: node.name,
      sourceAddress: formatAddress(flow.source),
      target,
      targetAddress: formatAddress(destination),
      targetName: numeric === null ? target : null,
      targetNode: targetNodeOf(plane, destination),
      protocol: 'icmp',
    },
  };
}

/** Who has an address. */
function targetNodeOf({ network }: ForwardingPlane, address: Address): TargetNode | null {
  const index = network.nodeByAddress.get(address);
  return index === undefined ? null : asTarget(nodeAt(network, index));
}

export function asTarget({ name, kind, area }: NetworkNode): TargetNode {
  return { name, kind, area };
}

/** The flow of echoes from a node to an address; null where it has no address to send from. */
export function echoFlow(plane: ForwardingPlane, node: number, destination: Address): Flow | null {
  const source = sourceAddressOf(plane, nodeAt(plane.network, node), destination);
  if (source === null) return null;
  return { source, destination, protocol: 'icmp', sourcePort: 0, destinationPort: 0 };
}

/** A node sends from the interface its route leaves by (RFC 1122 section 3.3.4.3), else from its first one. */
function sourceAddressOf(plane: ForwardingPlane, node: NetworkNode, destination: Address): Address | null {
  if (plane.owns(node.index, destination)) return destination;
  const egress = plane.route(node.index, destination)?.nextHops[0]?.egress ?? -1;
  const preferred = egress === -1 ? null : interfaceAt(plane.network, egress).address;
  return preferred ?? addressOf(plane, node.name);
}
