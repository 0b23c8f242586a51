/** Why a node does not have a route, as text: every place where it stopped, one sentence each. */
import type { BarrierView, WhyNotResult } from '../../../shared/results';
import { hopWords } from './routes-text';

export function whyNotText(result: WhyNotResult): string {
  const { table, prefix, held, instead, barriers, notes } = result;
  if (held !== null) return notes.join('\n');
  const follows =
    instead === null
      ? `${table} has no route to ${prefix}, and no other that covers it.`
      : `${table} has no route to ${prefix}; what is bound for it follows ${instead.prefix} (${instead.source}): ${instead.nextHops.map(hopWords).join(', ')}.`;
  return [...notes, follows, '', 'Where it stops:', ...barriers.flatMap(barrierLines)].join('\n');
}

function barrierLines({ text, change }: BarrierView, at: number): string[] {
  const number = `${String(at + 1).padStart(3)}. `;
  const indent = ' '.repeat(number.length);
  return [`${number}${text}`, ...change.map((line) => `${indent}to change that: ${line}`)];
}
