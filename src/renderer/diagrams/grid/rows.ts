/** A path as rows of facts: the same for every kind of trace, with what each of them knows. */
import type {
  CircuitSide,
  CommandResult,
  MtrResult,
  NodeKind,
  PathpingResult,
  PingResult,
  TraceHop,
  TraceResult,
} from '../../../shared/results';
import { pathModels } from '../path/model';
import { isFold, type PathNode } from '../path/node';
import { strings } from '../strings';

export type GridSource = TraceResult | PingResult | MtrResult | PathpingResult;

export type GridStatus = 'source' | 'reached' | 'answers' | 'passes' | 'silent' | 'unprobed' | 'lost';

export interface GridRow {
  /** Its number as a hop; null for those without one. */
  readonly hop: number | null;
  /** Null where nobody is known. */
  readonly name: string | null;
  readonly kind: NodeKind | null;
  /** Of an MSEE: which of its circuit's two paths it carries; null of others. */
  readonly side: CircuitSide | null;
  readonly area: string | null;
  readonly address: string | null;
  readonly nextHop: string | null;
  /** Least, mean and greatest of the answers, ms; null where there was none. */
  readonly rtt: { readonly min: number; readonly avg: number; readonly max: number } | null;
  /** Share of the probes that were not answered, 0 to 1; null where none was sent. */
  readonly loss: number | null;
  readonly status: GridStatus;
  readonly issues: readonly string[];
}

/** Null for a result that has no hops. */
export function gridSource(result: CommandResult): GridSource | null {
  switch (result.kind) {
    case 'trace':
    case 'ping':
    case 'mtr':
    case 'pathping':
      return result;
    case 'traceroute':
      return result.trace;
    default:
      return null;
  }
}

export function gridRows(result: GridSource): readonly GridRow[] {
  switch (result.kind) {
    case 'trace':
    case 'ping':
      return (pathModels(result)[0]?.nodes ?? []).map((node, index, nodes) =>
        walkRow(node, nodes[index - 1], nodes[index + 1]),
      );
    case 'mtr':
      return result.hops.map(({ ttl, node, address, sent, lost, bestMs, averageMs, worstMs, silence }) =>
        statisticsRow(
          { ttl, name: node, address, silence: silence?.text ?? null },
          lost < sent ? { min: bestMs, avg: averageMs, max: worstMs } : null,
          sent === 0 ? null : lost / sent,
        ),
      );
    case 'pathping':
      return result.hops.map(({ ttl, node, address, sent, lost, rttMs }) =>
        statisticsRow(
          { ttl, name: node, address, silence: null },
          rttMs === null ? null : { min: rttMs, avg: rttMs, max: rttMs },
          sent === 0 ? null : lost / sent,
        ),
      );
  }
}

function statisticsRow(
  hop: { ttl: number; name: string | null; address: string | null; silence: string | null },
  rtt: GridRow['rtt'],
  loss: number | null,
): GridRow {
  return {
    hop: hop.ttl,
    name: hop.name,
    kind: null,
    side: null,
    area: null,
    address: hop.address,
    nextHop: null,
    rtt,
    loss,
    status: hop.ttl === 0 ? 'source' : rtt === null ? 'silent' : 'answers',
    issues: hop.silence === null ? [] : [hop.silence],
  };
}

function walkRow(node: PathNode, before: PathNode | undefined, next: PathNode | undefined): GridRow {
  const isUnknown = isFold(node) || (node.role === 'target' && node.step === null);
  return {
    hop: node.ttls?.[0] ?? null,
    name: node.name,
    kind: isUnknown ? null : node.kind,
    // One that sends nothing on is known by the path it was sent on.
    side: node.kind === 'msee' ? (node.step?.linkPath ?? before?.step?.linkPath ?? null) : null,
    area: node.area === null ? null : `${strings.areaKinds[node.area.kind]} ${node.area.name}`,
    address: node.address ?? node.hop?.hiddenAddress ?? null,
    nextHop: nextHopOf(node, next),
    rtt: spread(node.rttMs),
    loss: node.rttMs.length === 0 ? null : unanswered(node.rttMs),
    status: statusOf(node),
    issues: issuesOf(node, node.hop),
  };
}

/** Least, mean and greatest of the times that came back, ms; null where none did. */
export function spread(rttMs: readonly (number | null)[]): GridRow['rtt'] {
  const times = rttMs.filter((time) => time !== null);
  if (times.length === 0) return null;
  const avg = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { min: Math.min(...times), avg, max: Math.max(...times) };
}

/** Share of the probes, at least one, that were not answered, 0 to 1. */
export function unanswered(rttMs: readonly (number | null)[]): number {
  return 1 - rttMs.filter((time) => time !== null).length / rttMs.length;
}

function nextHopOf(node: PathNode, next: PathNode | undefined): string | null {
  if (node.step === null || node.end === 'reached') return null;
  const chosen = node.step.route?.nextHops[node.step.chosen ?? 0];
  return chosen?.address ?? next?.address ?? next?.name ?? null;
}

function statusOf(node: PathNode): GridStatus {
  if (node.role === 'source') return 'source';
  if (node.end === 'lost' || node.role === 'target') return 'lost';
  if (node.role === 'gap') return 'silent';
  if (node.role === 'unprobed') return 'unprobed';
  if (node.role === 'around') return 'lost';
  if (node.end === 'reached') return 'reached';
  if (node.role === 'transit') return 'passes';
  if (node.hop?.rttMs.length === 0) return 'unprobed';
  return node.hop !== null && node.address === null ? 'silent' : 'answers';
}

function issuesOf(node: PathNode, hop: TraceHop | null): string[] {
  const issues: string[] = [];
  if (hop?.silence !== null && hop !== null) issues.push(hop.silence.text);
  if (node.end === 'lost' && node.step !== null) issues.push(node.step.note);
  if (node.report !== null) issues.push(strings.path.answered(strings.replies[node.report]));
  if (node.role === 'around') issues.push(strings.path.around);
  if (node.role === 'target') issues.push(strings.path.notReached);
  if (node.branches.length > 0) issues.push(strings.grid.branches(node.branches));
  return issues;
}
