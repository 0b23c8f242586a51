/**
 * Next hops as the ends of sessions see them: whose address one is, and what it costs to reach. Answers are kept,
 * because every announcement asks and there are far fewer sessions than announcements.
 */
import { prefixContains, prefixOf, type Address, type Prefix } from '../address';
import { sameValue } from '../same';
import { PASS_ALL } from './route-map';
import { interfaceAt, nodeAt, type Network, type NetworkInterface } from '../topology/network';
import type { Sessions, Speaker } from './bgp-sessions';

/** Cost of reaching a next hop, or why it is not taken. */
type Cost = number | 'own-next-hop' | 'next-hop-unreachable';

const NO_ADDRESS = -1;

export class NextHops {
  /** The addresses that were looked up, by node. */
  readonly asked = new Map<number, Set<Address>>();
  /** By session: the next hop asked for last and its cost. Most sessions only ever carry one. */
  private readonly lastHop: Float64Array;
  private readonly lastCost: Cost[];
  /** By session: the subnet of the sender's end; null where that end has no address of its own. */
  private readonly senderSubnet: readonly (Prefix | null)[];
  /** By speaker: cost by address, null for unreachable. */
  private readonly costs: readonly Map<Address, number | null>[];

  /** @param costTo what it costs a node to reach an address; null if it cannot */
  constructor(
    private readonly network: Network,
    private readonly speakers: readonly Speaker[],
    private readonly sessions: Sessions,
    private readonly costTo: (node: number, address: Address) => number | null,
  ) {
    this.lastHop = new Float64Array(sessions.length).fill(NO_ADDRESS);
    this.lastCost = sessions.map(() => 0);
    this.costs = speakers.map(() => new Map());
    this.senderSubnet = sessions.map((session) => {
      const own = session && this.ownInterface(this.nodeOf(session.from), session.fromAddress);
      return own?.address == null ? null : prefixOf({ address: own.address, length: own.length });
    });
  }

  /** What a next hop costs the receiver of a session, or why it does not take it. */
  cost(session: number, nextHop: Address): Cost {
    const known = this.lastCost[session];
    if (known !== undefined && this.lastHop[session] === nextHop) return known;
    const cost = this.lookUp(session, nextHop);
    this.lastHop[session] = nextHop;
    this.lastCost[session] = cost;
    return cost;
  }

  /** Whether an address lies in the subnet of the sender's end of a session. */
  isBesideSender(session: number, address: Address): boolean {
    const subnet = this.senderSubnet[session];
    return subnet != null && prefixContains(subnet, address);
  }

  /** Asks all that was asked before; by speaker, the addresses for which it gets another answer. */
  askAgain(before: NextHops): Map<number, Address[]> {
    const found = new Map<number, Address[]>();
    for (const [speaker, { node }] of this.speakers.entries()) {
      for (const [address, cost] of before.costs[speaker] ?? []) {
        if (this.ask(speaker, node, address) === cost) continue;
        found.set(speaker, [...(found.get(speaker) ?? []), address]);
      }
    }
    return found;
  }

  /** Whether a route on a session may have this next hop: an external one that no policy names is beside the sender. */
  mayCarry(index: number, address: Address): boolean {
    const session = this.sessions[index];
    if (session == null) return false;
    const isNamed = session.in !== PASS_ALL || session.out !== PASS_ALL;
    if (session.type === 'ibgp' || isNamed) return true;
    return session.fromAddress === address || this.isBesideSender(index, address);
  }

  /** Whether the sender's end of a session is in the same subnet as before. */
  isBesideSame(session: number, before: NextHops): boolean {
    return sameValue(this.senderSubnet[session] ?? null, before.senderSubnet[session] ?? null);
  }

  private lookUp(index: number, nextHop: Address): Cost {
    const session = this.sessions[index];
    if (session == null) throw new RangeError(`no session ${index}`);
    const node = this.nodeOf(session.to);
    // RFC 4271 section 5.1.3: nobody takes a route whose next hop is an address of its own.
    if (this.ownInterface(node, nextHop) !== undefined) return 'own-next-hop';
    if (session.direct !== null && nextHop === session.fromAddress) return 0;
    // RFC 4271 section 5.1.3: of an external neighbour one hop away the next hop shares a subnet with the receiver.
    if (session.isOneHop && !this.isConnected(node, nextHop)) return 'next-hop-unreachable';
    return this.ask(session.to, node, nextHop) ?? 'next-hop-unreachable';
  }

  /** What a speaker's node has to pay for an address; null where it cannot reach it. */
  private ask(speaker: number, node: number, address: Address): number | null {
    const known = this.costs[speaker];
    if (known === undefined) throw new RangeError(`no speaker ${speaker}`);
    let cost = known.get(address);
    if (cost === undefined) {
      cost = this.costTo(node, address);
      known.set(address, cost);
      const asked = this.asked.get(node);
      if (asked === undefined) this.asked.set(node, new Set([address]));
      else asked.add(address);
    }
    return cost;
  }

  private nodeOf(speaker: number): number {
    return this.speakers[speaker]?.node ?? -1;
  }

  private isConnected(node: number, address: Address): boolean {
    return nodeAt(this.network, node).interfaces.some((index) => {
      const { up, address: own, length } = interfaceAt(this.network, index);
      return up && own !== null && prefixContains(prefixOf({ address: own, length }), address);
    });
  }

  /** The node's interface with this address, if it is up. */
  private ownInterface(node: number, address: Address): NetworkInterface | undefined {
    for (const index of nodeAt(this.network, node).interfaces) {
      const entry = interfaceAt(this.network, index);
      if (entry.up && entry.address === address) return entry;
    }
    return undefined;
  }
}
