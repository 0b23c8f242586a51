/** What a picture says about a network on top of its map: what is faint, what is marked, which lines carry what. */
import type { MapGraph, MapNode } from './graph';
import { sized } from './graph';

/** `good`: chosen, known. `other`: the way back, what was before. `lost`: not chosen. `bad`: refused, gone. */
export type Tone = 'good' | 'other' | 'lost' | 'bad';

export interface NodeMark {
  /** In place of what stands beneath its name. */
  readonly note?: string;
  readonly ring?: Tone;
  /** Sentences for its tooltip. */
  readonly lines?: readonly string[];
}

export interface AreaMark {
  readonly faint?: boolean;
  readonly subtitle?: string;
  readonly lines?: readonly string[];
}

export interface LineMark {
  readonly from: string;
  readonly to: string;
  /** Which line between the two, where there may be several; all of them where it is not told. */
  readonly link?: string | null;
  readonly tone: Tone;
  /** Marks of what has been shown before stay, thinner. */
  readonly past?: boolean;
  /** Drawn as an arc where no line of the map joins the two; else left out. */
  readonly arc?: boolean;
  readonly arrow?: boolean;
}

export interface MapOverlay {
  readonly isFaint: (node: MapNode) => boolean;
  /** Whether the lines at faint nodes are faint too. */
  readonly fadesLines: boolean;
  readonly nodes: ReadonlyMap<string, NodeMark>;
  /** By name. */
  readonly areas: ReadonlyMap<string, AreaMark>;
  readonly lines: readonly LineMark[];
}

export const NO_OVERLAY: MapOverlay = {
  isFaint: () => false,
  fadesLines: false,
  nodes: new Map(),
  areas: new Map(),
  lines: [],
};

/** The graph with the notes in it, so that there is room for them. */
export function annotated(graph: MapGraph, overlay: MapOverlay): MapGraph {
  if (overlay.nodes.size === 0) return graph;
  const nodes = graph.nodes.map((node) => {
    const note = overlay.nodes.get(node.id)?.note;
    return note === undefined ? node : sized({ ...node, sublabel: note });
  });
  return { ...graph, nodes };
}

/** Two nodes without regard to their order. */
export function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}
