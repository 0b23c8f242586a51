/** A prefix spreading, as text: step by step, who tells whom and what becomes of it. */
import type { AnnouncementEvent, AnnouncementsResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { withoutName } from './without-name';

const words = strings.reasons.answerTexts;

const MARKS: Readonly<Record<AnnouncementEvent['outcome'], string>> = {
  origin: '*',
  best: '>',
  multipath: '=',
  lost: ' ',
  refused: 'x',
  'not-told': '-',
};

export function announcementsText({ prefix, events, without, notes }: AnnouncementsResult): string {
  const lines = [prefix];
  let step = -1;
  let refusal: string | null = null;
  for (const event of events) {
    if (event.step !== step) {
      step = event.step;
      lines.push(step === 0 ? words.comesFrom : words.step(step));
    }
    const told = event.outcome === 'refused' || event.outcome === 'not-told' ? refusalKey(event) : null;
    const isRepeated = told !== null && told === refusal;
    refusal = told;
    lines.push(...eventLines(isRepeated ? { ...event, reason: words.sameReason } : event));
  }
  if (without.length > 0) lines.push('', words.without(without));
  if (events.length > 0) lines.push('', words.marks);
  return [...lines, ...notes].join('\n');
}

/** Equal for refusals by one rule of one node toward several others. */
function refusalKey({ from, to, protocol, reason }: AnnouncementEvent): string {
  return [from, protocol, withoutName(reason, to)].join('\n');
}

function eventLines({ from, to, outcome, protocol, asPath, policies, reason }: AnnouncementEvent): string[] {
  const what = from === null ? to : `${from} -> ${to}`;
  const path = asPath.length === 0 ? '' : words.path(asPath.join(' '));
  const how = protocol === 'own' || protocol === null ? '' : ` (${protocol}${path})`;
  return [
    `  ${MARKS[outcome]} ${what}${how}: ${reason}`,
    ...policies.map((policy) => `      ${words.policy(policy)}`),
  ];
}
