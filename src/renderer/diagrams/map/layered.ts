/** Maps of networks with areas: columns from left to right, lines that keep to gutters and lanes. */
import type { AreaOfNetwork } from '../../../shared/network-view';
import { textWidth } from '../text';
import { areaTitles, type AreaTitles } from './area-titles';
import { arrange, extentOf } from './arrange';
import { blocksOf, type Block } from './blocks';
import type { MapEdge, MapGraph } from './graph';
import { buildLattice, type Item, type Lattice, type Vertex } from './lattice';
import type { Frame, MapLayout } from './layout';
import {
  AREA_SIDE,
  LABEL_SIZE,
  MARGIN,
  REGION_FOOT,
  REGION_HEAD,
  REGION_SIDE,
  SUBLABEL_SIZE,
} from './measures';
import { routeChains, type Span } from './route';

const LAYER_GAP = 24;
/** Of more lines between two layers than these nobody could tell one from another in a gap of that width. */
const LAYER_LINES = 16;
const LAYER_PER_LINE = 8;
const LAYER_MOST = 200;
const GUTTER = 46;
const GUTTER_PER_LINE = 3;
const GUTTER_MOST = 120;

/** @param subtitles by name of an area: in place of what would stand beneath its title */
export function layeredLayout(
  graph: MapGraph,
  subtitles: ReadonlyMap<string, string> = new Map(),
): MapLayout {
  return layoutBlocks(blocksOf(graph, subtitles), graph.edges);
}

/** Places blocks whose columns and layers are known; edges run between the nodes in them. */
export function layoutBlocks(blocks: readonly Block[], edges: readonly MapEdge[]): MapLayout {
  const lattice = buildLattice(blocks, edges);
  arrange(lattice);
  const { spans, columns, right } = placeAcross(lattice);
  const areas = lattice.columns.flatMap((items, index) =>
    items.flatMap((item) => areaFrame(item, columns[index] ?? [])),
  );
  const frames = [...regionFrames(lattice, areas), ...areas];
  const vertices = lattice.columns.flat().flatMap((item) => item.layers.flat());
  const tops = [...frames.map((frame) => frame.top), ...vertices.map((vertex) => vertex.y - vertex.above)];
  const bottoms = [
    ...frames.map((frame) => frame.bottom),
    ...vertices.map((vertex) => vertex.y + vertex.below),
  ];
  const shift = MARGIN - Math.min(...tops);
  for (const vertex of vertices) vertex.y += shift;
  return {
    nodes: vertices.flatMap((vertex) =>
      vertex.node === null ? [] : [{ node: vertex.node, x: middle(spans.get(vertex)), y: vertex.y }],
    ),
    edges: routeChains(lattice.chains, spans),
    frames: frames.map((frame) => ({ ...frame, top: frame.top + shift, bottom: frame.bottom + shift })),
    width: right + MARGIN,
    height: Math.max(...bottoms) + shift + MARGIN,
  };
}

function middle(span: Span | undefined): number {
  return span === undefined ? 0 : (span.left + span.right) / 2;
}

interface Across {
  /** From where to where each vertex's line runs level. */
  readonly spans: ReadonlyMap<Vertex, Span>;
  /** For each column, the sides of each of its items. */
  readonly columns: readonly (readonly ItemSpan[])[];
  readonly right: number;
}

interface ItemSpan extends Span {
  readonly item: Item;
}

function placeAcross(lattice: Lattice): Across {
  const spans = new Map<Vertex, Span>();
  const columns: ItemSpan[][] = [];
  const leftmostIsOutside = lattice.columns[0]?.some((item) => item.region !== null) !== true;
  let left = MARGIN + REGION_SIDE;
  for (const [index, column] of lattice.columns.entries()) {
    const width = Math.max(0, ...column.map(itemWidth));
    const right = left + width;
    const items = column.map((item): ItemSpan => {
      const own = itemWidth(item);
      // Sites stand against the gutter that their lines leave by.
      const start = index === 0 && leftmostIsOutside && lattice.columns.length > 1 ? right - own : left;
      placeLayers(item, start, own, { left, right }, spans);
      return item.block === null ? { item, left, right } : { item, left: start, right: start + own };
    });
    columns.push(items);
    const lines = column
      .flatMap((item) => item.layers.at(-1) ?? [])
      .reduce((sum, v) => sum + v.right.length, 0);
    const turns = column
      .flatMap((item) => item.layers.at(-1) ?? [])
      .some((vertex) => vertex.beside.length > 0);
    const last = index === lattice.columns.length - 1;
    left =
      right +
      (last ? (turns ? GUTTER : REGION_SIDE) : Math.min(GUTTER_MOST, GUTTER + GUTTER_PER_LINE * lines));
  }
  return { spans, columns, right: left };
}

function layerWidths(item: Item): number[] {
  return item.layers.map((layer) => Math.max(0, ...layer.map((vertex) => vertex.node?.width ?? 0)));
}

/** Behind each layer but the last. */
function layerGaps(item: Item): number[] {
  return item.layers.slice(0, -1).map((layer) => {
    const lines = layer.reduce((sum, { right }) => sum + right.length, 0);
    return Math.min(LAYER_MOST, LAYER_GAP + LAYER_PER_LINE * Math.max(0, lines - LAYER_LINES));
  });
}

function contentWidth(item: Item): number {
  return [...layerWidths(item), ...layerGaps(item)].reduce((sum, width) => sum + width, 0);
}

function itemWidth(item: Item): number {
  if (item.block === null) return 0;
  const content = contentWidth(item);
  const titles = titlesOf(item);
  if (titles === null) return content;
  const title = Math.max(
    textWidth(titles.title, LABEL_SIZE, 'bold'),
    textWidth(titles.subtitle ?? '', SUBLABEL_SIZE),
    ...(item.block?.notes ?? []).map((note) => textWidth(note, SUBLABEL_SIZE)),
  );
  return Math.max(content, title) + 2 * AREA_SIDE;
}

/** The first and last layer's lines run level on to the column's sides, so that bends stay in the gutters. */
function placeLayers(item: Item, start: number, width: number, column: Span, spans: Map<Vertex, Span>): void {
  const [widths, gaps] = [layerWidths(item), layerGaps(item)];
  let left = start + (width - contentWidth(item)) / 2;
  item.layers.forEach((layer, index) => {
    const right = left + (widths[index] ?? 0);
    const first = index === 0;
    const last = index === item.layers.length - 1;
    for (const vertex of layer) {
      spans.set(vertex, {
        left,
        right,
        outerLeft: first ? column.left : left,
        outerRight: last ? column.right : right,
      });
    }
    left = right + (gaps[index] ?? 0);
  });
}

function titlesOf(item: Item): AreaTitles | null {
  const area = item.block?.area ?? null;
  return area === null ? null : areaTitles(area, item.block?.subtitle ?? null);
}

function areaFrame(item: Item, spans: readonly ItemSpan[]): Frame[] {
  const area: AreaOfNetwork | null = item.block?.area ?? null;
  const titles = titlesOf(item);
  const span = spans.find((each) => each.item === item);
  if (area === null || titles === null || span === undefined) return [];
  const notes = item.block?.notes ?? [];
  return [{ area, ...titles, notes, left: span.left, right: span.right, ...extentOf(item) }];
}

function regionFrames(lattice: Lattice, areas: readonly Frame[]): Frame[] {
  const regions = new Set(lattice.columns.flat().flatMap((item) => item.region ?? []));
  return [...regions].flatMap((region) => {
    const own = areas.filter((frame) => frame.area?.kind === 'vnet' && frame.area.region === region);
    if (region === '' || own.length === 0) return [];
    return [
      {
        area: null,
        title: region,
        subtitle: null,
        notes: [],
        left: Math.min(...own.map((frame) => frame.left)) - REGION_SIDE,
        right: Math.max(...own.map((frame) => frame.right)) + REGION_SIDE,
        top: Math.min(...own.map((frame) => frame.top)) - REGION_HEAD,
        bottom: Math.max(...own.map((frame) => frame.bottom)) + REGION_FOOT,
      },
    ];
  });
}
