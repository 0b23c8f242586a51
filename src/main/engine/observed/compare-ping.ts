/** A pasted ping beside the model's. */
import type { HopVerdict, ObservedEchoView, ObservedPingView } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { ping, PING_DEFAULTS } from '../probes/ping';
import type { Prober } from '../probes/prober';
import type { Simulation } from '../simulation';
import type { ObservedPing } from './observation';
import { isWithin, median, toleranceWords } from './times';

const words = strings.reasons.observed;

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
      ...(verdict === 'time' ? [toleranceWords()] : []),
      ...(observed.ttl !== null && model.ttl !== null && observed.ttl !== model.ttl
        ? [words.ttl(observed.ttl, model.ttl)]
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
      return words.pingSilent(String(model.from));
    case 'answers':
      return words.pingAnswers(String(observed.from), silence ?? words.echoLost);
    case 'other-address':
      return words.pingOther(String(observed.from), observed.reached, String(model.from), model.reached);
    default:
      return null;
  }
}
