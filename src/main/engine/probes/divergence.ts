/** Where the way back is not the way there read backwards, and which routes part them. */
import type { DirectionDecision, Divergence, Walk, WalkStep } from '../../../shared/results';
import { strings } from '../../../shared/strings';

const words = strings.reasons.differences;

/** Null where the ways mirror each other, or where one of them does not arrive and there is nothing to compare. */
export function divergenceOf(forward: Walk, back: Walk): Divergence | null {
  if (forward.disposition !== 'ACCEPTED' || back.disposition !== 'ACCEPTED') return null;
  const there = partingStep(forward.steps, back.steps);
  const home = partingStep(back.steps, forward.steps);
  if (there === null || home === null) return null;
  return {
    forward: there,
    back: home,
    text: `${words.thereAndBack(decisionWords(there), decisionWords(home))}${gatewayWords(forward, back)}`,
  };
}

/** ExpressRoute's own asymmetry: a gateway that packets pass from the circuit only. */
function gatewayWords(forward: Walk, back: Walk): string {
  const [there, home] = [gatewaysOf(forward), gatewaysOf(back)];
  const gateway = [...there, ...home].find((name) => !there.includes(name) || !home.includes(name));
  return gateway === undefined ? '' : words.gateway(gateway);
}

function gatewaysOf({ steps }: Walk): string[] {
  return steps.filter(({ nodeKind }) => nodeKind === 'er-gateway').map(({ node }) => node);
}

/** The first step of a way that the other does not make in the opposite direction; null where it makes them all. */
function partingStep(way: readonly WalkStep[], other: readonly WalkStep[]): DirectionDecision | null {
  const mirror = other.toReversed();
  for (const [at, step] of way.entries()) {
    const next = way[at + 1]?.node ?? null;
    // A step carries the link it leaves by, so the link into `next` belongs to `next` in the other direction.
    const isMirrored =
      next === (mirror[at + 1]?.node ?? null) && step.link === (mirror[at + 1]?.link ?? null);
    if (!isMirrored) return { node: step.node, route: step.route, next, link: step.link };
  }
  return null;
}

/** What a node does with the packets of one direction, in a sentence. */
export function decisionWords({ node, route, next, link }: DirectionDecision): string {
  const why = route === null ? '' : words.because(route.prefix, route.why);
  return words.decision(node, next, link === next ? null : link, why);
}
