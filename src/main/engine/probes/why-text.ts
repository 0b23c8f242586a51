/** Why a node has a route, as text: the route, its way from the origin in numbered steps, and the candidates. */
import type { AnnouncementStep, CandidateView, WhyResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { hopWords } from './routes-text';

const words = strings.reasons.answerTexts;

export function whyText(result: WhyResult): string {
  const { table, route, chain, candidates, notes } = result;
  const lines = [...notes];
  if (route !== null) {
    lines.push(
      words.has(table, `${route.prefix} (${route.source})`, route.nextHops.map(hopWords).join(', ')),
    );
  }
  if (chain.length > 0) lines.push('', words.chain, ...chain.flatMap(stepLines));
  if (candidates.length > 1) lines.push('', words.candidates, ...candidates.map(candidateLine));
  return lines.join('\n');
}

function stepLines({ text, policies, decision }: AnnouncementStep, at: number): string[] {
  const number = `${String(at + 1).padStart(3)}. `;
  const indent = ' '.repeat(number.length);
  return [
    `${number}${text}`,
    ...policies.map((policy) => `${indent}${words.policy(policy)}`),
    ...(decision === null ? [] : [`${indent}${words.decision(decision)}`]),
  ];
}

const MARKS = { best: '>', multipath: '=', lost: ' ' } as const;

function candidateLine({ node, from, status, route, reason }: CandidateView): string {
  return `  ${MARKS[status]} ${words.candidate(node, from, route, reason)}`;
}
