/** pathping as Windows makes it: the hops up to the first that is silent, then echoes to each of them. */
import type { PathpingHop, PathpingResult } from '../../../shared/results';
import { formatAddress } from '../address';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { probeLost, silenceOf, tooLate, type Answer } from './answer';
import { Ladder } from './ladder';
import type { Prober } from './prober';
import { roundTrip } from './rtt';

export interface PathpingOptions {
  /** 1 to 255. */
  readonly maxHops: number;
  /** Echoes to each hop, 1 to 100. */
  readonly queries: number;
  /** Between two echoes, ms. */
  readonly periodMs: number;
  readonly timeoutMs: number;
  readonly resolveNames: boolean;
}

export const PATHPING_DEFAULTS: PathpingOptions = {
  maxHops: 30,
  queries: 100,
  periodMs: 250,
  timeoutMs: 3000,
  resolveNames: true,
};

export function pathping(simulation: Simulation, prober: Prober, options: PathpingOptions): PathpingResult {
  const { network } = simulation.plane;
  const { view, node } = prober;
  const ladder = new Ladder(simulation.plane, node.index, prober.flow);
  const here = { ttl: 0, address: view.sourceAddress, node: node.name, rttMs: null, sent: 0, lost: 0 };
  const hops: PathpingHop[] = [{ ...here, name: options.resolveNames ? node.name : null }];
  let reached = false;
  let silence: PathpingResult['silence'] = null;
  for (let ttl = 1; ttl <= options.maxHops; ttl++) {
    const { answer, forwardMs, expires } = ladder.rung(ttl);
    const hop = answer === null ? null : hopOf(simulation, prober, options, { answer, forwardMs, ttl });
    if (hop === null) {
      silence =
        answer === null
          ? probeLost(network, ladder.whole)
          : (silenceOf(network, answer) ?? tooLate(network, answer, options.timeoutMs));
      break;
    }
    hops.push(hop);
    if (expires) continue;
    reached = answer?.kind === 'echo-reply';
    break;
  }
  return {
    kind: 'pathping',
    probe: view,
    maxHops: options.maxHops,
    resolveNames: options.resolveNames,
    reached,
    seconds: Math.floor(((hops.length - 1) * options.queries * options.periodMs) / 1000),
    hops,
    silentTtl: silence === null ? null : hops.length,
    silence,
  };
}

interface Echo {
  readonly answer: Answer;
  readonly forwardMs: number;
  readonly ttl: number;
}

/** Null for a hop that answers no echo. */
function hopOf(
  { plane, seed }: Simulation,
  { view }: Prober,
  options: PathpingOptions,
  { answer, forwardMs, ttl }: Echo,
): PathpingHop | null {
  if (!answer.arrives || answer.address === null) return null;
  const times = Array.from({ length: options.queries }, (_, number) => {
    const key = `${view.sourceAddress} ${view.targetAddress} pathping ${ttl} ${number}`;
    return roundTrip(plane.network, forwardMs, answer, seed, key);
  }).filter((time) => time <= options.timeoutMs);
  if (times.length === 0) return null;
  const address = formatAddress(answer.address);
  return {
    ttl,
    address,
    name: options.resolveNames && address === view.targetAddress ? view.targetName : null,
    node: nodeAt(plane.network, answer.node).name,
    rttMs: times.reduce((sum, time) => sum + time, 0) / times.length,
    sent: options.queries,
    lost: options.queries - times.length,
  };
}
