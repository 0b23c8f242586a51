/** Why a node does not have a route, as text: every place where it stopped, each rule told once. */
import type { BarrierView, WhyNotResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { hopWords } from './routes-text';
import { withoutName } from './without-name';

const words = strings.reasons.answerTexts;

export function whyNotText(result: WhyNotResult): string {
  const { table, prefix, held, instead, barriers, notes } = result;
  if (held !== null) return notes.join('\n');
  const follows =
    instead === null
      ? words.noRouteAtAll(table, prefix)
      : words.followsInstead(
          table,
          prefix,
          `${instead.prefix} (${instead.source})`,
          instead.nextHops.map(hopWords).join(', '),
        );
  return [...notes, follows, '', words.stops, ...grouped(barriers).flatMap(barrierLines)].join('\n');
}

/** Barriers that are one rule of one node toward several others. */
function grouped(barriers: readonly BarrierView[]): BarrierView[][] {
  const groups = new Map<string, BarrierView[]>();
  for (const barrier of barriers) {
    const { from, to, text, change } = barrier;
    const key = [from, withoutName(text, to), ...change].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [barrier]);
    else group.push(barrier);
  }
  return [...groups.values()];
}

function barrierLines([first, ...others]: readonly BarrierView[], at: number): string[] {
  if (first === undefined) return [];
  const number = `${String(at + 1).padStart(3)}. `;
  const indent = ' '.repeat(number.length);
  const names = [...new Set(others.map(({ to }) => to))];
  return [
    `${number}${first.text}`,
    ...(names.length === 0 ? [] : [`${indent}${words.sameFor(names)}`]),
    ...first.change.map((line) => `${indent}${words.toChange(line)}`),
  ];
}
