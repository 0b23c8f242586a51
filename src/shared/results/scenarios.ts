/** Networks beside the one that is asked, and what differs between two of them. */
import type { DirectionDecision } from './paths';
import type { PairHost, PairView } from './reach';

/** A scenario that a console line has named. */
export interface ScenarioResult {
  readonly kind: 'scenario';
  readonly name: string;
  /** `base`, or the scenario it starts from. */
  readonly from: string;
  readonly edits: readonly { readonly text: string; readonly summary: string }[];
}

/**
 * `lost`: the echo or its answer no longer arrives. `gained`: it does now. `longer`: it arrives with more hops or
 * more latency. `changed`: it takes another way that is no longer, or the same one faster.
 */
export type PairChange = 'lost' | 'gained' | 'longer' | 'changed';

/** An echo in one of the two networks. */
export interface PairWay extends Omit<PairView, 'from' | 'to'> {
  /** Nodes on the way there, the sender first. */
  readonly nodes: readonly string[];
  /** The links by which these send on; null where one sends nothing on. */
  readonly links: readonly (string | null)[];
  /** Nodes on the way of the answer, and their links; empty where none was sent. */
  readonly back: readonly string[];
  readonly backLinks: readonly (string | null)[];
}

/** The first node at which the ways in two networks differ. */
export interface Parting {
  /** Whether the echo goes another way, or only its answer. */
  readonly direction: 'there' | 'back';
  /** The first hop that differs, as a trace numbers it. */
  readonly hop: number;
  readonly before: DirectionDecision;
  readonly after: DirectionDecision;
}

export interface PairDifference {
  readonly from: string;
  readonly to: string;
  readonly change: PairChange;
  readonly before: PairWay;
  readonly after: PairWay;
  /** Null where only times differ. */
  readonly parting: Parting | null;
  /** What differs first and by which rule, in sentences. */
  readonly text: string;
}

/** Differential reachability: all pairs of hosts in two networks. */
export interface CompareResult {
  readonly kind: 'compare';
  /** `base` or the name of a scenario. */
  readonly before: string;
  readonly after: string;
  /** Hosts of both networks, by area. */
  readonly hosts: readonly PairHost[];
  /** Pairs of them, and how many reach each other in either network. */
  readonly pairs: number;
  readonly reaching: { readonly before: number; readonly after: number };
  /** Lost ones first, then gained, longer and changed ones. */
  readonly differences: readonly PairDifference[];
  /** Hosts that only one of the networks has. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  readonly hostsLeftOut: number;
  /** What is down in the network after, or no longer in it, by name. */
  readonly down: { readonly nodes: readonly string[]; readonly links: readonly string[] };
}

/** The same as a table of pairs, sources as rows and targets as columns. */
export interface MatrixDiffResult {
  readonly kind: 'matrix-diff';
  readonly compare: CompareResult;
}
