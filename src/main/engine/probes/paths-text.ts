/** Every ECMP path, one a line, the one the flow takes marked. */
import type { PathsResult, Walk } from '../../../shared/results';
import { strings } from '../../../shared/strings';

const words = strings.reasons.findingTexts;

export function pathsText(result: PathsResult): string {
  const { probe, walks, taken, flows } = result;
  const flow = flows[taken] ?? probe.protocol;
  return [
    words.paths(walks.length, probe.source, probe.target, result.truncated),
    ...walks.map((walk, index) => {
      const other = index === taken ? null : (flows[index] ?? null);
      const hint = other === null ? '' : `  (--flow ${other})`;
      return `${index === taken ? '*' : ' '} ${wayOf(walk)}${hint}`;
    }),
    words.taken(walks.length === 1 ? null : flow),
  ].join('\n');
}

function wayOf(walk: Walk): string {
  const way = walk.steps.map((step) => step.node).join(' > ');
  return walk.disposition === 'ACCEPTED' ? way : `${way}  ${walk.disposition}`;
}
