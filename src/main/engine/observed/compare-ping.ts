/** A pasted ping beside the model's. */
import type { HopVerdict, ObservedEchoView, ObservedPingView } from '../../../shared/results';
import { ping, PING_DEFAULTS } from '../probes/ping';
import type { Prober } from '../probes/prober';
import type { Simulation } from '../simulation';
import type { ObservedPing } from './observation';
import { isWithin, median, TOLERANCE_TEXT } from './times';

export function comparePing(simulation: Simulation, prober: Prober, pasted: ObservedPing): ObservedPingView {
  const result = ping(simulation, prober, PING_DEFAULTS);
  const answered = result.echoes.find(({ address }) => address !== null);
  const model: ObservedEchoView = {
    from: answered?.address ?? null,
    reached: result.reached,
    rttMs: median(result.echoes.map(({ rttMs }) => rttMs)),
    ttl: answered?.ttl ?? null,
  };
  const observed: ObservedEchoView = {
    from: pasted.from,
    reached: pasted.rttMs.length > 0,
    rttMs: median(pasted.rttMs),
    ttl: pasted.ttl,
  };
  const verdict = verdictOf(observed, model);
  return {
    kind: 'observed-ping',
    line: pasted.line,
    source: prober.view.source,
    target: prober.view.target,
    observed,
    model,
    verdict,
    text: reasonOf(verdict, observed, model, result.silence?.text ?? null),
    same: verdict === 'same' || verdict === 'time',
    notes: [
      ...(verdict === 'time' ? [TOLERANCE_TEXT] : []),
      ...(observed.ttl !== null && model.ttl !== null && observed.ttl !== model.ttl
        ? [
            `The answer comes with TTL ${observed.ttl}, in the model with ${model.ttl}: the way back has another length, or the target begins with another TTL.`,
          ]
        : []),
    ],
  };
}

function verdictOf(observed: ObservedEchoView, model: ObservedEchoView): HopVerdict {
  if (observed.from === null) return model.from === null ? 'same' : 'silent';
  if (model.from === null) return 'answers';
  if (observed.from !== model.from || observed.reached !== model.reached) return 'other-address';
  if (observed.rttMs === null || model.rttMs === null) return 'same';
  return isWithin(observed.rttMs, model.rttMs) ? 'same' : 'time';
}

function reasonOf(
  verdict: HopVerdict,
  observed: ObservedEchoView,
  model: ObservedEchoView,
  silence: string | null,
): string | null {
  switch (verdict) {
    case 'silent':
      return `Nobody answered. In the model ${model.from} does.`;
    case 'answers':
      return `${observed.from} answered. In the model nobody does: ${silence ?? 'the echo is lost.'}`;
    case 'other-address':
      return `${observed.from} answered${observed.reached ? '' : ', but not to the echo'}. In the model ${model.from} does${model.reached ? '' : ', but not to the echo'}.`;
    default:
      return null;
  }
}
