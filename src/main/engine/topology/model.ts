/**
 * What a network is, after parsing and validation: plain immutable data with every default filled in.
 * Names are keys and unique across all sections, so that an edit or a command can say `ce1` without its
 * section. Addresses are unsigned 32-bit integers; latencies are one way in ms; bandwidths are bit/s.
 */
import type { Address, InterfaceAddress, Prefix } from '../address';
import type { Community } from '../community';

/** What every element can say of itself. */
export interface Element {
  readonly shutdown: boolean;
  readonly description: string | null;
  /** True for facts that are assumed rather than published; shown wherever the element is shown. */
  readonly inferred: boolean;
}

/** A part of a VNet's address space, with the route table and the NSG that all NICs in it share. */
export interface Subnet {
  readonly prefix: Prefix;
  readonly routeTable: string | null;
  readonly nsg: string | null;
}

/** An Azure virtual network. Its fabric is no hop. */
export interface VNet extends Element {
  readonly region: string | null;
  readonly addressSpace: readonly Prefix[];
  readonly subnets: Readonly<Record<string, Subnet>>;
  /** Prefixes its gateways announce; the address space unless set. */
  readonly advertise: readonly Prefix[];
  /** Salt of the fabric's ECMP hash. */
  readonly hashSeed: number;
  /** Fabric latency between any two of its NICs. */
  readonly latency: number;
}

/** Where a user-defined route leads; `appliance` is Azure's next hop type VirtualAppliance. */
export type UserRouteVia =
  | { readonly kind: 'appliance'; readonly address: Address }
  | { readonly kind: 'VirtualNetworkGateway' | 'VnetLocal' | 'Internet' | 'None' };

export interface UserRoute {
  readonly prefix: Prefix;
  readonly via: UserRouteVia;
}

/** User-defined routes, for the subnets that name the table. */
export interface UserRouteTable extends Element {
  readonly routes: Readonly<Record<string, UserRoute>>;
  /** Azure's gateway route propagation switch, off: what gateways learned is not given to the subnet. */
  readonly disableBgpRoutePropagation: boolean;
}

/** What a security rule says of one side: a prefix, or one of Azure's service tags. */
export type SecurityScope =
  | { readonly kind: 'prefix'; readonly prefix: Prefix }
  | { readonly kind: 'any' | 'VirtualNetwork' | 'Internet' | 'AzureLoadBalancer' };

/** First and last port. */
export type PortRange = readonly [number, number];

export interface SecurityRule {
  /** Lower numbers are asked first. */
  readonly priority: number;
  readonly direction: 'inbound' | 'outbound';
  readonly action: 'allow' | 'deny';
  readonly protocol: 'any' | 'tcp' | 'udp' | 'icmp';
  readonly source: readonly SecurityScope[];
  readonly destination: readonly SecurityScope[];
  /** Null for all ports. */
  readonly sourcePorts: readonly PortRange[] | null;
  readonly ports: readonly PortRange[] | null;
}

/** A network security group, for the subnets and NICs that name it. */
export interface Nsg extends Element {
  readonly rules: Readonly<Record<string, SecurityRule>>;
}

export interface PeeringEnd {
  readonly vnet: string;
  readonly allowGatewayTransit: boolean;
  readonly useRemoteGateways: boolean;
  readonly allowForwardedTraffic: boolean;
  readonly allowVirtualNetworkAccess: boolean;
}

export interface Peering extends Element {
  readonly ends: readonly [PeeringEnd, PeeringEnd];
  readonly latency: number;
}

export interface Gateway extends Element {
  readonly type: 'vpn' | 'expressroute';
  readonly vnet: string;
  readonly asn: number;
  /** Instance addresses in the GatewaySubnet; the first is active, the others stand by unless `activeActive`. */
  readonly instances: readonly Address[];
  /** Of VPN gateways: two instances work, each with tunnels and BGP sessions from its own address. */
  readonly activeActive: boolean;
  /** Address of its BGP sessions and the one it answers from when reached through a tunnel. */
  readonly bgpAddress: Address;
  readonly bandwidth: number | null;
  readonly icmp: IcmpTraits;
}

/** One of the two paths of a circuit: an MSEE and its private peering with the customer. */
export interface CircuitPath {
  readonly msee: string;
  /** The customer's end (`router:interface`); null while nothing is connected. */
  readonly customer: EndPoint | null;
  /** Private peering subnet: first usable address the customer's, second the MSEE's. */
  readonly peering: Prefix | null;
  readonly latency: number;
  readonly shutdown: boolean;
}

/** A circuit's connection to the ExpressRoute gateway of a VNet. */
export interface CircuitConnection extends Element {
  readonly gateway: string;
  /** The MSEEs' tunnel end points in the VNet's GatewaySubnet. */
  readonly primary: Address;
  readonly secondary: Address | null;
  readonly weight: number;
  readonly latency: number;
}

export interface Circuit extends Element {
  readonly asn: number;
  readonly location: string | null;
  readonly bandwidth: number | null;
  readonly primary: CircuitPath;
  readonly secondary: CircuitPath | null;
  readonly connections: Readonly<Record<string, CircuitConnection>>;
  readonly icmp: IcmpTraits;
}

/** ExpressRoute Global Reach: joins the MSEEs of two circuits, for their customers. */
export interface GlobalReach extends Element {
  readonly circuits: readonly [string, string];
  /** A /29: its first half for the primary paths, its second for the secondary ones. */
  readonly prefix: Prefix;
  readonly latency: number;
}

/** Azure Route Server: BGP with appliances in a VNet, and between the VNet's gateways. */
export interface RouteServer extends Element {
  readonly vnet: string;
  readonly asn: number;
  /** Addresses of its two instances, in the RouteServerSubnet. */
  readonly instances: readonly Address[];
  /** Exchanges routes between the gateways of its VNet and with its appliances. */
  readonly branchToBranch: boolean;
}

/** A Virtual WAN hub: joins VNets, ExpressRoute and VPN with transit among all of them. */
export interface VirtualHub extends Element {
  readonly region: string | null;
  readonly prefix: Prefix;
  /** VNets connected to it. */
  readonly vnets: readonly string[];
  readonly hashSeed: number;
  readonly latency: number;
}

export interface EndPoint {
  readonly node: string;
  readonly interface: string;
}

/** RFC 3443: uniform, the inner TTL counts along the tunnel; pipe, it does not. Set by the head end. */
export type TtlModel = 'uniform' | 'pipe';

export interface ConnectionEnd {
  /** A VPN gateway, or a router with its tunnel interface. */
  readonly node: string;
  readonly interface: string | null;
  /** Of a router whose other end is an active-active gateway: the interface of the second instance's tunnel. */
  readonly second: string | null;
  readonly ttl: TtlModel;
  /** Without BGP: prefixes behind this end, routed into the tunnel by the other end. */
  readonly prefixes: readonly Prefix[];
}

/** A site-to-site connection: one tunnel between two ends. */
export interface Connection extends Element {
  readonly ends: readonly [ConnectionEnd, ConnectionEnd];
  /** The circuit whose Microsoft peering carries the tunnel; null for the Internet. */
  readonly underlay: string | null;
  readonly bgp: boolean;
  readonly latency: number;
  readonly bandwidth: number | null;
}

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

export interface IcmpTraits {
  /** Whether it answers probes that expire at it (and echo requests to it). */
  readonly answers: boolean;
  /** Mean of the slow path's delay before an answer, ms; drawn from the seed. */
  readonly delay: number;
}

/** Interfaces of a router with a routing table and protocols of their own. */
export interface Vrf {
  readonly interfaces: readonly string[];
  readonly routerId: Address | null;
  readonly static: readonly StaticRoute[];
  readonly ospf: Ospf | null;
  readonly bgp: Bgp | null;
}

export interface Router extends Element {
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
export interface Lan extends Element {
  readonly site: string | null;
  readonly prefix: Prefix | null;
  readonly latency: number;
}

/** A host on a LAN, at the end of a link, or a VM in a VNet. */
export interface Host extends Element {
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
