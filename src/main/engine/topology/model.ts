/**
 * What a network is, after parsing and validation: plain immutable data with every default filled in.
 * Names are keys and unique across all sections, so that an edit or a command can say `ce1` without its
 * section. Addresses are unsigned 32-bit integers; latencies are one way in ms; bandwidths are bit/s.
 */
import type { Address, InterfaceAddress, Prefix } from '../address';
import type { Community } from '../community';
import type {
  Circuit,
  Connection,
  Gateway,
  GlobalReach,
  Nsg,
  Peering,
  RouteServer,
  UserRouteTable,
  VirtualHub,
  VNet,
} from './model-azure';
import type { Element, EndPoint, IcmpTraits, Placed } from './model-parts';

export type * from './model-azure';
export type * from './model-parts';

/** A place on-premises; groups routers, LANs and hosts on maps. */
export interface Site extends Element {
  readonly location: string | null;
}

export interface Interface extends Element {
  readonly address: InterfaceAddress | null;
  /** The LAN it is plugged into, if not the end of a link, circuit or connection. */
  readonly lan: string | null;
  /** The VNet it is a NIC of: the router is an appliance there. */
  readonly vnet: string | null;
  /** Of a NIC in a VNet. */
  readonly nsg: string | null;
  /** OSPF cost; null takes the router's default. */
  readonly ospfCost: number | null;
  readonly ospfPassive: boolean;
  /** OSPF area; null takes the router's. */
  readonly ospfArea: number | null;
  /** Loose reverse-path check on what comes in (RFC 3704 section 2.4; a default route does not count). */
  readonly reversePathCheck: boolean;
}

export type StaticVia =
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'interface'; readonly interface: string }
  /** Leaves the model; private destinations are lost there in silence. */
  | { readonly kind: 'internet' }
  | { readonly kind: 'discard' };

export interface StaticRoute {
  readonly prefix: Prefix;
  readonly via: StaticVia;
  readonly distance: number;
  /** The route stands only while the router has another route to this address. */
  readonly track: Address | null;
}

export type RedistributeFrom = 'connected' | 'static' | 'ospf' | 'bgp';

export interface OspfRedistribution {
  readonly from: RedistributeFrom;
  readonly metric: number;
  /** RFC 2328 section 2.3: type 1 adds the inner cost, type 2 compares the metric first. */
  readonly type: 1 | 2;
  /** Name of the router's route map that lets routes pass and may set their metric (as MED); null for all. */
  readonly routeMap: string | null;
}

/** Subnets of an area that its border routers announce as one. */
export interface AreaRange {
  readonly prefix: Prefix;
  /** False hides them from other areas. */
  readonly advertise: boolean;
  /** Null takes the cost of the farthest of them. */
  readonly cost: number | null;
}

/** What a router is told of one of its areas. */
export interface OspfArea {
  readonly area: number;
  /**
   * RFC 2328 section 3.6: a stub area hears of no external routes but by a default route from its border
   * routers; a totally stubby one of nothing outside itself.
   */
  readonly type: 'normal' | 'stub' | 'totally-stubby';
  /** Cost of the default route that a border router announces into a stub area. */
  readonly defaultCost: number;
  readonly ranges: readonly AreaRange[];
}

export interface OspfDistance {
  readonly intraArea: number;
  readonly interArea: number;
  readonly external: number;
}

export interface Ospf {
  /** Interfaces that take part; null for all that have an address and are not BGP-only ends. */
  readonly interfaces: readonly string[] | null;
  /** Area of the interfaces that name none; 0 is the backbone. */
  readonly area: number;
  readonly areas: readonly OspfArea[];
  readonly distance: OspfDistance;
  readonly defaultCost: number;
  readonly redistribute: readonly OspfRedistribution[];
  readonly defaultOriginate: {
    readonly always: boolean;
    readonly metric: number;
    readonly type: 1 | 2;
  } | null;
  /** Equal-cost paths kept, 1 to 64. */
  readonly maximumPaths: number;
}

export interface PrefixRule {
  readonly action: 'permit' | 'deny';
  readonly prefix: Prefix;
  /** Longer prefixes match up to this length (`le`), from `ge` on. */
  readonly ge: number | null;
  readonly le: number | null;
}

/** In a list of rules, the name of one of the router's prefix lists stands for the rules of that list. */
export interface PrefixListName {
  readonly list: string;
}

/** First match decides, what matches none is denied. */
export type PrefixList = readonly (PrefixRule | PrefixListName)[];

/** What a route must be for an entry of a route map: all that is not null (or empty). */
export interface RouteMatch {
  readonly prefixList: PrefixList | null;
  /** All of them are there. */
  readonly community: readonly Community[];
  /** See as-path-pattern.ts. */
  readonly asPath: string | null;
}

/** What an entry of a route map makes of a route; null (or empty) leaves it as it is. */
export interface RouteSet {
  readonly localPreference: number | null;
  /** In redistribution into OSPF, the metric. */
  readonly med: number | null;
  readonly weight: number | null;
  /** The own AS number so many times, or these AS numbers, before the path. */
  readonly prepend: number | readonly number[];
  /** In place of those it has. */
  readonly communities: readonly Community[] | null;
  readonly removeCommunities: readonly Community[];
  readonly addCommunities: readonly Community[];
  readonly nextHop: Address | null;
}

/** The first entry that matches decides and makes its changes. */
export interface RouteMapEntry {
  readonly action: 'permit' | 'deny';
  readonly match: RouteMatch;
  readonly set: RouteSet;
}

/** Entries are asked in order; what matches none is denied. */
export type RouteMap = readonly RouteMapEntry[];

/** What is done to routes in one direction of a session: the prefix list first, then the route map or what is set. */
export interface Policy {
  /** Null lets everything pass. */
  readonly prefixList: PrefixList | null;
  /** Name of one of the router's route maps; nothing is set beside it. */
  readonly routeMap: string | null;
  readonly localPreference: number | null;
  readonly med: number | null;
  /** How many times the own AS number is put before the path; toward the own AS it is not. */
  readonly prepend: number;
  readonly weight: number | null;
}

/** Which private AS numbers (RFC 6996) are taken out of paths toward another AS. */
export interface RemovePrivateAs {
  /** Also where public ones stand in the path. */
  readonly all: boolean;
  /** The own AS number stands in their place. */
  readonly replace: boolean;
}

export interface Neighbor {
  readonly address: Address;
  readonly asn: number;
  readonly multihop: boolean;
  /** `force`: also for routes that are reflected. */
  readonly nextHopSelf: boolean | 'force';
  /** RFC 4456: what it tells is reflected to all, and what others tell is reflected to it. */
  readonly routeReflectorClient: boolean;
  readonly sendCommunities: boolean;
  /** How often the own AS number may stand in a path that it tells; 0 for never. */
  readonly allowAsIn: number;
  /** The neighbour's AS number in a path told to it becomes the own one. */
  readonly asOverride: boolean;
  readonly removePrivateAs: RemovePrivateAs | null;
  /** It is told a default route, whether or not there is one. */
  readonly defaultOriginate: boolean;
  readonly shutdown: boolean;
  readonly in: Policy;
  readonly out: Policy;
}

export interface BgpNetwork {
  readonly prefix: Prefix;
  readonly routeMap: string | null;
}

export interface BgpRedistribution {
  readonly from: Exclude<RedistributeFrom, 'bgp'>;
  readonly routeMap: string | null;
}

/** Announced while a longer prefix within it is known. */
export interface Aggregate {
  readonly prefix: Prefix;
  /** The longer prefixes are told to nobody. */
  readonly summaryOnly: boolean;
  readonly routeMap: string | null;
}

export interface BgpDistance {
  readonly ebgp: number;
  readonly ibgp: number;
  /** Of the discard routes of aggregates. */
  readonly local: number;
}

export interface Bgp {
  readonly asn: number;
  readonly distance: BgpDistance;
  readonly networks: readonly BgpNetwork[];
  readonly redistribute: readonly BgpRedistribution[];
  readonly aggregates: readonly Aggregate[];
  /** Equal paths from other ASes installed, 1 to 64; 1 is no multipath. */
  readonly maximumPaths: number;
  /** Equal paths from the own AS; null for as many as of the others. */
  readonly maximumPathsIbgp: number | null;
  /** Equal paths from other ASes need not come from the same one: it is enough that they are as long. */
  readonly multipathRelax: boolean;
  /** MEDs are compared between routes from different ASes too. */
  readonly alwaysCompareMed: boolean;
  /** MEDs are compared within groups of one neighbouring AS first; else routes in order of arrival. */
  readonly deterministicMed: boolean;
  readonly defaultLocalPreference: number;
  /** RFC 4456; the router id unless set. */
  readonly clusterId: Address | null;
  readonly neighbors: readonly Neighbor[];
}

/** Interfaces of a router with a routing table and protocols of their own. */
export interface Vrf {
  readonly interfaces: readonly string[];
  readonly routerId: Address | null;
  readonly static: readonly StaticRoute[];
  readonly ospf: Ospf | null;
  readonly bgp: Bgp | null;
}

export interface Router extends Element, Placed {
  readonly site: string | null;
  readonly routerId: Address | null;
  readonly interfaces: Readonly<Record<string, Interface>>;
  readonly static: readonly StaticRoute[];
  readonly prefixLists: Readonly<Record<string, readonly PrefixRule[]>>;
  readonly routeMaps: Readonly<Record<string, RouteMap>>;
  readonly ospf: Ospf | null;
  readonly bgp: Bgp | null;
  readonly vrfs: Readonly<Record<string, Vrf>>;
  readonly hashSeed: number;
  readonly icmp: IcmpTraits;
  /** RFC 1812 section 5.2.1.2 looks the route up before it checks TTL; some devices check TTL first. */
  readonly ttlCheck: 'after-lookup' | 'before-lookup';
}

/** A broadcast domain: interfaces and hosts name it as theirs. */
export interface Lan extends Element, Placed {
  readonly site: string | null;
  readonly prefix: Prefix | null;
  readonly latency: number;
}

/** A host on a LAN, at the end of a link, or a VM in a VNet. */
export interface Host extends Element, Placed {
  readonly site: string | null;
  readonly vnet: string | null;
  readonly lan: string | null;
  readonly address: InterfaceAddress;
  /** Default gateway; null in a VNet, or where the LAN or link has just one router. */
  readonly gateway: Address | null;
  /** TTL of what it sends (Windows 128, Linux 64). */
  readonly initialTtl: number;
  readonly icmp: IcmpTraits;
  /** Of a VM: its NIC may take and send packets that are not its own, and it forwards them (an appliance). */
  readonly ipForwarding: boolean;
  /** Of a VM's NIC. */
  readonly nsg: string | null;
}

/** A point-to-point link between two `node:interface` ends; a host's interface is `eth0`. */
export interface Link extends Element {
  readonly ends: readonly [EndPoint, EndPoint];
  readonly latency: number;
  readonly bandwidth: number | null;
}

export interface Topology {
  readonly vnets: Readonly<Record<string, VNet>>;
  readonly routeTables: Readonly<Record<string, UserRouteTable>>;
  readonly nsgs: Readonly<Record<string, Nsg>>;
  readonly peerings: Readonly<Record<string, Peering>>;
  readonly gateways: Readonly<Record<string, Gateway>>;
  readonly circuits: Readonly<Record<string, Circuit>>;
  readonly globalReach: Readonly<Record<string, GlobalReach>>;
  readonly routeServers: Readonly<Record<string, RouteServer>>;
  readonly virtualHubs: Readonly<Record<string, VirtualHub>>;
  readonly connections: Readonly<Record<string, Connection>>;
  readonly sites: Readonly<Record<string, Site>>;
  readonly routers: Readonly<Record<string, Router>>;
  readonly lans: Readonly<Record<string, Lan>>;
  readonly hosts: Readonly<Record<string, Host>>;
  readonly links: Readonly<Record<string, Link>>;
}

export const EMPTY_TOPOLOGY: Topology = {
  vnets: {},
  routeTables: {},
  nsgs: {},
  peerings: {},
  gateways: {},
  circuits: {},
  globalReach: {},
  routeServers: {},
  virtualHubs: {},
  connections: {},
  sites: {},
  routers: {},
  lans: {},
  hosts: {},
  links: {},
};
