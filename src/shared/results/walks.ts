/** The way of one packet. */

import type { AreaView, CircuitSide, Disposition, LinkKind, NodeKind } from './network';
import type { RouteView } from './routes';

/** One node's handling of one packet. */
export interface WalkStep {
  readonly node: string;
  readonly nodeKind: NodeKind;
  readonly area: AreaView | null;
  readonly ingress: string | null;
  readonly ingressAddress: string | null;
  readonly egress: string | null;
  /** The route that matched, null where none did or none was asked (local delivery). */
  readonly route: RouteView | null;
  /** Index in route.nextHops of the ECMP member the flow hash took. */
  readonly chosen: number | null;
  readonly ttlIn: number;
  readonly ttlOut: number;
  /** Whether this node spends a TTL on the packet (VNet fabric and gateways inside a pipe do not). */
  readonly spendsTtl: boolean;
  /** One-way latency to the next node (ms). */
  readonly latencyMs: number;
  /** The link, peering, tunnel or connection the packet leaves by. */
  readonly link: string | null;
  /** What that link is; null exactly where `link` is null. */
  readonly linkKind: LinkKind | null;
  /** Of ExpressRoute and Global Reach: which of the circuit's two paths that is; null elsewhere. */
  readonly linkPath: CircuitSide | null;
  /** The security rule that stopped the packet here; left out where none did. */
  readonly denial?: {
    readonly nsg: string;
    readonly rule: string;
    readonly priority: number;
    readonly direction: 'inbound' | 'outbound';
  };
  readonly action: 'originated' | 'forwarded' | 'accepted' | 'expired' | 'dropped';
  /** One sentence: what happened here and by which rule. */
  readonly note: string;
}

/** The way of one packet, from where it was sent to where it ended. */
export interface Walk {
  readonly source: string;
  readonly destination: string;
  readonly disposition: Disposition;
  readonly steps: readonly WalkStep[];
  /** One-way sum of link latencies (ms). */
  readonly latencyMs: number;
}
