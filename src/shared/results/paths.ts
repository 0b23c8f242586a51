/** What is to be said of the whole way between two nodes: its branches, its way back, its capacity. */

import type { Disposition, LinkKind } from './network';
import type { RouteView } from './routes';
import type { ProbeView, TraceResult } from './traces';
import type { Walk } from './walks';

/** Every ECMP branch from a source to a target, as a list of walks with the one this flow takes marked. */
export interface PathsResult {
  readonly kind: 'paths';
  readonly probe: ProbeView;
  readonly walks: readonly Walk[];
  /** For each walk a flow that takes it, as `--flow` takes it; null where none was found. */
  readonly flows: readonly (string | null)[];
  /** Index in walks. */
  readonly taken: number;
  /** True if the list was cut at the stated limit. */
  readonly truncated: boolean;
}

/** What one node does with packets of one direction. */
export interface DirectionDecision {
  readonly node: string;
  /** The route that matched; null where none did or none was asked. */
  readonly route: RouteView | null;
  /** Where the packet goes; null where it ends. */
  readonly next: string | null;
  readonly link: string | null;
}

/** Where two directions part: the last node both share, seen from the one who sends. */
export interface Divergence {
  /** What the forward direction does at its last node that the way back mirrors. */
  readonly forward: DirectionDecision;
  /** The same of the way back, seen from the target. */
  readonly back: DirectionDecision;
  readonly text: string;
}

/** A trace and the trace back. */
export interface TraceBothResult {
  readonly kind: 'trace-both';
  readonly forward: TraceResult;
  readonly back: TraceResult;
  /** Null where the way back is the way there, read backwards. */
  readonly divergence: Divergence | null;
}

export interface CapacityPart {
  /** Name of the link, connection, circuit or gateway. */
  readonly element: string;
  readonly what: LinkKind | 'vpn-gateway' | 'er-gateway';
  /** bit/s; null where the topology does not say. */
  readonly bandwidth: number | null;
}

/** The smallest bandwidth on a path. */
export interface BottleneckResult {
  readonly kind: 'bottleneck';
  readonly probe: ProbeView;
  readonly reached: boolean;
  readonly disposition: Disposition;
  /** Everything on the path that has or could have a bandwidth, in order. */
  readonly parts: readonly CapacityPart[];
  /** bit/s; null where no bandwidth on the path is known. */
  readonly bandwidth: number | null;
}
