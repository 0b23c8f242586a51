/** A prefix spreading, as text: step by step, who tells whom and what becomes of it. */
import type { AnnouncementEvent, AnnouncementsResult } from '../../../shared/results';
import { withoutName } from './without-name';

const MARKS: Readonly<Record<AnnouncementEvent['outcome'], string>> = {
  origin: '*',
  best: '>',
  multipath: '=',
  lost: ' ',
  refused: 'x',
};

export function announcementsText({ prefix, events, without, notes }: AnnouncementsResult): string {
  const lines = [prefix];
  let step = -1;
  let refusal: string | null = null;
  for (const event of events) {
    if (event.step !== step) {
      step = event.step;
      lines.push(step === 0 ? 'It comes from' : `Step ${step}`);
    }
    const told = event.outcome === 'refused' ? refusalKey(event) : null;
    const isRepeated = told !== null && told === refusal;
    refusal = told;
    lines.push(...eventLines(isRepeated ? { ...event, reason: 'for the same reason' } : event));
  }
  if (without.length > 0) lines.push('', `Without it in the end: ${without.join(', ')}`);
  if (events.length > 0)
    lines.push('', '* its own  > chosen  = chosen too  x refused; else heard and not chosen');
  return [...lines, ...notes].join('\n');
}

/** Equal for refusals by one rule of one node toward several others. */
function refusalKey({ from, to, protocol, reason }: AnnouncementEvent): string {
  return [from, protocol, withoutName(reason, to)].join('\n');
}

function eventLines({ from, to, outcome, protocol, asPath, policies, reason }: AnnouncementEvent): string[] {
  const what = from === null ? to : `${from} -> ${to}`;
  const path = asPath.length === 0 ? '' : `, AS path ${asPath.join(' ')}`;
  const how = protocol === 'own' || protocol === null ? '' : ` (${protocol}${path})`;
  return [
    `  ${MARKS[outcome]} ${what}${how}: ${reason}`,
    ...policies.map((policy) => `      policy: ${policy}`),
  ];
}
