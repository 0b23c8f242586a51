/**
 * The layered drawing as a lattice: columns of blocks and of lanes between them, layers inside the blocks,
 * and every edge as a chain of vertices, one a layer. Where an edge passes a column or layer it does not end
 * in, it has a place of its own there: so no line ever runs over a node, a label or an area not its own.
 */
import type { Block } from './blocks';
import type { MapEdge, MapNode } from './graph';

export interface Vertex {
  readonly node: MapNode | null;
  readonly above: number;
  readonly below: number;
  readonly left: Vertex[];
  readonly right: Vertex[];
  /** Neighbours reached round a corner, in the same layer or column. */
  readonly beside: Vertex[];
  y: number;
}

/** What is stacked in a column: a block, or the lane of one passing edge. */
export interface Item {
  readonly block: Block | null;
  readonly layers: Vertex[][];
  /** VNets of a region stay together; null for everything else. */
  readonly region: string | null;
}

export interface Chain {
  readonly edge: MapEdge;
  readonly vertices: readonly Vertex[];
}

export interface Lattice {
  readonly columns: Item[][];
  readonly chains: readonly Chain[];
}

const DUMMY_HALF = 9;

export function buildLattice(blocks: readonly Block[], edges: readonly MapEdge[]): Lattice {
  const vertices = new Map<string, Vertex>();
  const items = new Map<Block, Item>();
  const placeOf = new Map<string, { block: Block; layer: number }>();
  const columns: Item[][] = [];
  for (const block of blocks) {
    const layers = block.layers.map((layer, index) =>
      layer.map((node) => {
        const vertex = newVertex(node);
        vertices.set(node.id, vertex);
        placeOf.set(node.id, { block, layer: index });
        return vertex;
      }),
    );
    const item: Item = {
      block,
      layers,
      region: block.area?.kind === 'vnet' ? (block.area.region ?? '') : null,
    };
    items.set(block, item);
    while (columns.length <= block.column) columns.push([]);
    columns[block.column]?.push(item);
  }

  const chains: Chain[] = [];
  for (const edge of edges) {
    const a = placeOf.get(edge.from);
    const b = placeOf.get(edge.to);
    const start = vertices.get(edge.from);
    const end = vertices.get(edge.to);
    if (a === undefined || b === undefined || start === undefined || end === undefined || start === end)
      continue;
    const forward = a.block === b.block ? a.layer <= b.layer : a.block.column <= b.block.column;
    const [from, to] = forward ? [a, b] : [b, a];
    const [first, last] = forward ? [start, end] : [end, start];
    const passed = passing(from, to, items, columns);
    chains.push({ edge, vertices: [first, ...passed, last] });
    connect([first, ...passed, last], from, to);
  }
  return { columns, chains };
}

function newVertex(node: MapNode | null): Vertex {
  return {
    node,
    above: node?.above ?? DUMMY_HALF,
    below: node?.below ?? DUMMY_HALF,
    left: [],
    right: [],
    beside: [],
    y: 0,
  };
}

interface Place {
  readonly block: Block;
  readonly layer: number;
}

/** Makes the places an edge takes between its ends, from left to right. */
function passing(from: Place, to: Place, items: ReadonlyMap<Block, Item>, columns: Item[][]): Vertex[] {
  const passed: Vertex[] = [];
  const put = (layer: Vertex[] | undefined): void => {
    const vertex = newVertex(null);
    layer?.push(vertex);
    passed.push(vertex);
  };
  const fromLayers = items.get(from.block)?.layers ?? [];
  if (from.block === to.block) {
    for (let layer = from.layer + 1; layer < to.layer; layer += 1) put(fromLayers[layer]);
    return passed;
  }
  const toItem = items.get(to.block);
  const toLayers = toItem?.layers ?? [];
  for (let layer = from.layer + 1; layer < fromLayers.length; layer += 1) put(fromLayers[layer]);
  if (from.block.column === to.block.column) {
    for (let layer = toLayers.length - 1; layer > to.layer; layer -= 1) put(toLayers[layer]);
    return passed;
  }
  for (let column = from.block.column + 1; column < to.block.column; column += 1) {
    const lane: Item = { block: null, layers: [[]], region: toItem?.region ?? null };
    // Sites and circuits stand in no region, so what passes them does not either.
    const inRegion = columns[column]?.some((item) => item.region !== null) === true;
    columns[column]?.push(inRegion ? lane : { ...lane, region: null });
    put(lane.layers[0]);
  }
  for (let layer = 0; layer < to.layer; layer += 1) put(toLayers[layer]);
  return passed;
}

function connect(chain: readonly Vertex[], from: Place, to: Place): void {
  const beside = from.block === to.block ? from.layer === to.layer : from.block.column === to.block.column;
  const exit = from.block === to.block ? 0 : from.block.layers.length - 1 - from.layer;
  const turn = beside ? exit : -1;
  for (let i = 0; i + 1 < chain.length; i += 1) {
    const a = chain[i];
    const b = chain[i + 1];
    if (a === undefined || b === undefined) continue;
    if (i === turn) {
      a.beside.push(b);
      b.beside.push(a);
    } else {
      const [left, right] = turn === -1 || i < turn ? [a, b] : [b, a];
      left.right.push(right);
      right.left.push(left);
    }
  }
}
