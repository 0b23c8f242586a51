/** Findings of a check as text. */
import type { CheckFinding, CheckResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';

const words = strings.reasons.findingTexts;

export function checkText({ check, flows, findings, notes }: CheckResult): string {
  const none = flows === 0 && check !== 'limits' ? words.nothingToFind : words.nothingFound[check];
  const outcome = findings.length === 0 ? none : words.found(findings.length);
  return [words.check(check, flows, outcome), ...findings.flatMap(lines), ...notes].join('\n');
}

function lines({ at, from, to, flow, flows, text, remedy }: CheckFinding): string[] {
  const which = flow === undefined ? '' : ` --flow ${flow}`;
  const example = from === null || to === null ? '' : words.example(from, to, which, flows - 1);
  return [words.finding(at, example), `    ${text}`, ...(remedy === undefined ? [] : [`    ${remedy}`])];
}
