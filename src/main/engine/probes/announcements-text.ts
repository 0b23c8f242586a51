/** A prefix spreading, as text: step by step, who tells whom and what becomes of it. */
import type { AnnouncementEvent, AnnouncementsResult } from '../../../shared/results';

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
  for (const event of events) {
    if (event.step !== step) {
      step = event.step;
      lines.push(step === 0 ? 'It comes from' : `Step ${step}`);
    }
    lines.push(...eventLines(event));
  }
  if (without.length > 0) lines.push('', `Without it in the end: ${without.join(', ')}`);
  if (events.length > 0)
    lines.push('', '* its own  > chosen  = chosen too  x refused; else heard and not chosen');
  return [...lines, ...notes].join('\n');
}

function eventLines({ from, to, outcome, protocol, asPath, policies, reason }: AnnouncementEvent): string[] {
  const what = from === null ? to : `${from} -> ${to}`;
  const path = asPath.length === 0 ? '' : `, AS path ${asPath.join(' ')}`;
  const how = protocol === 'own' ? '' : ` (${protocol}${path})`;
  return [
    `  ${MARKS[outcome]} ${what}${how}: ${reason}`,
    ...policies.map((policy) => `      policy: ${policy}`),
  ];
}
