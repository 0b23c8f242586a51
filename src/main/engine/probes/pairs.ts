/** Echoes between all pairs of hosts: what `reach`, `matrix`, `fail each` and the checks look at. */
import type { PairHost, PairView } from '../../../shared/results';
import { formatAddress, type Address } from '../address';
import type { PacketWalk } from '../forwarding/walk';
import type { Simulation } from '../simulation';
import { nodeAt, type NetworkNode } from '../topology/network';
import { answerAt, endAnswer, type Answer } from './answer';
import { addressOf, echoFlow } from './prober';
import { Ladder } from './ladder';
import { roundTrip } from './rtt';

export interface Hosts {
  readonly hosts: readonly Host[];
  /** Hosts beyond the limit. */
  readonly leftOut: number;
}

export interface Host {
  readonly node: NetworkNode;
  readonly address: Address;
}

/** The hosts of a network, those of one VNet or site together, in the order in which these come first. */
export function hostsOf({ plane }: Simulation, limit: number): Hosts {
  const byArea = new Map<string, Host[]>();
  for (const node of plane.network.nodes) {
    if (node.kind !== 'host') continue;
    const address = addressOf(plane, node.name);
    if (address === null) continue;
    const area = areaKey(node);
    byArea.set(area, [...(byArea.get(area) ?? []), { node, address }]);
  }
  const all = [...byArea.values()].flat();
  return { hosts: all.slice(0, limit), leftOut: Math.max(0, all.length - limit) };
}

function areaKey({ area }: NetworkNode): string {
  return area === null ? '' : `${area.kind} ${area.name}`;
}

export function viewHost({ node, address }: Host): PairHost {
  return { name: node.name, address: formatAddress(address), area: node.area };
}

/** Every ordered pair of different hosts. */
export function pairsOf(hosts: readonly Host[]): (readonly [Host, Host])[] {
  return hosts.flatMap((from) => hosts.filter((to) => to !== from).map((to) => [from, to] as const));
}

/** One echo request and its answer. */
export interface Echo {
  readonly forward: PacketWalk;
  /** TTL that the request needs to arrive. */
  readonly height: number;
  /** Null where nobody answers, or somebody only says that the target is unreachable. */
  readonly answer: Answer | null;
  readonly reached: boolean;
}

/** Null where the sender has no address to send from. */
export function echo(simulation: Simulation, from: Host, to: Host): Echo | null {
  const { plane } = simulation;
  const flow = echoFlow(plane, from.node.index, to.address);
  if (flow === null) return null;
  const { whole, height } = new Ladder(plane, from.node.index, flow);
  const last = whole.steps.at(-1);
  const isEcho = endAnswer(plane.network, whole) === 'echo-reply';
  const answer = isEcho && last !== undefined ? answerAt(plane, flow, last, 'echo-reply') : null;
  return { forward: whole, height, answer, reached: answer?.arrives === true };
}

export function viewPair(
  simulation: Simulation,
  from: Host,
  to: Host,
  sent: Echo | null = echo(simulation, from, to),
): PairView {
  const { network } = simulation.plane;
  const pair = { from: from.node.name, to: to.node.name };
  if (sent === null) {
    const disposition = 'INSUFFICIENT_INFO' as const;
    return { ...pair, reached: false, disposition, lostAt: pair.from, hops: null, rttMs: null };
  }
  const { forward, answer, reached, height } = sent;
  const failed = forward.disposition === 'ACCEPTED' && answer !== null ? answer.walk : forward;
  const end = failed?.steps.at(-1)?.node ?? to.node.index;
  const key = `${pair.from} ${pair.to} pair`;
  return {
    ...pair,
    reached,
    disposition: failed?.disposition ?? (reached ? 'ACCEPTED' : 'REPLY_FILTERED'),
    lostAt: reached ? null : nodeAt(network, end).name,
    hops: forward.disposition === 'ACCEPTED' ? height : null,
    rttMs:
      reached && answer !== null ? roundTrip(network, forward.latency, answer, simulation.seed, key) : null,
  };
}
