/** Many equal paths drawn as some of them: more nodes abreast would make a picture higher than a window. */
import type { PathsResult, Walk } from '../../../shared/results';

/** Nodes at the same distance from the source. */
const MOST_ABREAST = 5;

/** The result with as many of its walks as fit: the one taken, those that are lost, then the others; null if all fit. */
export function foldWays(result: PathsResult): PathsResult | null {
  const walks = result.walks.map((walk, index) => ({ walk, index }));
  const rank = ({ walk, index }: (typeof walks)[number]): number =>
    index === result.taken ? 0 : walk.disposition === 'ACCEPTED' ? 2 : 1;
  const abreast: Set<string>[] = [];
  const kept = walks
    .toSorted((a, b) => rank(a) - rank(b))
    .filter(({ walk }) => {
      if (!fits(walk, abreast)) return false;
      for (const [at, { node }] of walk.steps.entries()) (abreast[at] ??= new Set()).add(node);
      return true;
    })
    .toSorted((a, b) => a.index - b.index);
  // To leave a single one out would save nothing.
  if (kept.length > walks.length - 2) return null;
  return {
    ...result,
    walks: kept.map(({ walk }) => walk),
    flows: kept.map(({ index }) => result.flows[index] ?? null),
    taken: kept.findIndex(({ index }) => index === result.taken),
  };
}

function fits({ steps }: Walk, abreast: readonly ReadonlySet<string>[]): boolean {
  return steps.every(({ node }, at) => {
    const nodes = abreast[at];
    return nodes === undefined || nodes.has(node) || nodes.size < MOST_ABREAST;
  });
}
