/** The lines of a node follow it while it is dragged, drawn as they will be where it is dropped. */
import type { MapLayout, PlacedEdge, PlacedNode, Point } from './map/layout';
import { straightEdges } from './map/straight';

export interface HeldLines {
  /** @param by how far the node is from where the layout has it, px of the picture */
  readonly follow: (by: Point) => void;
  readonly letGo: () => void;
}

interface Line {
  readonly placed: PlacedEdge;
  readonly paths: readonly SVGPathElement[];
  /** The cross of a line that is down stands on its middle. */
  readonly marks: readonly SVGElement[];
}

/** @param around what the picture of the layout is drawn in */
export function heldLines(around: Element, layout: MapLayout, { node }: PlacedNode): HeldLines {
  const placed = layout.edges.filter(({ edge }) => edge.from === node.id || edge.to === node.id);
  const lines = linesOf(around, placed);
  const places = new Map<string, Point>(layout.nodes.map((each) => [each.node.id, each]));
  const start = places.get(node.id) ?? { x: 0, y: 0 };
  return {
    follow: (by) => {
      const moved = new Map([...places, [node.id, { x: start.x + by.x, y: start.y + by.y }]]);
      const edges = placed.map(({ edge }) => edge);
      const straight = new Map(straightEdges(edges, moved).map((each) => [each.edge, each]));
      for (const { placed: was, paths, marks } of lines) {
        const is = straight.get(was.edge);
        if (is === undefined) continue;
        for (const path of paths) path.style.setProperty('d', `path("${is.d}")`);
        for (const mark of marks)
          mark.style.setProperty('translate', `${is.mark.x - was.mark.x}px ${is.mark.y - was.mark.y}px`);
      }
    },
    letGo: () => {
      for (const { paths, marks } of lines) {
        for (const path of paths) path.style.removeProperty('d');
        for (const mark of marks) mark.style.removeProperty('translate');
      }
    },
  };
}

/** Their elements, found by the way they are drawn. */
function linesOf(around: Element, edges: readonly PlacedEdge[]): Line[] {
  const byWay = new Map<string, SVGPathElement[]>();
  for (const path of around.querySelectorAll('path')) {
    const way = path.getAttribute('d') ?? '';
    const known = byWay.get(way);
    if (known === undefined) byWay.set(way, [path]);
    else known.push(path);
  }
  return edges.map((placed) => {
    const paths = byWay.get(placed.d) ?? [];
    const group = paths[0]?.closest('[data-link]');
    const marks = placed.edge.up ? [] : [...(group?.querySelectorAll<SVGElement>(':scope > g') ?? [])];
    return { placed, paths, marks: marks.filter((mark) => !paths.some((path) => mark.contains(path))) };
  });
}
