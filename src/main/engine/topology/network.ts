/**
 * A topology made ready to compute with: nodes, interfaces and segments as arrays that refer to each other
 * by index. A segment is what a packet crosses in one step: a link, a LAN, a VNet's fabric, a peering, a
 * tunnel, an ExpressRoute connection. Azure's elements become nodes and segments like any others; what is
 * special about them is in their kind, and the tables that routing gives them.
 */
import type { LinkKind } from '../../../shared/network-view';
import type { AreaView, CircuitSide, NodeKind } from '../../../shared/results';
import type { Address } from '../address';
import type { TtlModel } from './model';

export interface NetworkNode {
  readonly index: number;
  readonly name: string;
  readonly kind: NodeKind;
  readonly area: AreaView | null;
  readonly up: boolean;
  readonly asn: number | null;
  readonly description: string | null;
  readonly inferred: boolean;
  readonly interfaces: number[];
  /** VNet the node belongs to (its own name for a VNet's fabric). */
  readonly vnet: string | null;
  /** Passes on what is not for it; all do but hosts, and of these appliances do too. */
  readonly forwards: boolean;
  /** Answers probes that expire at it. */
  readonly answers: boolean;
  /** Mean delay of its slow path before an answer, ms. */
  readonly answerDelay: number;
  readonly initialTtl: number;
  readonly checksTtlFirst: boolean;
  /** Azure's fabric and gateways drop in silence; routers and hosts say unreachable (RFC 1812 5.2.7.1). */
  readonly saysUnreachable: boolean;
  readonly hashSeed: number;
}

export interface NetworkInterface {
  readonly index: number;
  readonly name: string;
  readonly node: number;
  readonly address: Address | null;
  readonly length: number;
  /** Not shut, and its node up. */
  readonly enabled: boolean;
  /** Enabled, its segment up, and on a point-to-point segment the far end enabled too (carrier). */
  up: boolean;
  /** -1 where it is plugged into nothing (a loopback). */
  readonly segment: number;
  readonly reversePathCheck: boolean;
  /** On tunnels: how this head end treats TTL. */
  readonly tunnelTtl: TtlModel | null;
  /** Of an interface in a VNet; null elsewhere. */
  readonly nic: Nic | null;
}

/** What a VNet's fabric knows of a NIC, by the subnet it is in. Names of what is shut down are left out. */
export interface Nic {
  readonly vnet: string;
  /** Null where no subnet holds the NIC's address. */
  readonly subnet: string | null;
  /** User-defined routes that hold for what this NIC sends. */
  readonly routeTable: string | null;
  /** Asked on the way in from the first to the last, on the way out from the last to the first. */
  readonly nsgs: readonly string[];
}

export interface Segment {
  readonly index: number;
  /** Name of the topology element it comes from. */
  readonly name: string;
  readonly kind: LinkKind;
  /** For ExpressRoute: which of the circuit's two paths. */
  readonly path: CircuitSide | null;
  /** Of tunnels: segments of which one must be up to carry it; null where nothing of the model carries it. */
  readonly underlay: readonly number[] | null;
  readonly enabled: boolean;
  /** One way, ms. */
  readonly latency: number;
  /** bit/s. */
  readonly bandwidth: number | null;
  readonly interfaces: number[];
  /** Who answers for an address on this segment: interface index by address. */
  readonly owners: Map<Address, number>;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly interfaces: readonly NetworkInterface[];
  readonly segments: readonly Segment[];
  readonly nodeByName: ReadonlyMap<string, number>;
  /** First node that owns an address (hosts, routers, gateways, MSEEs), by address. */
  readonly nodeByAddress: ReadonlyMap<Address, number>;
  /** `node:interface` to interface index. */
  readonly interfaceByName: ReadonlyMap<string, number>;
}

/** Two point-to-point ends lose carrier together; on a LAN or in a VNet each stands alone. */
export function sharesCarrier(kind: LinkKind): boolean {
  return ['link', 'tunnel', 'private-peering', 'global-reach'].includes(kind);
}

/** Whether an interface is up, by what is enabled. */
export function isUp(network: Pick<Network, 'interfaces' | 'segments'>, entry: NetworkInterface): boolean {
  if (!entry.enabled) return false;
  const segment = network.segments[entry.segment];
  if (segment === undefined) return true;
  const { underlay } = segment;
  if (underlay !== null && !underlay.some((under) => hasCarrier(network, under))) return false;
  return hasCarrier(network, entry.segment) || (segment.enabled && !sharesCarrier(segment.kind));
}

/** A segment that is on, with all its ends. */
function hasCarrier(
  { interfaces, segments }: Pick<Network, 'interfaces' | 'segments'>,
  index: number,
): boolean {
  const segment = segments[index];
  return (
    segment?.enabled === true && segment.interfaces.every((other) => interfaces[other]?.enabled === true)
  );
}

export function interfaceKey(node: string, name: string): string {
  return `${node}:${name}`;
}

/** `node:interface`, as people write it. */
export function interfaceLabel(network: Network, index: number): string {
  const entry = network.interfaces[index];
  if (entry === undefined) throw new RangeError(`no interface ${index}`);
  return interfaceKey(nodeAt(network, entry.node).name, entry.name);
}

export function nodeAt(network: Network, index: number): NetworkNode {
  const node = network.nodes[index];
  if (node === undefined) throw new RangeError(`no node ${index}`);
  return node;
}

export function interfaceAt(network: Network, index: number): NetworkInterface {
  const entry = network.interfaces[index];
  if (entry === undefined) throw new RangeError(`no interface ${index}`);
  return entry;
}

export function segmentAt(network: Network, index: number): Segment {
  const segment = network.segments[index];
  if (segment === undefined) throw new RangeError(`no segment ${index}`);
  return segment;
}
