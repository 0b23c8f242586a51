/**
 * One packet's way through the network: at each node local delivery, reverse-path check, longest-prefix
 * match, TTL, choice of an ECMP member, next node. The order is that of RFC 1812 section 5.2.1 (the route is
 * looked up before TTL is checked) unless a device says otherwise.
 */
import type { Disposition } from '../../../shared/results';
import { isBroadcast, type Address } from '../address';
import { ownerOnSegment } from '../routing/local-routes';
import type { NextHop, Route } from '../routing/route';
import { interfaceAt, nodeAt, segmentAt, type NetworkInterface, type NetworkNode } from '../topology/network';
import { refusesForwarded, stoppedAtNic } from './azure-checks';
import { ecmpMember, type Flow } from './flow';
import type { ForwardingPlane } from './plane';
import type { Denial } from './security';

/** A packet that crosses this many nodes without spending TTL enough is in a loop of the fabric. */
const STEP_LIMIT = 1024;

/** Why a packet's way ended where it did. */
export type EndCause =
  | 'local'
  | 'ttl'
  | 'no-route'
  | 'discard'
  | 'internet'
  | 'no-neighbor'
  | 'broadcast'
  | 'reverse-path'
  | 'host-does-not-forward'
  /** A VNet takes over this peering only what its neighbour sends itself. */
  | 'forwarded-traffic'
  /** A security rule stopped it on its way into a NIC, or out of one. */
  | 'denied-in'
  | 'denied-out'
  | 'loop';

export interface Step {
  readonly node: number;
  /** Interface it came in by, -1 where it was sent. */
  readonly ingress: number;
  readonly route: Route | null;
  /** Index in route.nextHops, -1 where none was taken. */
  readonly chosen: number;
  /** Interface it leaves by, -1 where it does not go on (or leaves the model). */
  readonly egress: number;
  readonly neighbor: number;
  readonly ttlIn: number;
  readonly ttlOut: number;
  /** TTL was checked and spent here: a probe with less expires at this node. */
  readonly spent: boolean;
  /** The packet crosses this node inside a tunnel of the pipe model. */
  readonly inPipe: boolean;
  /** One way to the next node, ms. */
  readonly latency: number;
  /** NICs whose security groups have let this flow pass so far, and will let its answers pass. */
  readonly tracked: readonly number[];
  /** The security rule that stopped it here. */
  readonly denial: Denial | null;
  /** Null while the packet goes on. */
  readonly end: EndCause | null;
}

export interface PacketWalk {
  readonly flow: Flow;
  readonly steps: readonly Step[];
  readonly disposition: Disposition;
  readonly end: EndCause;
  readonly latency: number;
}

/** Picks a member of an ECMP set; by flow hash unless something else wants to see another branch. */
export type Chooser = (node: number, route: Route) => number;

interface Packet {
  node: number;
  ingress: number;
  /** Interface by which the node before sent it, -1 where it was sent. */
  sender: number;
  ttl: number;
  pipe: boolean;
  /** Came into a VNet through one of its gateways: its source is checked on delivery. */
  throughGateway: boolean;
  /** Decided by the VNet it comes from, which uses this one's gateways; null for everyone else. */
  transit: Pick<Step, 'route' | 'chosen'> | null;
  tracked: readonly number[];
}

/**
 * Sends a packet from a node and follows it to its end. An answer passes the security groups that let pass what it
 * answers (`tracked`): they are stateful.
 */
export function walkPacket(
  plane: ForwardingPlane,
  from: number,
  flow: Flow,
  ttl: number,
  isReply: boolean,
  choose: Chooser = (node, route) => hashChoice(plane, flow, node, route),
  tracked: readonly number[] = [],
): PacketWalk {
  const packet: Packet = {
    node: from,
    ingress: -1,
    sender: -1,
    ttl,
    pipe: false,
    throughGateway: false,
    transit: null,
    tracked,
  };
  const steps: Step[] = [];
  let latency = 0;
  for (;;) {
    const step =
      steps.length >= STEP_LIMIT ? ended(arrival(packet), 'loop') : stepAt(plane, packet, flow, choose);
    steps.push(step);
    latency += step.latency;
    if (step.end !== null) {
      const disposition = dispositionOf(step.end, steps, isReply);
      return { flow, steps, disposition, end: step.end, latency };
    }
    advance(plane, packet, step);
  }
}

/** The member a flow's hash takes; the salt is that of the node whose interface the packet leaves by. */
export function hashChoice(plane: ForwardingPlane, flow: Flow, node: number, route: Route): number {
  const egress = route.nextHops[0]?.egress ?? -1;
  // A spoke that uses its hub's gateways leaves by the hub's fabric, which does the hashing.
  const hashing = egress === -1 ? node : interfaceAt(plane.network, egress).node;
  return ecmpMember(flow, plane.salt(hashing), route.nextHops.length);
}

function stepAt(plane: ForwardingPlane, packet: Packet, flow: Flow, choose: Chooser): Step {
  const { network } = plane;
  const node = nodeAt(network, packet.node);
  const refused = stoppedAtNic(plane, packet, packet.ingress, 'inbound', flow);
  // One object, filled in on the way: packets take millions of steps.
  const step = arrival(packet);
  if (refused !== null) return denied(step, refused, 'denied-in');
  if (refusesForwarded(plane, packet, flow)) return ended(step, 'forwarded-traffic');
  const checked = packet.ingress !== -1 && interfaceAt(network, packet.ingress).reversePathCheck;
  if (checked && !plane.acceptsSource(node.index, flow.source)) return ended(step, 'reverse-path');
  if (plane.owns(node.index, flow.destination)) return ended(step, 'local');
  if (!node.forwards && packet.ingress !== -1) return ended(step, 'host-does-not-forward');
  const spends = spendsTtl(node, packet);
  const spendsFirst = spends && node.checksTtlFirst;
  if (spendsFirst && packet.ttl <= 1) return expired(step);
  const route = packet.transit?.route ?? routeAt(plane, packet, flow);
  if (route === undefined || route.nextHops.length === 0) {
    step.spent = spendsFirst;
    return ended(step, 'no-route');
  }
  const chosen = packet.transit?.chosen ?? choose(node.index, route);
  const hop = route.nextHops[chosen];
  if (hop === undefined) throw new RangeError(`no member ${chosen} of ${route.nextHops.length}`);
  step.route = route;
  step.chosen = chosen;
  if (hop.action === 'discard') {
    step.spent = spendsFirst;
    return ended(step, 'discard');
  }
  if (spends && packet.ttl <= 1) return expired(step);
  step.spent = spends;
  step.ttlOut = packet.ttl - (spends ? 1 : 0);
  if (hop.action === 'internet') return ended(step, 'internet');
  if (crossesPeering(packet, hop)) return passed(plane, step, hop.across, overPeering(plane, hop.across));
  const delivers = hop.action === 'deliver';
  if (delivers && node.kind === 'vnet' && packet.throughGateway) {
    if (!plane.acceptsSource(node.index, flow.source)) return ended(step, 'reverse-path');
  }
  const neighbor = delivers ? ownerOnSegment(network, hop.egress, flow.destination) : hop.neighbor;
  if (neighbor === -1) {
    const toAll = delivers && isSubnetBroadcast(interfaceAt(network, hop.egress), flow.destination);
    return ended(step, toAll ? 'broadcast' : 'no-neighbor');
  }
  const stopped = stoppedAtNic(plane, packet, hop.egress, 'outbound', flow);
  if (stopped !== null) return denied(step, stopped, 'denied-out');
  step.tracked = packet.tracked;
  return passed(plane, step, hop.egress, neighbor);
}

/** A step while it is being made. */
type Draft = { -readonly [Name in keyof Step]: Step[Name] };

function ended(step: Draft, end: EndCause): Step {
  step.end = end;
  return step;
}

function denied(step: Draft, denial: Denial, end: EndCause): Step {
  step.denial = denial;
  return ended(step, end);
}

function expired(step: Draft): Step {
  step.spent = true;
  step.ttlOut = 0;
  return ended(step, 'ttl');
}

function passed(plane: ForwardingPlane, step: Draft, egress: number, neighbor: number): Step {
  step.egress = egress;
  step.neighbor = neighbor;
  step.latency = latencyInto(plane, neighbor);
  return step;
}

/** A fabric looks up what a NIC sends in the table of the NIC's subnet, all else in its own. */
function routeAt(plane: ForwardingPlane, { node, sender }: Packet, { destination }: Flow): Route | undefined {
  const nic = sender === -1 ? null : interfaceAt(plane.network, sender).nic;
  const fabric = nodeAt(plane.network, node).kind === 'vnet';
  return fabric && nic !== null ? plane.effectiveRoute(nic, destination) : plane.route(node, destination);
}

function crossesPeering(packet: Packet, hop: NextHop): boolean {
  return hop.across !== -1 && packet.transit === null;
}

/** The interface by which a packet enters the fabric of the peered VNet whose gateways are used. */
function overPeering(plane: ForwardingPlane, egress: number): number {
  const { segment } = interfaceAt(plane.network, egress);
  const neighbor = segmentAt(plane.network, segment).interfaces.find((index) => index !== egress);
  if (neighbor === undefined) throw new RangeError(`peering of interface ${egress} has one end`);
  return neighbor;
}

/** Routers do not pass on directed broadcasts (RFC 2644), hosts do not answer them (RFC 1122 section 3.2.2.6). */
function isSubnetBroadcast({ address, length }: NetworkInterface, destination: Address): boolean {
  return address !== null && isBroadcast({ address, length }, destination);
}

/** The sender, a VNet's fabric and VPN gateways inside a pipe spend none (RFC 3443 section 3). */
function spendsTtl(node: NetworkNode, packet: Packet): boolean {
  if (packet.ingress === -1 || node.kind === 'vnet') return false;
  return !(node.kind === 'vpn-gateway' && packet.pipe);
}

/** One way over the segment of the receiving interface, ms. */
function latencyInto(plane: ForwardingPlane, neighbor: number): number {
  const { segment } = interfaceAt(plane.network, neighbor);
  return segment === -1 ? 0 : segmentAt(plane.network, segment).latency;
}

function advance(plane: ForwardingPlane, packet: Packet, step: Step): void {
  const { network } = plane;
  const { node: next } = interfaceAt(network, step.neighbor);
  const here = nodeAt(network, step.node);
  const there = nodeAt(network, next);
  const hop = step.route?.nextHops[step.chosen];
  packet.transit = hop !== undefined && crossesPeering(packet, hop) ? step : null;
  if (interfaceAt(network, step.egress).tunnelTtl === 'pipe') packet.pipe = true;
  if (there.kind !== 'vpn-gateway') packet.pipe = false;
  const isGateway = here.kind === 'vpn-gateway' || here.kind === 'er-gateway';
  packet.throughGateway = there.kind === 'vnet' && (isGateway || packet.throughGateway);
  packet.node = next;
  packet.ingress = step.neighbor;
  packet.sender = step.egress;
  packet.tracked = step.tracked;
  packet.ttl = step.ttlOut;
}

/** A step before anything is known but how the packet came in. */
function arrival(packet: Packet): Draft {
  return {
    node: packet.node,
    ingress: packet.ingress,
    route: null,
    chosen: -1,
    egress: -1,
    neighbor: -1,
    ttlIn: packet.ttl,
    ttlOut: packet.ttl,
    spent: false,
    inPipe: packet.pipe,
    latency: 0,
    tracked: packet.tracked,
    denial: null,
    end: null,
  };
}

function dispositionOf(end: EndCause, steps: readonly Step[], isReply: boolean): Disposition {
  switch (end) {
    case 'local':
      return 'ACCEPTED';
    case 'ttl':
      return visitsTwice(steps) ? 'LOOP' : 'TTL_EXCEEDED';
    case 'loop':
      return 'LOOP';
    case 'no-route':
      return 'NO_ROUTE';
    case 'discard':
    case 'host-does-not-forward':
      return 'NULL_ROUTED';
    case 'internet':
      return 'EXITS_NETWORK';
    case 'no-neighbor':
      return 'NEIGHBOR_UNREACHABLE';
    case 'broadcast':
      return steps.length === 1 ? 'DELIVERED_TO_SUBNET' : 'DENIED_OUT';
    case 'denied-in':
    case 'forwarded-traffic':
      return 'DENIED_IN';
    case 'denied-out':
      return 'DENIED_OUT';
    case 'reverse-path':
      return isReply ? 'REPLY_FILTERED' : 'DENIED_IN';
  }
}

function visitsTwice(steps: readonly Step[]): boolean {
  const seen = new Set<string>();
  return steps.some((step) => {
    const key = `${step.node} ${step.ingress}`;
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}
