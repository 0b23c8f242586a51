/** Every ECMP path, one a line, the one the flow takes marked. */
import type { PathsResult, Walk } from '../../../shared/results';

export function pathsText(result: PathsResult): string {
  const { probe, walks, taken, flows } = result;
  const count = `${walks.length} ${walks.length === 1 ? 'path' : 'paths'}`;
  const cut = result.truncated ? ' (there are more; these are the first)' : '';
  const flow = flows[taken] ?? probe.protocol;
  return [
    `${count} from ${probe.source} to ${probe.target}${cut}`,
    ...walks.map((walk, index) => {
      const other = index === taken ? null : (flows[index] ?? null);
      const hint = other === null ? '' : `  (--flow ${other})`;
      return `${index === taken ? '*' : ' '} ${wayOf(walk)}${hint}`;
    }),
    `* the path this flow takes${walks.length === 1 ? '' : `: ${flow}`}`,
  ].join('\n');
}

function wayOf(walk: Walk): string {
  const way = walk.steps.map((step) => step.node).join(' > ');
  return walk.disposition === 'ACCEPTED' ? way : `${way}  ${walk.disposition}`;
}
