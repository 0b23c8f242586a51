/** What does not come to rest, or could rest otherwise, as text: for each prefix its outcomes, router by router. */
import type { OutcomeRoute, StabilityFinding, StabilityResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';

const words = strings.reasons.findingTexts;

/** Outcomes of one prefix that are printed. */
const PRINTED = 6;

export function stabilityText({ prefixes, findings, notes }: StabilityResult): string {
  const outcome =
    findings.length === 0
      ? prefixes === 0
        ? words.nothingToFind
        : words.allRest
      : words.restless(findings.length);
  return [words.stability(prefixes, outcome), ...findings.flatMap(lines), ...notes].join('\n');
}

function lines({ text, nodes, outcomes, proven }: StabilityFinding): string[] {
  const more = outcomes.length - PRINTED;
  return [
    `- ${text}${proven || outcomes.length > 0 ? '' : words.unproven}`,
    ...outcomes.slice(0, PRINTED).map((routes, index) => {
      const missing = nodes.filter((node) => !routes.some((route) => route.node === node));
      const parts = [...routes.map(routeText), ...missing.map((node) => words.noRoute(node))];
      return `    ${index + 1}. ${parts.join('; ')}`;
    }),
    ...(more > 0 ? [`    ${words.more(more)}`] : []),
  ];
}

function routeText({ node, from, asPath, localPreference }: OutcomeRoute): string {
  if (from === null) return words.keepsOwn(node);
  return words.takes(node, from, asPath.join(' '), localPreference);
}
