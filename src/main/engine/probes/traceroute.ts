/**
 * traceroute as Linux makes it. Each UDP probe goes to a port of its own, one higher than the last, and is thus a
 * flow of its own: routers spread the probes over equal-cost paths. With ICMP all probes are one flow.
 */
import type { TraceHop, TracerouteHop, TracerouteProbe, TracerouteResult } from '../../../shared/results';
import { formatAddress } from '../address';
import { viewWalk } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { probeLost, silenceOf, tooLate } from './answer';
import { Ladder } from './ladder';
import type { Prober } from './prober';
import { roundTrip } from './rtt';
import { trace } from './trace';

/** Any port of the dynamic range (RFC 6335 section 6): always the same one, so that a file prints the same everywhere. */
const SOURCE_PORT = 50_000;

export interface TracerouteOptions {
  readonly protocol: 'udp' | 'icmp';
  /** 1 to 255. */
  readonly maxHops: number;
  /** Probes a hop, 1 to 10. */
  readonly queries: number;
  readonly timeoutMs: number;
  /** Of the first UDP probe. */
  readonly port: number;
  readonly resolveNames: boolean;
}

export const TRACEROUTE_DEFAULTS: TracerouteOptions = {
  protocol: 'udp',
  maxHops: 30,
  queries: 3,
  timeoutMs: 5000,
  port: 33_434,
  resolveNames: true,
};

interface Sent {
  readonly probe: TracerouteProbe;
  readonly silence: TracerouteHop['silence'];
  /** The target, or a router that knows no way to it, has answered. */
  readonly ends: boolean;
  readonly reached: boolean;
}

export function traceroute(
  simulation: Simulation,
  prober: Prober,
  options: TracerouteOptions,
): TracerouteResult {
  const { network } = simulation.plane;
  const ladders: Ladder[] = [];
  const hops: TracerouteHop[] = [];
  let reached = false;
  for (let ttl = 1; ttl <= options.maxHops; ttl++) {
    const row = Array.from({ length: options.queries }, (_, number) => {
      const count = ladders.length;
      const ladder =
        options.protocol === 'icmp'
          ? (ladders[0] ?? ladderOf(simulation, prober))
          : udpLadder(simulation, prober, options.port + count);
      ladders.push(ladder);
      return send(simulation, prober, options, ladder, `${ttl} ${number}`, ttl);
    });
    hops.push({
      ttl,
      probes: row.map(({ probe }) => probe),
      silence: row.find(({ silence }) => silence !== null)?.silence ?? null,
    });
    reached = row.some((each) => each.reached);
    if (row.some(({ ends }) => ends)) break;
  }
  const flow = ladders[0]?.whole.flow ?? prober.flow;
  const first = trace(simulation, { ...prober, flow }, options);
  return {
    kind: 'traceroute',
    probe: { ...prober.view, protocol: options.protocol },
    maxHops: options.maxHops,
    resolveNames: options.resolveNames,
    reached,
    disposition: first.disposition,
    hops,
    trace: {
      ...first,
      probe: { ...prober.view, protocol: options.protocol },
      hops: first.hops.map((hop) => withTimes(hop, hops[hop.ttl - 1])),
    },
    walks: [...distinct(ladders).values()].map(({ whole }) => viewWalk(network, whole)),
  };
}

function ladderOf({ plane }: Simulation, prober: Prober, flow = prober.flow): Ladder {
  return new Ladder(plane, prober.node.index, flow);
}

function udpLadder(simulation: Simulation, prober: Prober, port: number): Ladder {
  return ladderOf(simulation, prober, {
    ...prober.flow,
    protocol: 'udp',
    sourcePort: SOURCE_PORT,
    destinationPort: port % 0x1_00_00,
  });
}

/** One ladder for each way through the network. */
function distinct(ladders: readonly Ladder[]): ReadonlyMap<string, Ladder> {
  const ways = new Map<string, Ladder>();
  for (const ladder of ladders) {
    const way = ladder.whole.steps.map(({ node, ingress }) => `${node} ${ingress}`).join();
    if (!ways.has(way)) ways.set(way, ladder);
  }
  return ways;
}

function send(
  simulation: Simulation,
  prober: Prober,
  options: TracerouteOptions,
  ladder: Ladder,
  name: string,
  ttl: number,
): Sent {
  const { network } = simulation.plane;
  const { answer, forwardMs, expires } = ladder.rung(ttl);
  const lost = { address: null, name: null, rttMs: null, flag: null };
  if (answer === null) {
    const probe = { ...lost, node: null };
    return { probe, silence: probeLost(network, ladder.whole), ends: false, reached: false };
  }
  const node = nodeAt(network, answer.node).name;
  const key = `${prober.view.sourceAddress} ${prober.view.targetAddress} traceroute ${options.protocol} ${name}`;
  const rttMs = roundTrip(network, forwardMs, answer, simulation.seed, key);
  if (!answer.arrives || answer.address === null || rttMs > options.timeoutMs) {
    const silence = silenceOf(network, answer) ?? tooLate(network, answer, options.timeoutMs);
    return { probe: { ...lost, node }, silence, ends: false, reached: false };
  }
  const address = formatAddress(answer.address);
  const isTarget = options.resolveNames && address === prober.view.targetAddress;
  return {
    probe: {
      address,
      name: isTarget ? prober.view.targetName : null,
      node,
      rttMs,
      flag: answer.kind === 'net-unreachable' ? '!N' : answer.kind === 'host-unreachable' ? '!H' : null,
    },
    silence: null,
    ends: !expires,
    reached: answer.kind === 'echo-reply',
  };
}

/** A hop of the first probe's way, with the times of those probes that met the same node there; none may have. */
function withTimes(hop: TraceHop, row: TracerouteHop | undefined): TraceHop {
  if (row === undefined) return hop;
  return { ...hop, rttMs: row.probes.flatMap(({ node, rttMs }) => (node === hop.node ? [rttMs] : [])) };
}
