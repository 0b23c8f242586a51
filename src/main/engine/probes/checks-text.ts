/** Findings of a check as text. */
import type { CheckFinding, CheckResult } from '../../../shared/results';

const NAMES: Readonly<Record<CheckResult['check'], { readonly flows: string; readonly none: string }>> = {
  asymmetry: { flows: 'pairs of hosts', none: 'every way back is the way there, read backwards' },
  blackholes: { flows: 'pairs of hosts', none: 'no packet is lost' },
  multipath: { flows: 'pairs of hosts', none: 'equal-cost paths treat all flows alike' },
  limits: { flows: 'pairs of hosts', none: 'no limit of Azure is met and no design surprises' },
  loops: { flows: 'flows', none: 'no packet goes round in circles' },
};

export function checkText({ check, flows, findings, notes }: CheckResult): string {
  const names = NAMES[check];
  const outcome = findings.length === 0 ? names.none : `${findings.length} found`;
  return [`check ${check}: ${flows} ${names.flows}, ${outcome}.`, ...findings.flatMap(lines), ...notes].join(
    '\n',
  );
}

function lines({ at, from, to, flow, flows, text, remedy }: CheckFinding): string[] {
  const more = flows <= 1 ? '' : `, and ${flows - 1} more`;
  const which = flow === undefined ? '' : ` --flow ${flow}`;
  const example = from === null || to === null ? '' : `, for example ${from} to ${to}${which}${more}`;
  return [`- at ${at}${example}:`, `    ${text}`, ...(remedy === undefined ? [] : [`    ${remedy}`])];
}
