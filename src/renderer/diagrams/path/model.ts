/**
 * What a path diagram shows, taken from a typed result and freed of how it is drawn: nodes from source to
 * target, the links between them, the branches not taken, and the way of the replies where it differs.
 */
import type {
  AreaView,
  LinkKind,
  NodeKind,
  PathsResult,
  PingResult,
  ProbeView,
  TraceHop,
  TraceResult,
  Walk,
  WalkStep,
} from '../../../shared/results';

export type PathSource = TraceResult | PingResult | PathsResult;

/**
 * - `source`, `hop`: as numbered by the prober. `transit`: spends no TTL.
 * - `gap`: hops that nobody answered and no node is known for. `target`: where the probe should have come.
 */
export type PathNodeRole = 'source' | 'hop' | 'transit' | 'gap' | 'target';

export interface PathNode {
  readonly role: PathNodeRole;
  readonly name: string | null;
  readonly kind: NodeKind;
  readonly area: AreaView | null;
  /** The address it answered from (source and target: its own); null where it is silent. */
  readonly address: string | null;
  /** First and last TTL it stands for; null for those without a number. */
  readonly ttls: readonly [number, number] | null;
  /** What tracert saw of it; null where nothing was probed hop by hop. */
  readonly hop: TraceHop | null;
  /** Times to show (ms), null for a lost one. */
  readonly rttMs: readonly (number | null)[];
  readonly step: WalkStep | null;
  readonly end: 'reached' | 'lost' | null;
  /** Nodes of the other members of the ECMP set here. */
  readonly branches: readonly string[];
}

/** The link from a node to the one after it. */
export interface PathLink {
  readonly kind: LinkKind | null;
  readonly name: string | null;
  readonly latencyMs: number;
  /** `lost`: behind the point where the probe was lost. */
  readonly state: 'up' | 'down' | 'lost';
}

export interface PathModel {
  /** Which of several paths this is, from 0; null where there is one. */
  readonly index: number | null;
  readonly taken: boolean;
  readonly probe: ProbeView;
  readonly walk: Walk;
  readonly reached: boolean;
  readonly nodes: readonly PathNode[];
  /** links[i] joins nodes[i] and nodes[i + 1]. */
  readonly links: readonly PathLink[];
  /** The way of the last reply where it visits other nodes than the probe did. */
  readonly back: Walk | null;
}

export function pathModels(result: PathSource): readonly PathModel[] {
  switch (result.kind) {
    case 'trace':
      return [buildModel(result.probe, result.forwardWalk, result.hops, result.reached, result.returnWalk)];
    case 'ping': {
      const model = buildModel(result.probe, result.forwardWalk, null, result.reached, result.returnWalk);
      return [withTimesAtEnd(model, result)];
    }
    case 'paths':
      return result.walks.map((walk, index) => ({
        ...buildModel(result.probe, walk, null, arrives(walk), null),
        index,
        taken: index === result.taken,
      }));
  }
}

/** Median of the times that came back, ms; null if none did. */
export function medianRtt(times: readonly (number | null)[]): number | null {
  const sorted = times.filter((time) => time !== null).toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 1 ? middle : middle - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

function arrives(walk: Walk): boolean {
  return walk.steps.at(-1)?.action === 'accepted';
}

function buildModel(
  probe: ProbeView,
  walk: Walk,
  hops: readonly TraceHop[] | null,
  reached: boolean,
  returnWalk: Walk | null,
): PathModel {
  const hopByTtl = new Map((hops ?? []).map((hop) => [hop.ttl, hop]));
  const accepted = arrives(walk);
  const nodes: PathNode[] = [];
  let lastTtl = 0;
  walk.steps.forEach((step, index) => {
    // The node a probe ends at answers it, whether or not it would have spent a TTL on passing it on.
    const numbered = index > 0 && (step.spendsTtl || step.action === 'accepted');
    if (numbered) lastTtl += 1;
    const hop = numbered ? (hopByTtl.get(lastTtl) ?? null) : null;
    nodes.push(walkNode(probe, step, index, numbered ? lastTtl : null, hop, hops !== null));
  });

  const rest = (hops ?? []).filter((hop) => hop.ttl > lastTtl);
  const last = nodes.at(-1);
  if (last !== undefined) {
    // A target that stays silent is probed again and again until the hops run out.
    const again = accepted && last.ttls !== null && rest.length > 0;
    const ttls = again ? ([last.ttls[0], rest.at(-1)?.ttl ?? last.ttls[1]] as const) : last.ttls;
    nodes[nodes.length - 1] = { ...last, ttls, end: endOf(accepted, reached) };
  }
  const links = walk.steps.slice(0, -1).map((step) => walkLink(step));
  if (!accepted) addWhatIsMissing(nodes, links, probe, walk, rest);
  return {
    index: null,
    taken: true,
    probe,
    walk,
    reached,
    nodes,
    links,
    back: returnWalk !== null && returnsElsewhere(walk, returnWalk) ? returnWalk : null,
  };
}

function endOf(accepted: boolean, reached: boolean): 'reached' | 'lost' | null {
  if (!accepted) return 'lost';
  return reached ? 'reached' : null;
}

function walkNode(
  probe: ProbeView,
  step: WalkStep,
  index: number,
  ttl: number | null,
  hop: TraceHop | null,
  traced: boolean,
): PathNode {
  const ingress = step.action === 'accepted' ? probe.targetAddress : step.ingressAddress;
  let address: string | null = null;
  if (index === 0) address = probe.sourceAddress;
  else if (ttl !== null) address = traced ? (hop?.address ?? null) : ingress;
  return {
    role: index === 0 ? 'source' : ttl === null ? 'transit' : 'hop',
    name: step.node,
    kind: step.nodeKind,
    area: step.area,
    address,
    ttls: ttl === null ? null : [ttl, ttl],
    hop,
    rttMs: hop?.rttMs ?? [],
    step,
    end: null,
    branches: branchesOf(step),
  };
}

function branchesOf(step: WalkStep): readonly string[] {
  if (step.route === null || step.chosen === null) return [];
  const chosen = step.route.nextHops[step.chosen]?.node ?? null;
  const others = step.route.nextHops.flatMap((hop, index) =>
    index === step.chosen || hop.node === null || hop.node === chosen ? [] : [hop.node],
  );
  return [...new Set(others)];
}

function walkLink(step: WalkStep): PathLink {
  return { kind: step.linkKind, name: step.link, latencyMs: step.latencyMs, state: 'up' };
}

/** Behind the node that lost the probe: the hops nobody answered, and the target it should have come to. */
function addWhatIsMissing(
  nodes: PathNode[],
  links: PathLink[],
  probe: ProbeView,
  walk: Walk,
  rest: readonly TraceHop[],
): void {
  const final = walk.steps.at(-1);
  const linkFailed =
    walk.disposition === 'NEIGHBOR_UNREACHABLE' && final !== undefined && final.link !== null;
  const nothing = { kind: 'host', area: null, hop: null, step: null, end: null, branches: [] } as const;
  const first = rest[0];
  const last = rest.at(-1);
  links.push({
    kind: final?.linkKind ?? null,
    name: linkFailed ? final.link : null,
    latencyMs: 0,
    state: linkFailed ? 'down' : 'lost',
  });
  if (first !== undefined && last !== undefined) {
    const answered = rest.find((hop) => hop.address !== null);
    nodes.push({
      ...nothing,
      role: 'gap',
      name: null,
      address: answered?.address ?? null,
      ttls: [first.ttl, last.ttl],
      rttMs: answered?.rttMs ?? [],
      hop: first,
    });
    links.push({ kind: null, name: null, latencyMs: 0, state: 'lost' });
  }
  nodes.push({
    ...nothing,
    role: 'target',
    name: probe.targetName === probe.targetAddress ? null : probe.targetName,
    address: probe.targetAddress,
    ttls: null,
    rttMs: [],
  });
}

function withTimesAtEnd(model: PathModel, ping: PingResult): PathModel {
  if (!arrives(model.walk)) return model;
  const nodes = model.nodes.map((node, index) =>
    index === model.nodes.length - 1 ? { ...node, rttMs: ping.echoes.map((echo) => echo.rttMs) } : node,
  );
  return { ...model, nodes };
}

function returnsElsewhere(forward: Walk, back: Walk): boolean {
  const there = visited(forward);
  const from = back.steps[0]?.node;
  const cut = from === undefined ? -1 : there.indexOf(from);
  const expected = (cut === -1 ? there : there.slice(0, cut + 1)).toReversed();
  const home = visited(back);
  return home.length !== expected.length || home.some((node, index) => node !== expected[index]);
}

/** Names of the devices on a way; the fabric of a VNet is everywhere in it and tells nothing. */
export function visited(walk: Walk): string[] {
  return walk.steps.filter((step) => step.nodeKind !== 'vnet').map((step) => step.node);
}
