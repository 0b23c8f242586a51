/** What Azure checks at NICs and peerings: security groups, which are stateful, and forwarded traffic. */
import { prefixContains } from '../address';
import { interfaceAt, nodeAt, segmentAt } from '../topology/network';
import type { Flow } from './flow';
import type { ForwardingPlane } from './plane';
import type { Denial } from './security';

/** A packet where it is checked. */
export interface CheckedPacket {
  readonly node: number;
  readonly ingress: number;
  /** It came into a VNet through one of its gateways. */
  readonly throughGateway: boolean;
  /** NICs whose security groups have let the flow pass. */
  tracked: readonly number[];
}

/**
 * The rule that stops a packet at a NIC; null where it passes, and is tracked from then on: a flow that a NIC has let
 * pass passes it in either direction. @param index an interface, -1 for none
 */
export function stoppedAtNic(
  plane: ForwardingPlane,
  packet: CheckedPacket,
  index: number,
  direction: 'inbound' | 'outbound',
  flow: Flow,
): Denial | null {
  const nic = index === -1 ? null : interfaceAt(plane.network, index).nic;
  if (nic === null || nic.nsgs.length === 0 || packet.tracked.includes(index)) return null;
  const denial = plane.denial(nic, direction, flow);
  if (denial === null) packet.tracked = [...packet.tracked, index];
  return denial;
}

/**
 * Over a peering a VNet takes what the other VNet's own addresses send and what comes through its gateways; what an
 * appliance there forwards only with `allowForwardedTraffic`.
 */
export function refusesForwarded(plane: ForwardingPlane, packet: CheckedPacket, flow: Flow): boolean {
  if (packet.ingress === -1 || packet.throughGateway) return false;
  const { segment } = interfaceAt(plane.network, packet.ingress);
  if (segment === -1 || segmentAt(plane.network, segment).kind !== 'peering') return false;
  const { topology } = plane.control;
  const { name } = nodeAt(plane.network, packet.node);
  const ends = topology.peerings[segmentAt(plane.network, segment).name]?.ends ?? [];
  const own = ends.find(({ vnet }) => vnet === name);
  const other = ends.find(({ vnet }) => vnet !== name);
  const space = topology.vnets[other?.vnet ?? '']?.addressSpace ?? [];
  const isOwn = space.some((prefix) => prefixContains(prefix, flow.source));
  return own?.allowForwardedTraffic === false && !isOwn;
}
