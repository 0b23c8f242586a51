/** The ends of BGP sessions: what each does with routes, and how it reaches the other. */
import type { Address } from '../address';
import type { Bgp, Neighbor, Policy, RemovePrivateAs, Router, Topology } from '../topology/model';
import type { Network, NetworkInterface } from '../topology/network';
import { compilePolicy, PASS_ALL, type RoutePolicy } from './route-map';

/**
 * What a session is for where that decides what is passed on: `circuit`, between an MSEE and an ExpressRoute gateway;
 * `reach`, between MSEEs of two circuits; `branch`, between the gateways of a VNet and with its Route Server.
 */
export type SessionPart = 'usual' | 'circuit' | 'reach' | 'branch';

/** How one end of a session reaches the other. */
export type Reach =
  | { readonly kind: 'wired'; readonly egress: number; readonly neighbor: number }
  | { readonly kind: 'connected'; readonly address: Address }
  | { readonly kind: 'routed'; readonly address: Address };

/** What an end does with routes. */
export interface Manners {
  readonly in: RoutePolicy;
  readonly out: RoutePolicy;
  readonly nextHopSelf: boolean | 'force';
  readonly allowOwnAs: number;
  readonly reflects: boolean;
  readonly sendsCommunities: boolean;
  readonly asOverride: boolean;
  readonly removePrivateAs: RemovePrivateAs | null;
  readonly defaultOriginate: boolean;
  readonly part: SessionPart;
}

export interface End extends Manners {
  readonly node: number;
  readonly address: Address;
  readonly asn: number;
  readonly reach: Reach;
}

/** Two configured ends; whether the session is up depends on what the ends can reach. */
export type Peering = readonly [End, End];

const PLAIN: Manners = {
  in: PASS_ALL,
  out: PASS_ALL,
  nextHopSelf: false,
  allowOwnAs: 0,
  reflects: false,
  sendsCommunities: true,
  asOverride: false,
  removePrivateAs: null,
  defaultOriginate: false,
  part: 'usual',
};

/** A router that runs BGP. */
export interface BgpRouter extends Router {
  readonly bgp: Bgp;
}

export function bgpRouter(network: Network, topology: Topology, node: number): BgpRouter | null {
  const entry = network.nodes[node];
  const router = entry?.kind === 'router' ? topology.routers[entry.name] : undefined;
  return router === undefined || router.bgp === null ? null : { ...router, bgp: router.bgp };
}

export function routerEnd(node: number, router: BgpRouter, neighbor: Neighbor, own: Address): End {
  const { asn } = router.bgp;
  const isExternal = neighbor.asn !== asn;
  const policy = (written: Policy): RoutePolicy =>
    compilePolicy(router, isExternal ? written : { ...written, prepend: 0 }, asn);
  return {
    node,
    address: own,
    asn,
    in: policy(neighbor.in),
    out: policy(neighbor.out),
    nextHopSelf: neighbor.nextHopSelf,
    allowOwnAs: neighbor.allowAsIn,
    reflects: neighbor.routeReflectorClient && !isExternal,
    sendsCommunities: neighbor.sendCommunities,
    asOverride: neighbor.asOverride && isExternal,
    removePrivateAs: isExternal ? neighbor.removePrivateAs : null,
    defaultOriginate: neighbor.defaultOriginate,
    part: 'usual',
    reach: { kind: neighbor.multihop || !isExternal ? 'routed' : 'connected', address: neighbor.address },
  };
}

export function wiredEnd(
  node: number,
  asn: number,
  own: NetworkInterface,
  other: number,
  extra: Partial<End>,
): End {
  return {
    node,
    address: own.address ?? 0,
    asn,
    ...PLAIN,
    reach: { kind: 'wired', egress: own.index, neighbor: other },
    ...extra,
  };
}
