/** The nodes of a path and the links between them, freed of how they are drawn. */
import type {
  AreaView,
  CircuitSide,
  LinkKind,
  NodeKind,
  ReplyKind,
  TraceHop,
  WalkStep,
} from '../../../shared/results';
import { strings } from '../strings';

/**
 * - `source`, `hop`: as numbered by the prober. `transit`: spends no TTL.
 * - `target`: where the probe should have come.
 * - Several hops as one: `gap`, that nobody answered and no node is known for; `around`, of a loop that has come back
 *   to where it was; `unprobed`, that the trace had no probes left for.
 */
export type PathNodeRole = 'source' | 'hop' | 'transit' | 'target' | 'gap' | 'around' | 'unprobed';

/** Whether it stands for hops of which nobody is drawn. */
export function isFold({ role }: PathNode): boolean {
  return role === 'gap' || role === 'around' || role === 'unprobed';
}

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
  /** With what it told the sender that it cannot pass the probe on; null where it did not. */
  readonly report: ReplyKind | null;
  /** Nodes of the other members of the ECMP set here. */
  readonly branches: readonly string[];
}

/** The link from a node to the one after it. */
export interface PathLink {
  readonly kind: LinkKind | null;
  /** Which of its circuit's two paths; null of other kinds. */
  readonly side: CircuitSide | null;
  readonly name: string | null;
  readonly latencyMs: number;
  /** `lost`: behind the point where the probe was lost. */
  readonly state: 'up' | 'down' | 'lost';
}

/** Its name, and which of its circuit's paths it is; null where it has no name. */
export function linkTitle({ name, side }: Pick<PathLink, 'name' | 'side'>): string | null {
  return name === null || side === null ? name : strings.path.onSide(name, strings.map.pathShort[side]);
}

export function walkLink(step: WalkStep): PathLink {
  const { linkKind, linkPath, link, latencyMs } = step;
  return { kind: linkKind, side: linkPath, name: link, latencyMs, state: 'up' };
}
