/** Pasted output and the model side by side, as text. */
import type {
  NextHopWords,
  ObservedComparison,
  ObservedEchoView,
  ObservedHopView,
  ObservedPingView,
  ObservedRoutesView,
  ObservedTraceView,
} from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { columns } from '../probes/table-text';
import { milliseconds } from './times';

const words = strings.reasons.observed;

export function observedText(comparison: ObservedComparison): string {
  switch (comparison.kind) {
    case 'observed-trace':
      return traceText(comparison);
    case 'observed-ping':
      return pingText(comparison);
    case 'observed-routes':
      return routesText(comparison);
  }
}

function traceText({ tool, source, target, hops, reached, notes }: ObservedTraceView): string {
  const same = hops.filter(({ verdict }) => verdict === 'same' || verdict === 'time').length;
  const rows = columns([
    ['Hop', 'Observed', 'RTT', 'Model', 'RTT', ''],
    ...hops.map(({ ttl, observed, model, verdict }) => [
      String(ttl),
      observed === null ? '-' : observed.addresses.join(', ') || '*',
      time(observed?.rttMs ?? null),
      model === null ? '-' : (model.address ?? '*'),
      time(model?.rttMs ?? null),
      verdict === 'same' ? '' : words.verdicts[verdict],
    ]),
  ]);
  return [
    words.traceTitle(tool, source, target, same, hops.length),
    rows[0] ?? '',
    ...hops.flatMap((hop, at) => [rows[at + 1] ?? '', ...reasonLines(hop)]),
    ...(reached.observed === reached.model
      ? []
      : [reached.observed ? strings.tables.observed.onlyObserved : strings.tables.observed.onlyModel]),
    ...notes,
  ].join('\n');
}

function reasonLines({ text }: ObservedHopView): string[] {
  return text === null ? [] : [`    ${text}`];
}

function pingText({ source, target, observed, model, verdict, text, notes }: ObservedPingView): string {
  return [
    words.pingTitle(source, target, verdict === 'same' ? words.asModel : words.verdicts[verdict]),
    ...columns([
      ['', 'Answer', 'RTT', 'TTL'],
      ['Observed', ...echoCells(observed)],
      ['Model', ...echoCells(model)],
    ]),
    ...(text === null ? [] : [`    ${text}`]),
    ...notes,
  ].join('\n');
}

function echoCells({ from, reached, rttMs, ttl }: ObservedEchoView): string[] {
  const answer = from === null ? '*' : reached ? from : `${from} (unreachable)`;
  return [answer, time(rttMs), ttl === null ? '' : String(ttl)];
}

function routesText({ source, routes, notes }: ObservedRoutesView): string {
  const same = routes.filter(({ verdict }) => verdict === 'same').length;
  const rows = columns([
    ['State', 'AddressPrefix', 'Observed', 'Model', ''],
    ...routes.map(({ state, prefix, observed, model, verdict }) => [
      state,
      prefix,
      nextHop(observed),
      nextHop(model),
      verdict === 'same' ? '' : words.routeVerdicts[verdict],
    ]),
  ]);
  return [
    words.routesTitle(source, same, routes.length),
    rows[0] ?? '',
    ...routes.flatMap(({ text }, at) => [rows[at + 1] ?? '', ...(text === null ? [] : [`    ${text}`])]),
    ...notes,
  ].join('\n');
}

function nextHop(hop: NextHopWords | null): string {
  return hop === null ? '-' : [hop.nextHopType, hop.nextHopAddresses.join(', ')].join(' ').trim();
}

function time(ms: number | null): string {
  return ms === null ? '' : milliseconds(ms);
}
