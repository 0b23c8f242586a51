/** Collects the nodes, interfaces and segments of a network, and settles at the end which interfaces are up. */
import type { LinkKind } from '../../../shared/network-view';
import type { CircuitSide } from '../../../shared/results';
import type { Address, InterfaceAddress } from '../address';
import type { IcmpTraits, TtlModel } from './model';
import {
  interfaceKey,
  isUp,
  type Network,
  type NetworkInterface,
  type NetworkNode,
  type Nic,
  type Segment,
} from './network';

const ROUTER_TTL = 255;

type NodeOptions = Pick<NetworkNode, 'name' | 'kind' | 'up'> &
  Partial<Omit<NetworkNode, 'index' | 'interfaces'>>;

interface InterfaceOptions {
  readonly address?: InterfaceAddress | null;
  readonly enabled?: boolean;
  readonly segment?: number;
  readonly reversePathCheck?: boolean;
  readonly tunnelTtl?: TtlModel;
  readonly nic?: Nic;
}

interface SegmentOptions {
  readonly name: string;
  readonly kind: LinkKind;
  readonly enabled: boolean;
  readonly latency: number;
  readonly bandwidth?: number | null;
  readonly path?: CircuitSide;
  readonly underlay?: readonly number[] | null;
}

export class NetworkBuilder {
  readonly nodes: NetworkNode[] = [];
  readonly interfaces: NetworkInterface[] = [];
  readonly segments: Segment[] = [];
  readonly nodeByName = new Map<string, number>();
  /** By kind and name; the last one where a name covers several (an ExpressRoute connection's two paths). */
  private readonly segmentByName = new Map<string, number>();
  readonly nodeByAddress = new Map<Address, number>();
  readonly interfaceByName = new Map<string, number>();

  addNode(options: NodeOptions, icmp?: IcmpTraits): number {
    const index = this.nodes.length;
    this.nodes.push({
      index,
      area: null,
      asn: null,
      description: null,
      inferred: false,
      vnet: null,
      forwards: true,
      answers: icmp?.answers ?? true,
      answerDelay: icmp?.delay ?? 0,
      initialTtl: ROUTER_TTL,
      checksTtlFirst: false,
      saysUnreachable: false,
      hashSeed: 0,
      ...options,
      interfaces: [],
    });
    this.nodeByName.set(options.name, index);
    return index;
  }

  addSegment(options: SegmentOptions): number {
    const index = this.segments.length;
    this.segmentByName.set(`${options.kind} ${options.name}`, index);
    this.segments.push({
      path: null,
      bandwidth: null,
      underlay: null,
      ...options,
      index,
      interfaces: [],
      owners: new Map(),
    });
    return index;
  }

  addInterface(node: number, name: string, options: InterfaceOptions = {}): number {
    const owner = this.nodes[node];
    if (owner === undefined) throw new RangeError(`no node ${node}`);
    const index = this.interfaces.length;
    const address = options.address?.address ?? null;
    const segment = options.segment ?? -1;
    this.interfaces.push({
      index,
      name,
      node,
      address,
      length: options.address?.length ?? 32,
      enabled: owner.up && (options.enabled ?? true),
      up: false,
      segment,
      reversePathCheck: options.reversePathCheck ?? false,
      tunnelTtl: options.tunnelTtl ?? null,
      nic: options.nic ?? null,
    });
    owner.interfaces.push(index);
    this.interfaceByName.set(interfaceKey(owner.name, name), index);
    const joined = this.segments[segment];
    joined?.interfaces.push(index);
    if (address !== null) this.own(address, index, segment);
    return index;
  }

  /** Makes an interface answer for an address on a segment (its own, or one it borrows). */
  own(address: Address, index: number, segment: number): void {
    const entry = this.interfaces[index];
    if (entry === undefined) throw new RangeError(`no interface ${index}`);
    this.segments[segment]?.owners.set(address, index);
    if (!this.nodeByAddress.has(address)) this.nodeByAddress.set(address, entry.node);
  }

  node(name: string): number {
    const index = this.nodeByName.get(name);
    if (index === undefined) throw new RangeError(`no node named ${name}`);
    return index;
  }

  segment(kind: LinkKind, name: string): number | undefined {
    return this.segmentByName.get(`${kind} ${name}`);
  }

  finish(): Network {
    for (const entry of this.interfaces) entry.up = isUp(this, entry);
    return {
      nodes: this.nodes,
      interfaces: this.interfaces,
      segments: this.segments,
      nodeByName: this.nodeByName,
      nodeByAddress: this.nodeByAddress,
      interfaceByName: this.interfaceByName,
    };
  }
}
