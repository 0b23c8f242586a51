/** What all kinds of elements have in common. */

/** What every element can say of itself. */
export interface Element {
  readonly shutdown: boolean;
  readonly description: string | null;
  /** True for facts that are assumed rather than published; shown wherever the element is shown. */
  readonly inferred: boolean;
}

/** px to the right and down on maps, by a hand; null where the map places it itself. */
export type Position = readonly [number, number] | null;

/** What stands on maps as a node. */
export interface Placed {
  readonly position: Position;
}

export interface EndPoint {
  readonly node: string;
  readonly interface: string;
}

/** RFC 3443: uniform, the inner TTL counts along the tunnel; pipe, it does not. Set by the head end. */
export type TtlModel = 'uniform' | 'pipe';

export interface IcmpTraits {
  /** Whether it answers probes that expire at it (and echo requests to it). */
  readonly answers: boolean;
  /** Mean of the slow path's delay before an answer, ms; drawn from the seed. */
  readonly delay: number;
}
