/** Who reaches whom. */

import type { AreaView, Disposition } from './network';

/** A host as a row or column of a table of pairs. */
export interface PairHost {
  readonly name: string;
  readonly address: string;
  /** VNet or site; null for one that stands in neither. */
  readonly area: AreaView | null;
}

/** An echo from one host to another. */
export interface PairView {
  readonly from: string;
  readonly to: string;
  /** The echo and its answer arrived. */
  readonly reached: boolean;
  /** Of the echo; where that arrived, of its answer. */
  readonly disposition: Disposition;
  /** Node at which it was lost; null where it was not. */
  readonly lostAt: string | null;
  /** TTL needed to arrive; null where it does not. */
  readonly hops: number | null;
  readonly rttMs: number | null;
}

interface Pairs {
  /** By area, in the order of the topology. */
  readonly hosts: readonly PairHost[];
  /** By source, then by target. */
  readonly pairs: readonly PairView[];
  /** Hosts left out beyond the limit. */
  readonly hostsLeftOut: number;
}

/** All pairs of hosts as a list. */
export interface ReachResult extends Pairs {
  readonly kind: 'reach';
}

/** All pairs of hosts, sources as rows and targets as columns. */
export interface MatrixResult extends Pairs {
  readonly kind: 'matrix';
}
