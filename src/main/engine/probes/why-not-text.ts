/** Why a node does not have a route, as text: every place where it stopped, one sentence each. */
import type { WhyNotResult } from '../../../shared/results';
import { hopWords } from './routes-text';

export function whyNotText(result: WhyNotResult): string {
  const { table, prefix, held, instead, barriers, notes } = result;
  if (held !== null) return notes.join('\n');
  const follows =
    instead === null
      ? `${table} has no route to ${prefix}, and no other that covers it.`
      : `${table} has no route to ${prefix}; what is bound for it follows ${instead.prefix} (${instead.source}): ${instead.nextHops.map(hopWords).join(', ')}.`;
  return [
    ...notes,
    follows,
    '',
    'Where it stops:',
    ...barriers.map(({ text }, at) => `${String(at + 1).padStart(3)}. ${text}`),
  ].join('\n');
}
