/** Whether BGP comes to rest, and where it could come to rest otherwise. */

/** A router's route in one stable outcome. */
export interface OutcomeRoute {
  readonly node: string;
  /** The node it hears the route from; null for its own. */
  readonly from: string | null;
  readonly asPath: readonly number[];
  readonly localPreference: number;
}

export interface StabilityFinding {
  /** Null for BGP sessions that come and go. */
  readonly prefix: string | null;
  /** What is in dispute: policies of BGP, or redistribution (also next hops that BGP itself leads to). */
  readonly by: 'policies' | 'redistribution';
  /** The routers whose choice is open. */
  readonly nodes: readonly string[];
  /** For each outcome the routes of those routers; the first is the one shown elsewhere. None: it never rests. */
  readonly outcomes: readonly (readonly OutcomeRoute[])[];
  /** All assignments of routes that policies permit were looked at. */
  readonly proven: boolean;
  readonly text: string;
}

export interface StabilityResult {
  readonly kind: 'stability';
  /** Prefixes in BGP that were looked at. */
  readonly prefixes: number;
  readonly findings: readonly StabilityFinding[];
  /** What was not looked at, in sentences. */
  readonly notes: readonly string[];
}
