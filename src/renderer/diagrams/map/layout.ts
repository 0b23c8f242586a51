/** Where everything of a map stands, whichever way it was laid out. In px from the upper left corner. */
import type { NetworkView } from '../../../shared/network-view';
import type { MapEdge, MapNode } from './graph';

export interface PlacedNode {
  readonly node: MapNode;
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly edge: MapEdge;
  readonly d: string;
  /** A point on the line, for the cross of one that is down. */
  readonly mark: { readonly x: number; readonly y: number };
}

export interface Frame {
  /** Null for a region. */
  readonly area: NetworkView['areas'][number] | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface MapLayout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  /** Outer ones first. */
  readonly frames: readonly Frame[];
  readonly width: number;
  readonly height: number;
}
