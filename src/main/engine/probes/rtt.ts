/**
 * Round-trip times: the links crossed on the way there and on the way back, the slow path of the device that
 * answers, and a little jitter. All of it from the seed, so that a file prints the same times everywhere.
 */
import { uniform } from '../random';
import type { PacketWalk } from '../forwarding/walk';
import { nodeAt, type Network } from '../topology/network';
import type { Answer } from './answer';

/** Jitter of queues: up to this share of the round trip, and this much besides (ms). */
const JITTER_SHARE = 0.01;
const JITTER_MS = 0.1;
/** An exponential delay is cut here, in means: no probe waits for ever. */
const DELAY_CUT = 6;

/** One way from the prober to the n-th step of a walk, ms. */
export function latencyTo(walk: PacketWalk, step: number): number {
  return walk.steps.slice(0, step).reduce((sum, entry) => sum + entry.latency, 0);
}

/**
 * Round-trip time of one probe, ms.
 * @param key what the probe is, unique within the seed (flow, TTL, number)
 */
export function roundTrip(
  network: Network,
  forwardMs: number,
  answer: Answer,
  seed: number,
  key: string,
): number {
  const node = nodeAt(network, answer.node);
  const travel = forwardMs + (answer.walk?.latency ?? 0);
  const jitter = uniform(`${key} jitter`, seed) * (JITTER_MS + JITTER_SHARE * travel);
  const drawn = -Math.log(1 - uniform(`${key} delay ${node.name}`, seed));
  return travel + jitter + node.answerDelay * Math.min(drawn, DELAY_CUT);
}
