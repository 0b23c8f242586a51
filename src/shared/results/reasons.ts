/** Why a node has a route, why it has none, why a hop is silent. */

import type { RouteView } from './routes';
import type { Silence } from './traces';

/** One step of the way a route took from its origin. */
export interface AnnouncementStep {
  /** Node at which the route is after this step. */
  readonly node: string;
  /** Who told it; null at the origin. */
  readonly from: string | null;
  /** Where it was flooded: every router from the one that told it to this one. */
  readonly along?: readonly string[];
  readonly protocol: 'connected' | 'static' | 'ospf' | 'bgp' | 'azure';
  /** Policies met on the way here, in words. */
  readonly policies: readonly string[];
  /** What chose it among others here; null where it was the only one. */
  readonly decision: string | null;
  readonly text: string;
}

export interface CandidateView {
  /** The node that chose. */
  readonly node: string;
  /** Whom it was heard from; null for an own one. */
  readonly from: string | null;
  /** `best`: chosen; `multipath`: shares the load with the best. */
  readonly status: 'best' | 'multipath' | 'lost';
  readonly route: string;
  /** The step of the decision that chose it or that it lost by. */
  readonly reason: string;
}

/** Why a node has a route. */
export interface WhyResult {
  readonly kind: 'why';
  readonly node: string;
  /** Whose table was asked: a VM uses its VNet's, a host its gateway's. */
  readonly table: string;
  readonly asked: string;
  /** The route; null where none covers what was asked. */
  readonly route: RouteView | null;
  readonly chain: readonly AnnouncementStep[];
  readonly candidates: readonly CandidateView[];
  /** What is to be said besides, in sentences. */
  readonly notes: readonly string[];
}

/** Why a route stops somewhere. */
export type BarrierReason =
  | 'heard-from-receiver'
  | 'ibgp-to-ibgp'
  | 'no-transit'
  | 'no-advertise'
  | 'no-export'
  | 'summary-only'
  | 'own-default'
  | 'filtered-out'
  | 'filtered-in'
  | 'own-as'
  | 'own-originator'
  | 'own-cluster'
  | 'own-space'
  | 'own-next-hop'
  | 'next-hop-unreachable'
  | 'session-down'
  | 'link-down'
  /** OSPF: other areas hear of it otherwise, or not at all. */
  | 'areas-apart'
  | 'stub-area'
  | 'in-range'
  | 'no-border-router'
  | 'node-down'
  | 'not-originated'
  | 'not-advertised'
  | 'not-redistributed'
  | 'gateways-apart'
  | 'no-gateway-transit'
  | 'not-transitive'
  | 'propagation-off'
  | 'whole-space'
  | 'no-protocol'
  | 'nobody';

/** A place at which a prefix was refused or not announced further. */
export interface BarrierView {
  /** Who has it. */
  readonly from: string;
  /** Who does not get it. */
  readonly to: string;
  readonly reason: BarrierReason;
  /** The rule, in sentences. */
  readonly text: string;
  /** Edit lines that would take this barrier away (others may stand behind it); empty where there are none. */
  readonly change: readonly string[];
}

/** Why a node does not have a route. */
export interface WhyNotResult {
  readonly kind: 'why-not';
  readonly node: string;
  readonly table: string;
  readonly asked: string;
  readonly prefix: string;
  /** The route it has all the same; null where it has none to exactly this prefix. */
  readonly held: RouteView | null;
  /** The less specific route that its packets follow instead. */
  readonly instead: RouteView | null;
  /** Nearest to the node first. */
  readonly barriers: readonly BarrierView[];
  readonly notes: readonly string[];
}

/** Why a hop of a trace is silent, and what would make it visible. */
export interface WhySilentResult {
  readonly kind: 'why-silent';
  readonly source: string;
  readonly target: string;
  readonly ttl: number;
  /** The node there; null where the probe does not get so far. */
  readonly node: string | null;
  /** The address it answers from, or would. */
  readonly address: string | null;
  /** Null for a hop that answers. */
  readonly silence: Silence | null;
  /** Edit lines, tried on this network, after which the hop answers; empty where none was found. */
  readonly change: readonly string[];
  readonly notes: readonly string[];
}
