/**
 * Several ways between the same two ends as one graph without circles: what they share stands there once.
 * Ways back are read backwards, so that every way leads from the source on the left to the target on the right.
 */
import type {
  AreaView,
  CircuitSide,
  LinkKind,
  NodeKind,
  PathsResult,
  ProbeView,
  SilenceReason,
  TraceBothResult,
  TraceHop,
  Walk,
  WalkStep,
} from '../../../shared/results';
import { shownSteps } from './ends';

export type WaysSource = PathsResult | TraceBothResult;

/** Of several equal ways one is taken; of two directions one leads there and one back. */
export type WayRole = 'taken' | 'possible' | 'there' | 'back';

export interface Way {
  readonly role: WayRole;
  readonly walk: Walk;
  /** Of a way back: it begins at a hop that answered, not at the target. */
  readonly isFromHop?: boolean;
}

export interface WayNode {
  readonly id: string;
  readonly name: string;
  readonly kind: NodeKind;
  readonly area: AreaView | null;
  /** The address it would answer a probe from; null where it spends no TTL. */
  readonly address: string | null;
  /** Its numbers as a hop, the least and the greatest; null for one that is none. */
  readonly ttls: readonly [number, number] | null;
  readonly end: 'source' | 'target' | null;
  /** False for one that never spends a TTL, such as a VNet's fabric. */
  readonly counts: boolean;
  /** Why it does not answer a trace; null where it does, or none was made. */
  readonly silence: SilenceReason | null;
  /** Steps made here, each by another way. */
  readonly visits: readonly { readonly way: number; readonly step: WalkStep }[];
  /** Ways that are lost here. */
  readonly lost: readonly number[];
}

/** From left to right; a way back runs from `to` to `from`. */
export interface WayEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind | null;
  /** Which of its circuit's two paths; null of other kinds. */
  readonly side: CircuitSide | null;
  readonly link: string | null;
  readonly latencyMs: number;
  /** It stands for a way round a loop, again and again; no link joins its ends. */
  readonly isAround: boolean;
  readonly role: WayRole;
  readonly ways: readonly number[];
}

export interface WayGraph {
  readonly probe: ProbeView;
  readonly ways: readonly Way[];
  /** There are more ways than these. */
  readonly isPart: boolean;
  /** In an order in which every edge leads forward. */
  readonly nodes: readonly WayNode[];
  readonly edges: readonly WayEdge[];
}

export function wayGraph(result: WaysSource): WayGraph {
  if (result.kind === 'paths') return joinWays(result.probe, waysOf(result), []);
  return joinWays(result.forward.probe, waysOf(result), result.forward.hops);
}

/** @param hops of the trace that tells who does not answer; empty where none was made */
export function joinWays(probe: ProbeView, ways: readonly Way[], hops: readonly TraceHop[]): WayGraph {
  const builder = new GraphBuilder();
  ways.forEach((way, index) => builder.add(way, index));
  return { probe, ways, isPart: false, ...builder.finish(probe, hops) };
}

/** The one that is taken first: the others are placed round it. */
function waysOf(result: WaysSource): Way[] {
  if (result.kind === 'trace-both') {
    return [
      { role: 'there', walk: result.forward.forwardWalk },
      { role: 'back', walk: result.back.forwardWalk },
    ];
  }
  const all = result.walks.map((walk, index): Way => ({
    role: index === result.taken ? 'taken' : 'possible',
    walk,
  }));
  return [...all.filter(({ role }) => role === 'taken'), ...all.filter(({ role }) => role === 'possible')];
}

interface NodeDraft {
  readonly id: string;
  readonly step: WalkStep;
  readonly visits: { readonly way: number; readonly step: WalkStep }[];
  readonly lost: number[];
  ttls: [number, number] | null;
  readonly addresses: Set<string>;
  /** The source or the target of the probe. */
  isEnd: boolean;
}

interface EdgeDraft extends Omit<WayEdge, 'ways'> {
  readonly ways: number[];
}

class GraphBuilder {
  private readonly nodes = new Map<string, NodeDraft>();
  private readonly edges = new Map<string, EdgeDraft>();
  private readonly after = new Map<string, Set<string>>();

  add({ role, walk, isFromHop = false }: Way, way: number): void {
    const isBack = role === 'back';
    const numbered = numberSteps(walk);
    const shown = shownSteps(walk);
    const seen = numbered
      .map((entry, index) => ({ ...entry, index }))
      .filter(({ index }) => shown.has(index));
    const order = isBack ? seen.toReversed() : seen;
    let before: string | null = null;
    for (const [at, entry] of order.entries()) {
      const id = this.idFor(entry.step.node, before);
      const node = this.nodes.get(id) ?? this.create(id, entry.step);
      node.visits.push({ way, step: entry.step });
      const { action } = entry.step;
      if (action === 'accepted' || (action === 'originated' && !isFromHop)) node.isEnd = true;
      // The way there counts the hops; the way back counts from its own end.
      if (!isBack && entry.ttl !== null) {
        node.ttls = [
          Math.min(node.ttls?.[0] ?? entry.ttl, entry.ttl),
          Math.max(node.ttls?.[1] ?? 0, entry.ttl),
        ];
      }
      if (!isBack && entry.step.ingressAddress !== null) node.addresses.add(entry.step.ingressAddress);
      if (entry.index === numbered.length - 1 && entry.step.action !== 'accepted') node.lost.push(way);
      if (before !== null) {
        const last = order[at - 1];
        // A step carries the link it leaves by.
        const leaving = isBack ? entry : last;
        const isAround = Math.abs(entry.index - (last?.index ?? 0)) > 1;
        if (leaving !== undefined) this.connect(before, id, leaving.step, { role, way, isAround });
      }
      before = id;
    }
  }

  /** A node met again on the way, or one that would close a circle with other ways, stands there once more. */
  private idFor(name: string, before: string | null): string {
    if (before === null) return name;
    let id = name;
    while (id === before || this.leads(id, before)) id += '′';
    return id;
  }

  private leads(from: string, to: string): boolean {
    const seen = new Set([from]);
    const queue = [from];
    for (const id of queue) {
      for (const next of this.after.get(id) ?? []) {
        if (next === to) return true;
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return false;
  }

  private create(id: string, step: WalkStep): NodeDraft {
    const node: NodeDraft = {
      id,
      step,
      visits: [],
      lost: [],
      ttls: null,
      addresses: new Set(),
      isEnd: false,
    };
    this.nodes.set(id, node);
    return node;
  }

  private connect(
    from: string,
    to: string,
    step: WalkStep,
    { role, way, isAround }: { readonly role: WayRole; readonly way: number; readonly isAround: boolean },
  ): void {
    this.after.set(from, (this.after.get(from) ?? new Set()).add(to));
    // What the taken way shares with others is drawn as taken; the two directions are drawn beside each other.
    const key = JSON.stringify([from, to, isAround ? null : step.link, role === 'back']);
    const known = this.edges.get(key);
    if (known !== undefined) {
      known.ways.push(way);
      return;
    }
    this.edges.set(key, {
      from,
      to,
      kind: isAround ? null : step.linkKind,
      side: isAround ? null : step.linkPath,
      link: isAround ? null : step.link,
      latencyMs: step.latencyMs,
      isAround,
      role,
      ways: [way],
    });
  }

  finish(probe: ProbeView, hops: readonly TraceHop[]): Pick<WayGraph, 'nodes' | 'edges'> {
    const silences = new Map(hops.map((hop) => [hop.node, hop.silence?.reason ?? null]));
    const nodes = this.sorted().map(({ id, step, visits, lost, ttls, addresses, isEnd }): WayNode => {
      const isSource = step.node === probe.source;
      const isTarget = isEnd && !isSource;
      return {
        id,
        name: step.node,
        kind: step.nodeKind,
        area: step.area,
        address: isSource
          ? probe.sourceAddress
          : isTarget
            ? probe.targetAddress
            : ttls === null
              ? null
              : addressText(addresses),
        ttls,
        counts: isEnd || visits.some((visit) => visit.step.spendsTtl),
        silence: isSource ? null : (silences.get(step.node) ?? null),
        end: isSource ? 'source' : isTarget ? 'target' : null,
        visits,
        lost,
      };
    });
    return { nodes, edges: [...this.edges.values()] };
  }

  /** Depth first from the end; what was met first stands first among equals. */
  private sorted(): NodeDraft[] {
    const done = new Set<string>();
    const order: NodeDraft[] = [];
    const visit = (id: string): void => {
      if (done.has(id)) return;
      done.add(id);
      for (const next of this.after.get(id) ?? []) visit(next);
      const node = this.nodes.get(id);
      if (node !== undefined) order.push(node);
    };
    for (const id of this.nodes.keys()) visit(id);
    return order.toReversed();
  }
}

interface NumberedStep {
  readonly step: WalkStep;
  readonly index: number;
  readonly ttl: number | null;
}

/** The steps with their number as a hop: who spends a TTL, and who the packet is for. */
function numberSteps(walk: Walk): NumberedStep[] {
  let ttl = 0;
  return walk.steps.map((step, index) => {
    const counts = index > 0 && (step.spendsTtl || step.action === 'accepted');
    if (counts) ttl += 1;
    return { step, index, ttl: counts ? ttl : null };
  });
}

/** Several where ways come in at different ones, such as those of a gateway's instances; null for none. */
function addressText(addresses: ReadonlySet<string>): string | null {
  const [first = null, second = null, ...more] = addresses;
  if (first === null || second === null) return first;
  return more.length === 0 ? `${first}, ${second}` : `${first}, …`;
}
