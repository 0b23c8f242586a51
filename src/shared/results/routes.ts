/** A route, as every table and every step of a walk shows it. */

export type RouteSource =
  | 'connected'
  | 'static'
  | 'ospf'
  | 'ebgp'
  | 'ibgp'
  /** A BGP aggregate of the device itself. */
  | 'aggregate'
  /** Azure user-defined routes. */
  | 'user'
  /** Azure system routes. */
  | 'vnet'
  | 'peering'
  | 'system'
  /** Learned by an Azure gateway and given to the VNet. */
  | 'expressroute'
  | 'vpn'
  /** Learned by a Route Server from an appliance. */
  | 'route-server'
  /** To the other VNets of a virtual hub. */
  | 'virtual-hub';

/** How OSPF found a route, in its order of preference (RFC 2328 section 11). */
export type OspfPath = 'intra-area' | 'inter-area' | 'external-1' | 'external-2';

/** What a device does with traffic for a route. */
export interface NextHopView {
  /** Next node, or null where the packet is discarded or leaves the network. */
  readonly node: string | null;
  /** The next node's interface that receives the packet. */
  readonly interface: string | null;
  /** Address of the next hop, where one exists. */
  readonly address: string | null;
  /** This node's interface the packet leaves by. */
  readonly egress: string | null;
  /** `discard`: dropped in silence; `internet`: leaves the model. */
  readonly action: 'forward' | 'deliver' | 'discard' | 'internet';
}

export interface RouteView {
  readonly prefix: string;
  readonly source: RouteSource;
  /** Present for routes from OSPF. */
  readonly ospfPath?: OspfPath;
  /** Administrative distance and metric as the device counts them. */
  readonly distance: number;
  readonly metric: number;
  readonly nextHops: readonly NextHopView[];
  /** AS path as announced, origin last; present for routes from BGP. */
  readonly asPath?: readonly number[];
  readonly localPreference?: number;
  /** Name of the node that announced it to this one. */
  readonly learnedFrom?: string;
  /** The rule that preferred it, in one sentence. */
  readonly why: string;
  /** False for a candidate that lost; `why` then tells what it lost to. */
  readonly active: boolean;
}
