/** Every ECMP path, one a line, the one the flow takes marked. */
import type { PathsResult, Walk, WalkStep } from '../../../shared/results';
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
      return `${index === taken ? '*' : ' '} ${wayOf(walk, walks)}${hint}`;
    }),
    words.taken(walks.length === 1 ? null : flow),
  ].join('\n');
}

function wayOf(walk: Walk, all: readonly Walk[]): string {
  const alike = all.filter((other) => other !== walk && namesOf(other) === namesOf(walk));
  const end = walk.disposition === 'LOOP' ? secondVisit(walk) : walk.steps.length;
  const nodes = walk.steps.slice(0, end).map((step, index) => {
    const differs = alike.some(({ steps }) => steps[index]?.ingress !== step.ingress);
    return differs ? `${step.node} (${ingressOf(step, alike, index)})` : step.node;
  });
  const way = [...nodes, ...(end < walk.steps.length ? ['...'] : [])].join(' > ');
  return walk.disposition === 'ACCEPTED' ? way : `${way}  ${walk.disposition}`;
}

function namesOf({ steps }: Walk): string {
  return steps.map(({ node }) => node).join(' ');
}

/** The address it comes in at, or the interface where addresses do not tell it from ways alike. */
function ingressOf({ ingress, ingressAddress }: WalkStep, alike: readonly Walk[], index: number): string {
  const isTold = alike.some(({ steps }) => steps[index]?.ingressAddress !== ingressAddress);
  return (isTold ? ingressAddress : ingress) ?? '';
}

/** How many steps a loop shows before it repeats itself. */
function secondVisit({ steps }: Walk): number {
  const seen = new Set<string>();
  const again = steps.findIndex(({ node, ingress, spendsTtl }) => {
    const key = `${node} ${ingress}`;
    const isBack = spendsTtl && seen.has(key);
    seen.add(key);
    return isBack;
  });
  return again === -1 ? steps.length : again + 1;
}
