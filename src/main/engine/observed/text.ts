/** Pasted output and the model side by side, as text. */
import type {
  HopVerdict,
  NextHopWords,
  ObservedComparison,
  ObservedEchoView,
  ObservedHopView,
  ObservedPingView,
  ObservedRoutesView,
  ObservedTraceView,
} from '../../../shared/results';
import { columns } from '../probes/table-text';
import { milliseconds } from './times';

export const VERDICTS: Readonly<Record<HopVerdict, string>> = {
  same: 'same',
  time: 'other time',
  'other-path': 'other equal path',
  'other-address': 'other address',
  silent: 'silent, not in the model',
  answers: 'answers, not in the model',
  missing: 'missing',
  surplus: 'not in the model',
};

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
      verdict === 'same' ? '' : VERDICTS[verdict],
    ]),
  ]);
  return [
    `${tool} from ${source} to ${target}: ${same} of ${hops.length} hops as in the model.`,
    rows[0] ?? '',
    ...hops.flatMap((hop, at) => [rows[at + 1] ?? '', ...reasonLines(hop)]),
    ...(reached.observed === reached.model
      ? []
      : [
          reached.observed
            ? 'The output reaches the target, the model does not.'
            : 'The output does not reach the target, the model does.',
        ]),
    ...notes,
  ].join('\n');
}

function reasonLines({ text }: ObservedHopView): string[] {
  return text === null ? [] : [`    ${text}`];
}

function pingText({ source, target, observed, model, verdict, text, notes }: ObservedPingView): string {
  return [
    `ping from ${source} to ${target}: ${VERDICTS[verdict] === 'same' ? 'as in the model' : VERDICTS[verdict]}.`,
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
      verdict === 'same' ? '' : ROUTE_VERDICTS[verdict],
    ]),
  ]);
  return [
    `Effective routes of ${source}: ${same} of ${routes.length} as in the model.`,
    rows[0] ?? '',
    ...routes.flatMap(({ text }, at) => [rows[at + 1] ?? '', ...(text === null ? [] : [`    ${text}`])]),
    ...notes,
  ].join('\n');
}

const ROUTE_VERDICTS = {
  'other-next-hop': 'other next hop',
  missing: 'missing',
  surplus: 'not in the model',
} as const;

function nextHop(words: NextHopWords | null): string {
  return words === null ? '-' : [words.nextHopType, words.nextHopAddresses.join(', ')].join(' ').trim();
}

function time(ms: number | null): string {
  return ms === null ? '' : milliseconds(ms);
}
