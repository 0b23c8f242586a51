/**
 * What a path diagram shows, taken from a typed result and freed of how it is drawn: nodes from source to
 * target, the links between them, the branches not taken, and the way of the replies where it differs.
 */
import type {
  PathsResult,
  PingResult,
  ProbeView,
  ReplyKind,
  Silence,
  TraceHop,
  TraceResult,
  Walk,
  WalkStep,
} from '../../../shared/results';
import { addFold, addWhatIsMissing, reportOf, secondVisit } from './ends';
import { walkLink, type PathLink, type PathNode } from './node';

export type PathSource = TraceResult | PingResult | PathsResult;

export interface PathModel {
  /** Which of several paths this is, from 0; null where there is one. */
  readonly index: number | null;
  readonly taken: boolean;
  readonly probe: ProbeView;
  readonly walk: Walk;
  readonly reached: boolean;
  /** Why the target does not answer where the probe comes to it; null where it does, or where none was sent. */
  readonly silence: Silence | null;
  /** Hops after which the trace ended before it came to the end of the way; null where that was not so. */
  readonly stoppedAfter: number | null;
  readonly nodes: readonly PathNode[];
  /** links[i] joins nodes[i] and nodes[i + 1]. */
  readonly links: readonly PathLink[];
  /** The way of the last reply where it visits other nodes than the probe did. */
  readonly back: Walk | null;
  /** The way of the last reply; null if none was sent, or none is asked for. */
  readonly returnWalk: Walk | null;
}

export function pathModels(result: PathSource): readonly PathModel[] {
  switch (result.kind) {
    case 'trace': {
      const { probe, forwardWalk, hops, reached, returnWalk } = result;
      return [buildModel(probe, forwardWalk, hops, reached, returnWalk, reportOf(hops))];
    }
    case 'ping': {
      const { probe, forwardWalk, echoes, reached, returnWalk } = result;
      const model = buildModel(probe, forwardWalk, null, reached, returnWalk, reportOf(echoes));
      return [{ ...withTimesAtEnd(model, result), silence: arrives(forwardWalk) ? result.silence : null }];
    }
    case 'paths':
      return result.walks.map((walk, index) => ({
        ...buildModel(result.probe, walk, null, arrives(walk), null, null),
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
  report: ReplyKind | null,
): PathModel {
  const hopByTtl = new Map((hops ?? []).map((hop) => [hop.ttl, hop]));
  const probed = hops?.at(-1)?.ttl ?? null;
  const loopEnd = walk.disposition === 'LOOP' ? secondVisit(walk.steps) : null;
  const accepted = arrives(walk);
  const nodes: PathNode[] = [];
  let lastTtl = 0;
  let stoppedAfter: number | null = null;
  for (const [index, step] of walk.steps.entries()) {
    // The node a probe ends at answers it, whether or not it would have spent a TTL on passing it on.
    const ends = step.action === 'accepted' || (report !== null && index === walk.steps.length - 1);
    const toItself = walk.steps.length === 1 && step.action === 'accepted';
    const numbered = toItself || (index > 0 && (step.spendsTtl || ends));
    if (numbered && probed !== null && lastTtl === probed) {
      stoppedAfter = probed;
      break;
    }
    if (numbered) lastTtl += 1;
    const hop = numbered ? (hopByTtl.get(lastTtl) ?? null) : null;
    nodes.push(walkNode(probe, step, index, numbered ? lastTtl : null, hop, hops !== null));
    if (index === loopEnd) break;
  }

  const rest = report === null ? (hops ?? []).filter((hop) => hop.ttl > lastTtl) : [];
  const links = walk.steps.slice(0, nodes.length - 1).map((step) => walkLink(step));
  const last = nodes.at(-1);
  const isWhole = nodes.length === walk.steps.length;
  if (last !== undefined && isWhole) {
    // A target that stays silent is probed again and again until the hops run out.
    const again = accepted && last.ttls !== null && rest.length > 0;
    const ttls = again ? ([last.ttls[0], rest.at(-1)?.ttl ?? last.ttls[1]] as const) : last.ttls;
    nodes[nodes.length - 1] = { ...last, ttls, end: endOf(accepted, reached), report };
  }
  if (!isWhole) addFold(nodes, links, probe, walk, stoppedAfter, rest.at(-1)?.ttl ?? null);
  else if (!accepted) addWhatIsMissing(nodes, links, probe, walk, rest);
  return {
    index: null,
    taken: true,
    probe,
    walk,
    reached,
    silence: accepted ? (nodes.at(-1)?.hop?.silence ?? null) : null,
    stoppedAfter,
    nodes,
    links,
    back: returnWalk !== null && returnsElsewhere(walk, returnWalk) ? returnWalk : null,
    returnWalk,
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
    report: null,
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
