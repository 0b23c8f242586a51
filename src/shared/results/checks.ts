/** What the checks find. */

/** What `check limits` looks for. */
export type LimitRule =
  | 'circuits-of-location'
  | 'circuits-of-gateway'
  | 'vnets-of-circuit'
  | 'prefixes-of-peering'
  | 'prefixes-to-circuit'
  | 'gateway-subnet'
  | 'overlap'
  /** A user-defined route that Azure does not use. */
  | 'unused-route'
  /** A VPN gateway that Azure does not let exchange routes with a Route Server. */
  | 'branch-to-branch'
  /** ExpressRoute and VPN lead to a site that does not prefer ExpressRoute as Azure does. */
  | 'site-preference'
  /** Two sides of a hub that Azure does not join. */
  | 'no-transit';

export interface CheckFinding {
  readonly at: string;
  /** A flow that shows it; null where it is no matter of flows. */
  readonly from: string | null;
  readonly to: string | null;
  /** Where it takes a certain flow to see it: as `--flow` takes it. */
  readonly flow?: string;
  /** How many of the flows looked at show it. */
  readonly flows: number;
  readonly text: string;
  /** Of `check limits`. */
  readonly rule?: LimitRule;
  /** What would mend it, in a sentence. */
  readonly remedy?: string;
}

export interface CheckResult {
  readonly kind: 'check';
  readonly check: 'asymmetry' | 'blackholes' | 'loops' | 'multipath' | 'limits';
  /** Flows looked at. */
  readonly flows: number;
  readonly findings: readonly CheckFinding[];
  /** What was left out, in sentences. */
  readonly notes: readonly string[];
}
