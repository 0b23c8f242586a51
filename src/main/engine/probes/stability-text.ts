/** What does not come to rest, or could rest otherwise, as text: for each prefix its outcomes, router by router. */
import type { OutcomeRoute, StabilityFinding, StabilityResult } from '../../../shared/results';

/** Outcomes of one prefix that are printed. */
const PRINTED = 6;

export function stabilityText({ prefixes, findings, notes }: StabilityResult): string {
  const counted = `${prefixes} ${prefixes === 1 ? 'prefix' : 'prefixes'} in BGP`;
  const outcome =
    findings.length === 0
      ? prefixes === 0
        ? 'so there is nothing to find'
        : 'each comes to rest in one way'
      : `${findings.length} ${findings.length === 1 ? 'does' : 'do'} not come to rest in just one way`;
  return [`check stability: ${counted}, ${outcome}.`, ...findings.flatMap(lines), ...notes].join('\n');
}

function lines({ text, nodes, outcomes, proven }: StabilityFinding): string[] {
  const more = outcomes.length - PRINTED;
  return [
    `- ${text}${proven || outcomes.length > 0 ? '' : ' That there is no outcome is not proven.'}`,
    ...outcomes.slice(0, PRINTED).map((routes, index) => {
      const missing = nodes.filter((node) => !routes.some((route) => route.node === node));
      const parts = [...routes.map(routeText), ...missing.map((node) => `${node} has no route`)];
      return `    ${index + 1}. ${parts.join('; ')}`;
    }),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

function routeText({ node, from, asPath, localPreference }: OutcomeRoute): string {
  if (from === null) return `${node} keeps its own`;
  const path = asPath.length === 0 ? 'empty path' : `path ${asPath.join(' ')}`;
  return `${node} takes ${from}'s (${path}, local preference ${localPreference})`;
}
