/** Why a node has a route, as text: the route, its way from the origin in numbered steps, and the candidates. */
import type { AnnouncementStep, CandidateView, WhyResult } from '../../../shared/results';
import { hopWords } from './routes-text';

export function whyText(result: WhyResult): string {
  const { table, route, chain, candidates, notes } = result;
  const lines = [...notes];
  if (route !== null) {
    lines.push(`${table} has ${route.prefix} (${route.source}): ${route.nextHops.map(hopWords).join(', ')}`);
  }
  if (chain.length > 0) lines.push('', 'How it came here:', ...chain.flatMap(stepLines));
  if (candidates.length > 1)
    lines.push('', 'What there was to choose from:', ...candidates.map(candidateLine));
  return lines.join('\n');
}

function stepLines({ text, policies, decision }: AnnouncementStep, at: number): string[] {
  const number = `${String(at + 1).padStart(3)}. `;
  const indent = ' '.repeat(number.length);
  return [
    `${number}${text}`,
    ...policies.map((policy) => `${indent}policy: ${policy}`),
    ...(decision === null ? [] : [`${indent}decision: ${decision}`]),
  ];
}

const MARKS = { best: '>', multipath: '=', lost: ' ' } as const;

function candidateLine({ node, from, status, route, reason }: CandidateView): string {
  const source = from === null ? 'its own' : `from ${from}`;
  return `  ${MARKS[status]} at ${node}, ${source} (${route}): ${reason}`;
}
