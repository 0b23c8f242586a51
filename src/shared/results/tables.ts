/** What a device knows: its tables, and its answer for one address. */

import type { CircuitSide, NodeKind } from './network';
import type { NextHopView, RouteView } from './routes';

/** The routing table of a node, active routes first, then those that lost. */
export interface RoutesResult {
  readonly kind: 'routes';
  readonly node: string;
  readonly nodeKind: NodeKind;
  readonly routes: readonly RouteView[];
}

/** A path that BGP knows, as a BGP table shows it. */
export interface BgpPathView {
  readonly prefix: string;
  /** `0.0.0.0` for a node's own. */
  readonly nextHop: string;
  readonly metric: number;
  readonly localPreference: number;
  readonly weight: number;
  readonly asPath: readonly number[];
  /** IGP, EGP, incomplete. */
  readonly origin: 'i' | 'e' | '?';
  readonly status: 'best' | 'multipath' | 'valid';
  /** Heard over iBGP. */
  readonly internal: boolean;
  /** `65001:100`, or the name of a well-known one. */
  readonly communities: readonly string[];
  /** Of a route that was reflected: the router that brought it into the AS, and the clusters it passed, last first. */
  readonly originator: string | null;
  readonly clusterList: readonly string[];
  /** Only an aggregate is told in its place. */
  readonly suppressed: boolean;
  /** The node it was heard from; null for a node's own. */
  readonly learnedFrom: string | null;
  /** What it won or lost by. */
  readonly why: string;
}

/** What BGP on a node knows, by prefix, the best path of each first. */
export interface BgpTableResult {
  readonly kind: 'bgp-table';
  readonly node: string;
  readonly asn: number;
  readonly routerId: string;
  /** The prefix asked for; null for all. */
  readonly prefix: string | null;
  readonly paths: readonly BgpPathView[];
}

/** The route table of one path of an ExpressRoute circuit: what its MSEE knows. */
export interface CircuitRoutesResult {
  readonly kind: 'circuit-routes';
  readonly circuit: string;
  readonly path: CircuitSide;
  readonly msee: string;
  readonly routes: readonly BgpPathView[];
}

export type AzureNextHopType =
  'VnetLocal' | 'VNetPeering' | 'VirtualNetworkGateway' | 'VirtualAppliance' | 'Internet' | 'None';

export interface EffectiveRouteView {
  /** Of a user-defined route; null for all others. */
  readonly name: string | null;
  readonly state: 'Active' | 'Invalid';
  readonly source: 'Default' | 'User' | 'VirtualNetworkGateway';
  readonly prefix: string;
  readonly nextHopType: AzureNextHopType;
  /** Several where Azure spreads flows over them; empty where the type says it all. */
  readonly nextHopAddresses: readonly string[];
  readonly why: string;
}

/** The effective routes of a VM's NIC, as Azure lists them. */
export interface EffectiveRoutesResult {
  readonly kind: 'effective-routes';
  readonly node: string;
  readonly vnet: string;
  /** Of the NIC; null for a VNet that was asked itself. */
  readonly subnet: string | null;
  /** The route table that the subnet uses. */
  readonly routeTable: string | null;
  readonly routes: readonly EffectiveRouteView[];
}

/** Areas are written like addresses: `0.0.0.0` is the backbone. */
export interface OspfAreaView {
  readonly area: string;
  readonly type: 'normal' | 'stub' | 'totally-stubby';
  /** Its border routers, this one included. */
  readonly borders: readonly string[];
  /** Of a border router: what it announces as one, and whether anything lies in it. */
  readonly ranges: readonly {
    readonly prefix: string;
    readonly advertise: boolean;
    readonly active: boolean;
  }[];
}

export interface OspfInterfaceView {
  readonly name: string;
  readonly area: string;
  readonly address: string;
  readonly cost: number;
  readonly passive: boolean;
  readonly up: boolean;
}

export interface OspfNeighborView {
  readonly routerId: string;
  readonly node: string;
  readonly address: string;
  /** The asked router's interface. */
  readonly interface: string;
  readonly area: string;
}

export interface OspfRouterView {
  readonly routerId: string;
  readonly node: string;
  readonly cost: number;
  /** Area of the way to it. */
  readonly area: string;
  readonly path: 'intra-area' | 'inter-area';
  /** Joins areas to the backbone (ABR). */
  readonly border: boolean;
  /** Brings prefixes from outside into OSPF (ASBR). */
  readonly boundary: boolean;
  /** One for each equal path. */
  readonly nextHops: readonly NextHopView[];
}

/** OSPF as one router sees it: its areas, interfaces, neighbours, the routers it reaches, and its routes. */
export interface OspfResult {
  readonly kind: 'ospf';
  readonly node: string;
  readonly routerId: string;
  readonly border: boolean;
  readonly boundary: boolean;
  readonly areas: readonly OspfAreaView[];
  readonly interfaces: readonly OspfInterfaceView[];
  readonly neighbors: readonly OspfNeighborView[];
  readonly routers: readonly OspfRouterView[];
  /** Routes from other areas and from outside, whether or not the routing table uses them. */
  readonly routes: readonly RouteView[];
}

/** Where a node sends packets for one address. */
export interface NextHopResult {
  readonly kind: 'next-hop';
  readonly node: string;
  readonly nodeKind: NodeKind;
  readonly address: string;
  /** For VMs: Azure's own answer. */
  readonly azure: {
    readonly nextHopType: AzureNextHopType;
    readonly nextHopAddresses: readonly string[];
    /** Name of the route table of a user-defined route, `System Route` for all others. */
    readonly routeTable: string;
  } | null;
  /** The route that matches; null where there is none. */
  readonly route: RouteView | null;
  /** The flow that was asked for, as `--flow` takes it; null where none was, or where nothing matches. */
  readonly flow: string | null;
  /** Index in route.nextHops of the one that this flow takes; null without one. */
  readonly chosen: number | null;
}
