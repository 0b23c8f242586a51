/** Azure's elements, and the site-to-site connections that end at its gateways. */
import type { Address, Prefix } from '../address';
import type { Element, EndPoint, IcmpTraits, TtlModel, Placed } from './model-parts';

/** A part of a VNet's address space, with the route table and the NSG that all NICs in it share. */
export interface Subnet {
  readonly prefix: Prefix;
  readonly routeTable: string | null;
  readonly nsg: string | null;
}

/** An Azure virtual network. Its fabric is no hop. */
export interface VNet extends Element, Placed {
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

export interface Gateway extends Element, Placed {
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
export interface CircuitPath extends Placed {
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
export interface RouteServer extends Element, Placed {
  readonly vnet: string;
  readonly asn: number;
  /** Addresses of its two instances, in the RouteServerSubnet. */
  readonly instances: readonly Address[];
  /** Exchanges routes between the gateways of its VNet and with its appliances. */
  readonly branchToBranch: boolean;
}

/** A Virtual WAN hub: joins VNets, ExpressRoute and VPN with transit among all of them. */
export interface VirtualHub extends Element, Placed {
  readonly region: string | null;
  readonly prefix: Prefix;
  /** VNets connected to it. */
  readonly vnets: readonly string[];
  readonly hashSeed: number;
  readonly latency: number;
}

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
