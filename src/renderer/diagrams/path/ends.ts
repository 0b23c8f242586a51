/** How a path ends that does not come to its target: who told so, what was not probed, and what nobody answered. */
import type { ProbeView, ReplyKind, TraceHop, Walk, WalkStep } from '../../../shared/results';
import { walkLink, type PathLink, type PathNode } from './node';

/** Where a loop comes back to a node it has left before. */
export function secondVisit(steps: readonly WalkStep[]): number | null {
  const seen = new Set<string>();
  for (const [index, { node, spendsTtl }] of steps.entries()) {
    if (spendsTtl && seen.has(node)) return index;
    seen.add(node);
  }
  return null;
}

/** Indices of the steps that are shown of a way: of one that loops once around, and where it ends. */
export function shownSteps({ disposition, steps }: Walk): ReadonlySet<number> {
  const end = disposition === 'LOOP' ? secondVisit(steps) : null;
  const all = new Set(steps.keys());
  return end === null ? all : new Set([...all].filter((index) => index <= end || index === steps.length - 1));
}

/** How the last node told the sender, which it may be itself, that it cannot pass the probe on; null where it did not. */
export function reportOf(answers: readonly { readonly reply: ReplyKind | null }[]): ReplyKind | null {
  const reply = answers.at(-1)?.reply ?? null;
  return reply === 'net-unreachable' || reply === 'host-unreachable' ? reply : null;
}

/** What stands for one node or for none that the walk has. */
const NOBODY = {
  kind: 'host',
  name: null,
  area: null,
  address: null,
  ttls: null,
  hop: null,
  rttMs: [],
  step: null,
  end: null,
  report: null,
  branches: [],
} as const;

/** Between nodes of which no link is known. */
const NOTHING: PathLink = { kind: null, side: null, name: null, latencyMs: 0, state: 'lost' };

/** Behind what is drawn of a way: the rest of it as one, and the target. */
export function addFold(
  nodes: PathNode[],
  links: PathLink[],
  probe: ProbeView,
  walk: Walk,
  stoppedAfter: number | null,
  lastTtl: number | null,
): void {
  const first = (nodes.findLast(({ ttls }) => ttls !== null)?.ttls?.[1] ?? 0) + 1;
  const around = stoppedAfter === null;
  const link = walk.steps[nodes.length - 1];
  if (link !== undefined) links.push({ ...walkLink(link), state: around ? 'up' : 'lost' });
  // The target itself is drawn behind them.
  const last = around ? lastTtl : hopCount(walk) - (walk.disposition === 'ACCEPTED' ? 1 : 0);
  nodes.push({
    ...NOBODY,
    role: around ? 'around' : 'unprobed',
    ttls: last === null ? null : [first, Math.max(first, last)],
  });
  links.push(NOTHING);
  nodes.push(targetOf(probe));
}

/** How many hops a way has that comes to its end. */
export function hopCount(walk: Walk): number {
  return walk.steps.slice(1).filter((step) => step.spendsTtl || step.action === 'accepted').length;
}

function targetOf(probe: ProbeView): PathNode {
  const { targetNode } = probe;
  return {
    ...NOBODY,
    role: 'target',
    name: targetNode?.name ?? null,
    kind: targetNode?.kind ?? 'host',
    area: targetNode?.area ?? null,
    address: probe.targetAddress,
  };
}

/** Behind the node that lost the probe: the hops nobody answered, and the target it should have come to. */
export function addWhatIsMissing(
  nodes: PathNode[],
  links: PathLink[],
  probe: ProbeView,
  walk: Walk,
  rest: readonly TraceHop[],
): void {
  const final = walk.steps.at(-1);
  const linkFailed =
    walk.disposition === 'NEIGHBOR_UNREACHABLE' && final !== undefined && final.link !== null;
  const first = rest[0];
  const last = rest.at(-1);
  if (final?.denial?.direction === 'inbound') {
    // The rule stands before the node: what it stops has not come in.
    const into = links.pop();
    if (into !== undefined) links.push({ ...into, state: 'lost' });
    if (final.node === probe.targetName || final.ingressAddress === probe.targetAddress) {
      nodes.pop();
      nodes.push({
        ...targetOf(probe),
        name: final.node,
        kind: final.nodeKind,
        area: final.area,
        ttls: first === undefined || last === undefined ? null : [first.ttl, last.ttl],
        step: final,
        end: 'lost',
      });
      return;
    }
  }
  links.push({
    kind: final?.linkKind ?? null,
    side: final?.linkPath ?? null,
    name: linkFailed ? final.link : null,
    latencyMs: 0,
    state: linkFailed ? 'down' : 'lost',
  });
  if (first !== undefined && last !== undefined) {
    const answered = rest.find((hop) => hop.address !== null);
    nodes.push({
      ...NOBODY,
      role: 'gap',
      address: answered?.address ?? null,
      ttls: [first.ttl, last.ttl],
      rttMs: answered?.rttMs ?? [],
      hop: first,
    });
    links.push(NOTHING);
  }
  nodes.push(targetOf(probe));
}
