/**
 * A network as maps, completion and hover see it: every element by name, no routing state.
 * Plain JSON; arrays are in the order of the topology text.
 */
import type { AreaView, CircuitSide, LinkKind, NodeKind } from './results';

/** px to the right and down, by a hand. */
export type PositionView = readonly [number, number];

export interface InterfaceView {
  readonly name: string;
  readonly address: string | null;
  /** Administratively up and its node up. */
  readonly up: boolean;
  readonly link: string | null;
}

export interface NodeView {
  readonly name: string;
  readonly kind: NodeKind;
  readonly area: AreaView | null;
  readonly asn: number | null;
  readonly up: boolean;
  /** Free text of the topology, for tooltips. */
  readonly description: string | null;
  /** True where the topology marks the element as inferred rather than published. */
  readonly inferred: boolean;
  /** Where a hand has put it on maps; null where the map places it. */
  readonly position: PositionView | null;
  readonly interfaces: readonly InterfaceView[];
  /** Of the sign that stands for a folded area on a map: the nodes in it. */
  readonly folded?: readonly string[];
}

export type { LinkKind } from './results';

export interface LinkView {
  readonly name: string;
  readonly kind: LinkKind;
  /** Two ends for point-to-point kinds, any number for a LAN. Interface null where a kind has none. */
  readonly ends: readonly { readonly node: string; readonly interface: string | null }[];
  readonly up: boolean;
  /** One way, ms. */
  readonly latencyMs: number;
  /** bit/s, null where not set. */
  readonly bandwidth: number | null;
  /** Primary or secondary path of an ExpressRoute circuit. */
  readonly path: CircuitSide | null;
  /** Of a LAN, which may stand on maps as a node: where a hand has put it. */
  readonly position: PositionView | null;
}

export interface SubnetView {
  readonly name: string;
  readonly prefix: string;
}

/** An area with what lies in it by address. */
export interface AreaOfNetwork extends AreaView {
  /** The address space of a VNet, the prefixes of a site's LANs. */
  readonly prefixes: readonly string[];
  /** Of a VNet; of a site its LANs that have a prefix. */
  readonly subnets?: readonly SubnetView[];
}

export interface NetworkView {
  readonly nodes: readonly NodeView[];
  readonly links: readonly LinkView[];
  readonly areas: readonly AreaOfNetwork[];
}
