/** Where everything of a map stands, whichever way it was laid out. In px from the upper left corner. */
import type { AreaOfNetwork } from '../../../shared/network-view';
import type { MapEdge, MapNode } from './graph';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the lines of a node's name stand. */
export interface Words {
  readonly x: number;
  /** Of the first line. */
  readonly top: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Links may run behind them. */
  readonly isCrossed: boolean;
}

export interface PlacedNode {
  readonly node: MapNode;
  readonly x: number;
  readonly y: number;
  /** Beneath it unless told. */
  readonly words?: Words;
}

export interface PlacedEdge {
  readonly edge: MapEdge;
  readonly d: string;
  /** Where it leaves its first node and meets its last, in the order of the drawing: from left to right. */
  readonly ends: readonly [Point, Point];
  /** The nodes at these ends. */
  readonly nodes: readonly [string, string];
  /** A point on the line, for the cross of one that is down. */
  readonly mark: Point;
}

export interface Frame {
  /** Null for a region. */
  readonly area: AreaOfNetwork | null;
  readonly title: string;
  readonly subtitle: string | null;
  /** Lines at its foot. */
  readonly notes: readonly string[];
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
  /** Where positions given by hand count from; the upper left corner unless told. */
  readonly origin?: Point;
}
