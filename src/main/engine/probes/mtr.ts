/** mtr's report: so many rounds of a trace, and the statistics of each hop. */
import type { MtrHop, MtrResult } from '../../../shared/results';
import { formatAddress } from '../address';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { probeLost, silenceOf, tooLate } from './answer';
import { Ladder } from './ladder';
import type { Prober } from './prober';
import { roundTrip } from './rtt';

export interface MtrOptions {
  /** Rounds, 1 to 100. */
  readonly cycles: number;
  /** 1 to 255. */
  readonly maxHops: number;
  readonly resolveNames: boolean;
}

export const MTR_DEFAULTS: MtrOptions = { cycles: 10, maxHops: 30, resolveNames: true };

/** How long mtr waits for an answer, ms. */
const TIMEOUT_MS = 10_000;
/** Hops between answers stay in the report; behind the last answer just one silent hop does. */
const SILENT_BEHIND = 1;

export function mtr(simulation: Simulation, prober: Prober, options: MtrOptions): MtrResult {
  const ladder = new Ladder(simulation.plane, prober.node.index, prober.flow);
  const hops: MtrHop[] = [];
  let reached = false;
  for (let ttl = 1; ttl <= options.maxHops; ttl++) {
    const hop = hopOf(simulation, prober, options, ladder, ttl);
    hops.push(hop);
    if (ttl < ladder.height || hop.address === null) continue;
    reached = ladder.rung(ttl).answer?.kind === 'echo-reply';
    break;
  }
  const answered = hops.findLastIndex(({ address }) => address !== null);
  return {
    kind: 'mtr',
    probe: prober.view,
    reached,
    hops: hops.slice(0, answered + 1 + SILENT_BEHIND),
  };
}

const NO_TIMES = { lastMs: 0, averageMs: 0, bestMs: 0, worstMs: 0, deviationMs: 0 };

function hopOf(
  { plane, seed }: Simulation,
  { view }: Prober,
  { cycles, resolveNames }: MtrOptions,
  ladder: Ladder,
  ttl: number,
): MtrHop {
  const { network } = plane;
  const { answer, forwardMs } = ladder.rung(ttl);
  const silent = { ttl, address: null, name: null, sent: cycles, lost: cycles, ...NO_TIMES };
  if (answer === null) return { ...silent, node: null, silence: probeLost(network, ladder.whole) };
  const node = nodeAt(network, answer.node).name;
  const silence = silenceOf(network, answer);
  if (silence !== null || answer.address === null) return { ...silent, node, silence };
  const times = Array.from({ length: cycles }, (_, number) => {
    const key = `${view.sourceAddress} ${view.targetAddress} mtr ${ttl} ${number}`;
    return roundTrip(network, forwardMs, answer, seed, key);
  }).filter((time) => time <= TIMEOUT_MS);
  if (times.length === 0) return { ...silent, node, silence: tooLate(network, answer, TIMEOUT_MS) };
  const address = formatAddress(answer.address);
  return {
    ttl,
    address,
    name: resolveNames && address === view.targetAddress ? view.targetName : null,
    node,
    sent: cycles,
    lost: cycles - times.length,
    ...statistics(times),
    silence: null,
  };
}

function statistics(times: readonly number[]): typeof NO_TIMES {
  const averageMs = times.reduce((sum, time) => sum + time, 0) / times.length;
  const squares = times.reduce((sum, time) => sum + (time - averageMs) ** 2, 0);
  return {
    lastMs: times.at(-1) ?? 0,
    averageMs,
    bestMs: Math.min(...times),
    worstMs: Math.max(...times),
    deviationMs: times.length < 2 ? 0 : Math.sqrt(squares / (times.length - 1)),
  };
}
