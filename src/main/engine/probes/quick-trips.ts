/**
 * Echoes between hosts where nothing but routes and ECMP decides: networks of hosts and routers. Where a node sends
 * what is bound for a host is looked up once and kept as a number, and after a failure only those numbers are looked
 * up again that may have changed. Whatever needs more than that (an address that two nodes have) is left to the walk of
 * packets, whose rules these are (forwarding/walk.ts).
 */
import type { Address } from '../address';
import { ecmpMember, type Flow } from '../forwarding/flow';
import type { ForwardingPlane } from '../forwarding/plane';
import { ownerOnSegment } from '../routing/local-routes';
import { nodeAt } from '../topology/network';
import { MAX_TTL } from './ladder';
import type { RoundTrip } from './pair-change';
import type { Host } from './pairs';

/** What a node does with a packet for a host: the interface that receives it next, or one of these. */
const UNKNOWN = -1;
const ARRIVED = -2;
/** No route, or nobody there: the packet is lost. */
const LOST = -3;
/** From here down: the number of a set of receiving interfaces that share the load. */
const FIRST_SET = -4;

export class QuickTrips {
  private constructor(
    private readonly plane: ForwardingPlane,
    private readonly hosts: readonly Host[],
    /** By node. */
    private readonly hostAt: Int32Array,
    /** By node and host. */
    private readonly next: Int32Array,
    private readonly sets: (readonly number[])[],
    /** By interface: one way over the segment it receives from, ms, and its node. */
    private readonly latencies: Float64Array,
    private readonly nodes: Int32Array,
  ) {}

  /** Null where hosts have several addresses to send from, or packets are checked for their source. */
  static in(plane: ForwardingPlane, hosts: readonly Host[]): QuickTrips | null {
    const { interfaces, nodes, segments } = plane.network;
    const isFit =
      nodes.every(({ kind }) => kind === 'host' || kind === 'router') &&
      interfaces.every(({ nic, reversePathCheck }) => nic === null && !reversePathCheck) &&
      hosts.every(({ node }) => node.interfaces.length === 1);
    if (!isFit) return null;
    const hostAt = new Int32Array(nodes.length).fill(-1);
    hosts.forEach(({ node }, at) => (hostAt[node.index] = at));
    const next = new Int32Array(nodes.length * hosts.length).fill(UNKNOWN);
    const latencies = Float64Array.from(interfaces, ({ segment }) => segments[segment]?.latency ?? 0);
    const owners = Int32Array.from(interfaces, ({ node }) => node);
    return new QuickTrips(plane, hosts, hostAt, next, [], latencies, owners);
  }

  /** The same after a change, but for what nodes do that are told to `forget` it. Latencies must be the same. */
  after(plane: ForwardingPlane): QuickTrips {
    const { hosts, hostAt, next, sets, latencies, nodes } = this;
    return new QuickTrips(plane, hosts, hostAt, next.slice(), [...sets], latencies, nodes);
  }

  /** @param toward a host's node */
  forget(node: number, toward: number): void {
    const host = this.hostAt[toward] ?? -1;
    if (host !== -1) this.next[node * this.hosts.length + host] = UNKNOWN;
  }

  /** An echo and its answer, with every node passed and the host it passes it for; null where it is unusual. */
  trip(from: Host, to: Host, tell?: (node: number, toward: Host) => void): RoundTrip | null {
    const way: number[] = [];
    const there = this.walk(from, to, MAX_TTL, way, tell);
    if (there === null) return null;
    if (there === LOST || !to.node.answers) return NO_TRIP;
    const back = this.walk(to, from, to.node.initialTtl, way, tell);
    if (back === null) return null;
    return back === LOST ? NO_TRIP : { way, hops: way.length - 4, latency: there + back };
  }

  /** Adds the interfaces that receive the packet to the way. Its latency, or LOST; null where it is unusual. */
  private walk(
    from: Host,
    to: Host,
    ttl: number,
    way: number[],
    tell?: (node: number, toward: Host) => void,
  ): number | null {
    const { hostAt, hosts, latencies, next, nodes, plane } = this;
    const host = hostAt[to.node.index] ?? -1;
    const flow = { source: from.address, destination: to.address, ...ECHO };
    let node = from.node.index;
    let latency = 0;
    let isSender = true;
    way.push(-1 - node);
    for (let left = ttl; left >= 0; left--) {
      tell?.(node, to);
      const place = node * hosts.length + host;
      let receiver = next[place] ?? LOST;
      if (receiver === UNKNOWN) {
        receiver = this.lookUp(node, to.address);
        next[place] = receiver;
      }
      if (receiver === ARRIVED) return node === to.node.index && !isSender ? latency : null;
      if (!isSender && !nodeAt(plane.network, node).forwards) return LOST;
      if (receiver <= FIRST_SET) receiver = this.member(flow, node, receiver);
      if (receiver === LOST) return LOST;
      way.push(receiver);
      latency += latencies[receiver] ?? 0;
      node = nodes[receiver] ?? 0;
      isSender = false;
    }
    // Its TTL has run out.
    return LOST;
  }

  private member(flow: Flow, node: number, set: number): number {
    const members = this.sets[FIRST_SET - set] ?? [];
    return members[ecmpMember(flow, this.plane.salt(node), members.length)] ?? LOST;
  }

  private lookUp(node: number, destination: Address): number {
    const { network } = this.plane;
    if (this.plane.owns(node, destination)) return ARRIVED;
    const receivers = this.plane.control.nextHops(node, destination).map((hop) => {
      const receiver =
        hop.action === 'deliver' ? ownerOnSegment(network, hop.egress, destination) : hop.neighbor;
      return receiver === -1 ? LOST : receiver;
    });
    const [only = LOST] = receivers;
    return receivers.length <= 1 ? only : FIRST_SET - (this.sets.push(receivers) - 1);
  }
}

const NO_TRIP: RoundTrip = { way: null, hops: 0, latency: 0 };

const ECHO = { protocol: 'icmp', sourcePort: 0, destinationPort: 0 } as const;
