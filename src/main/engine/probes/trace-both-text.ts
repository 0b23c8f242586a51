/** Two traces beside each other. */
import type { TraceBothResult, TraceHop, TraceResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { columns } from './table-text';

const words = strings.reasons.answerTexts;

export function traceBothText({ forward, back, divergence }: TraceBothResult): string {
  const [there, home] = [known(forward), known(back)];
  const count = Math.max(there.length, home.length);
  const rows = Array.from({ length: count }, (_, at) => [...cells(there[at]), '|', ...cells(home[at])]);
  return [
    ...columns([['Hop', title(forward), '', '', '|', 'Hop', title(back), '', ''], ...rows]),
    '',
    ...[forward, back].flatMap((each) => (arrives(each) ? [] : [lost(each)])),
    ...(arrives(forward) && arrives(back) ? [divergence?.text ?? words.sameWay] : []),
  ].join('\n');
}

/** Of the hops that no probe comes to, only the first. */
function known({ hops }: TraceResult): readonly TraceHop[] {
  return hops.slice(0, hops.findLastIndex(({ node }) => node !== null) + 2);
}

function title({ probe }: TraceResult): string {
  return `${probe.source} to ${probe.targetName ?? probe.targetAddress}`;
}

function cells(hop: TraceHop | undefined): string[] {
  if (hop === undefined) return ['', '', '', ''];
  const first = hop.rttMs.find((rtt) => rtt !== null);
  const time = first === undefined || first === null ? '' : `${first.toFixed(1)} ms`;
  return [String(hop.ttl), hop.address ?? '*', hop.node ?? '', time];
}

function arrives({ forwardWalk }: TraceResult): boolean {
  return forwardWalk.disposition === 'ACCEPTED';
}

function lost(trace: TraceResult): string {
  const { steps, disposition } = trace.forwardWalk;
  return words.doesNotArrive(title(trace), disposition, steps.at(-1)?.note ?? '');
}
