/** Findings of a check as text. */
import type { CheckFinding, CheckResult } from '../../../shared/results';

const PAIRS = ['pair of hosts', 'pairs of hosts'] as const;

/** What was looked at, one and many, and what is said where nothing was found. */
const NAMES: Readonly<
  Record<CheckResult['check'], { readonly flows: readonly [string, string]; readonly none: string }>
> = {
  asymmetry: { flows: PAIRS, none: 'every way back is the way there, read backwards' },
  blackholes: { flows: PAIRS, none: 'no packet is lost' },
  multipath: { flows: PAIRS, none: 'equal-cost paths treat all flows alike' },
  limits: { flows: PAIRS, none: 'no limit of Azure is met and no design surprises' },
  loops: { flows: ['flow', 'flows'], none: 'no packet goes round in circles' },
};

export function checkText({ check, flows, findings, notes }: CheckResult): string {
  const names = NAMES[check];
  const none = flows === 0 && check !== 'limits' ? 'so there is nothing to find' : names.none;
  const outcome = findings.length === 0 ? none : `${findings.length} found`;
  const looked = `${flows} ${names.flows[flows === 1 ? 0 : 1]}`;
  return [`check ${check}: ${looked}, ${outcome}.`, ...findings.flatMap(lines), ...notes].join('\n');
}

function lines({ at, from, to, flow, flows, text, remedy }: CheckFinding): string[] {
  const more = flows <= 1 ? '' : `, and ${flows - 1} more`;
  const which = flow === undefined ? '' : ` --flow ${flow}`;
  const example = from === null || to === null ? '' : `, for example ${from} to ${to}${which}${more}`;
  return [`- at ${at}${example}:`, `    ${text}`, ...(remedy === undefined ? [] : [`    ${remedy}`])];
}
