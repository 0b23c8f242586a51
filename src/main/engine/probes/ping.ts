/** ping: echo requests with one TTL and what comes back of them. */
import type { PingEcho, PingResult } from '../../../shared/results';
import { formatAddress } from '../address';
import { walkPacket } from '../forwarding/walk';
import { viewWalk } from '../forwarding/walk-view';
import type { Simulation } from '../simulation';
import { answerAt, endAnswer, probeLost, silenceOf, tooLate, type Answer } from './answer';
import type { Prober } from './prober';
import { roundTrip } from './rtt';

export interface PingOptions {
  /** Echo requests, 1 to 100. */
  readonly count: number;
  /** Data bytes, 0 to 65500. */
  readonly bytes: number;
  /** 1 to 255. */
  readonly ttl: number;
  readonly timeoutMs: number;
}

export const PING_DEFAULTS: PingOptions = { count: 4, bytes: 32, ttl: 128, timeoutMs: 4000 };

export function ping(simulation: Simulation, prober: Prober, options: PingOptions): PingResult {
  const { plane } = simulation;
  const walk = walkPacket(plane, prober.node.index, prober.flow, options.ttl, false);
  const kind = walk.end === 'ttl' ? 'time-exceeded' : endAnswer(plane.network, walk);
  const last = walk.steps.at(-1);
  const answer = kind === null || last === undefined ? null : answerAt(plane, prober.flow, last, kind);
  const echoes = Array.from({ length: options.count }, (_, number) =>
    answer === null ? LOST : echoOf(simulation, prober, options, { answer, forwardMs: walk.latency, number }),
  );
  const reached = echoes.some((echo) => echo.reply === 'echo-reply');
  const answered = echoes.some((echo) => echo.reply !== null);
  return {
    kind: 'ping',
    probe: prober.view,
    bytes: options.bytes,
    reached,
    disposition: answer?.kind === 'echo-reply' ? (answer.walk?.disposition ?? 'ACCEPTED') : walk.disposition,
    echoes,
    silence:
      answer === null
        ? probeLost(plane.network, walk)
        : (silenceOf(plane.network, answer) ??
          (answered ? null : tooLate(plane.network, answer, options.timeoutMs))),
    forwardWalk: viewWalk(plane.network, walk),
    returnWalk: answer?.walk == null ? null : viewWalk(plane.network, answer.walk),
  };
}

const LOST: PingEcho = { address: null, reply: null, rttMs: null, ttl: null };

interface EchoProbe {
  readonly answer: Answer;
  readonly forwardMs: number;
  readonly number: number;
}

function echoOf(simulation: Simulation, prober: Prober, options: PingOptions, probe: EchoProbe): PingEcho {
  const { answer, forwardMs, number } = probe;
  const arrival = answer.walk?.steps.at(-1);
  if (!answer.arrives || answer.address === null || arrival === undefined) return LOST;
  const key = `${prober.view.sourceAddress} ${prober.view.targetAddress} ping ${options.ttl} ${number}`;
  const rttMs = roundTrip(simulation.plane.network, forwardMs, answer, simulation.seed, key);
  if (rttMs > options.timeoutMs) return LOST;
  return { address: formatAddress(answer.address), reply: answer.kind, rttMs, ttl: arrival.ttlIn };
}
