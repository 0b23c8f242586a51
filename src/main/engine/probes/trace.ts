/**
 * tracert: probes with TTL 1, 2, 3 ... and who answers each. The flow is constant, so all probes take one
 * way; each TTL's probe is a shorter look at the same walk.
 */
import type { Disposition, TraceHop, TraceResult } from '../../../shared/results';
import { formatAddress } from '../address';
import type { PacketWalk } from '../forwarding/walk';
import { viewWalk } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import { interfaceAt, nodeAt } from '../topology/network';
import { probeLost, silenceOf, tooLate, type Answer } from './answer';
import { Ladder, type Rung } from './ladder';
import type { Prober } from './prober';
import { roundTrip } from './rtt';

const PROBES_PER_HOP = 3;

export interface TraceOptions {
  /** 1 to 255. */
  readonly maxHops: number;
  /** An answer later than this counts as lost (ms). */
  readonly timeoutMs: number;
  readonly resolveNames: boolean;
}

export const TRACE_DEFAULTS: TraceOptions = { maxHops: 30, timeoutMs: 4000, resolveNames: true };

export function trace(simulation: Simulation, prober: Prober, options: TraceOptions): TraceResult {
  const { plane } = simulation;
  const ladder = new Ladder(plane, prober.node.index, prober.flow);
  const hops: TraceHop[] = [];
  let final: Answer | null = null;
  for (let ttl = 1; ttl <= options.maxHops; ttl++) {
    const rung = ladder.rung(ttl);
    const hop = hopOf(simulation, prober, options, { ...rung, whole: ladder.whole, ttl });
    hops.push(hop);
    if (rung.answer !== null) final = rung.answer;
    if (!rung.expires && hop.reply !== null) break;
  }
  const end = hops.at(-1);
  const reached = end?.reply === 'echo-reply';
  return {
    kind: 'trace',
    probe: prober.view,
    maxHops: options.maxHops,
    resolveNames: options.resolveNames,
    reached,
    disposition: overall(ladder.whole, final),
    hops,
    forwardWalk: viewWalk(plane.network, ladder.sentWith(prober.node.initialTtl)),
    returnWalk: final?.walk == null ? null : viewWalk(plane.network, final.walk),
  };
}

/** A probe that arrives but whose answer does not is not ACCEPTED for the one who asked. */
function overall(whole: PacketWalk, final: Answer | null): Disposition {
  if (whole.disposition !== 'ACCEPTED' || final === null || final.kind !== 'echo-reply')
    return whole.disposition;
  return final.walk?.disposition ?? 'ACCEPTED';
}

interface Probe extends Rung {
  readonly whole: PacketWalk;
  readonly ttl: number;
}

function hopOf(simulation: Simulation, prober: Prober, options: TraceOptions, probe: Probe): TraceHop {
  const { network } = simulation.plane;
  const { answer, forwardMs, ttl, whole } = probe;
  if (answer === null) {
    return {
      ttl,
      address: null,
      name: null,
      node: null,
      nodeKind: null,
      area: null,
      interface: null,
      hiddenAddress: null,
      reply: null,
      rttMs: Array.from({ length: PROBES_PER_HOP }, () => null),
      silence: probeLost(network, whole),
      returnWalk: null,
    };
  }
  const node = nodeAt(network, answer.node);
  const rttMs = Array.from({ length: PROBES_PER_HOP }, (_, number) => {
    if (!answer.arrives) return null;
    const key = `${prober.view.sourceAddress} ${prober.view.targetAddress} ${ttl} ${number}`;
    const rtt = roundTrip(network, forwardMs, answer, simulation.seed, key);
    return rtt > options.timeoutMs ? null : rtt;
  });
  const address = answer.address === null ? null : formatAddress(answer.address);
  const answered = rttMs.some((rtt) => rtt !== null);
  const isTarget = address === prober.view.targetAddress;
  return {
    ttl,
    address: answered ? address : null,
    name: answered && options.resolveNames && isTarget ? prober.view.targetName : null,
    node: node.name,
    nodeKind: node.kind,
    area: node.area,
    interface: answer.ingress === -1 ? null : interfaceAt(network, answer.ingress).name,
    hiddenAddress: answered ? null : address,
    reply: answered ? answer.kind : null,
    rttMs,
    silence: silenceOf(network, answer) ?? (answered ? null : tooLate(network, answer, options.timeoutMs)),
    returnWalk: answer.walk === null ? null : viewWalk(network, answer.walk),
  };
}
