/** pathping in the format of Windows. */
import type { PathpingHop, PathpingResult } from '../../../shared/results';
import { traceHeader } from './windows-text';

const TITLES = [
  '            Source to Here   This Node/Link',
  'Hop  RTT    Lost/Sent = Pct  Lost/Sent = Pct  Address',
];
/** Where the second column of losses begins. */
const BEFORE_LINK = ' '.repeat(27);
const BEFORE_SOURCE = ' '.repeat(43);

export function pathpingText(result: PathpingResult): string {
  const { hops, silentTtl } = result;
  const silent = silentTtl === null ? [] : [`${String(silentTtl).padStart(3)}     *        *        *`];
  return [
    ...traceHeader(result),
    ...hops.map((hop) => `${number(hop)}  ${who(hop)}`),
    ...silent,
    '',
    `Computing statistics for ${result.seconds} seconds...`,
    ...TITLES,
    ...hops.flatMap((hop, at) => statistics(hop, hops[at - 1])),
    '',
    'Trace complete.',
  ].join('\n');
}

function number({ ttl }: PathpingHop): string {
  return String(ttl).padStart(3);
}

function who({ name, address }: PathpingHop): string {
  return name === null ? address : `${name} [${address}]`;
}

/** The row of the link to a node and its own. Losses are those of a slow answer, so no link has any. */
function statistics(hop: PathpingHop, before: PathpingHop | undefined): string[] {
  if (before === undefined) return [`${number(hop)}${BEFORE_SOURCE}${who(hop)}`];
  const time = `${String(Math.floor(hop.rttMs ?? 0)).padStart(3)}ms`;
  const own = losses(hop.lost, hop.sent);
  return [`${BEFORE_LINK}${losses(0, hop.sent)}   |`, `${number(hop)}  ${time}${own}${own}  ${who(hop)}`];
}

function losses(lost: number, sent: number): string {
  const share = sent === 0 ? 0 : Math.floor((lost * 100) / sent);
  return `  ${String(lost).padStart(4)}/${String(sent).padStart(4)} =${String(share).padStart(3)}%`;
}
