/** A node while it is dragged: a sketch of it and its lines, drawn over the canvas where they will be. */
import type { JSX } from 'react';
import type { PlacedNode, Point } from '../map/layout';
import { straightEdges } from '../map/straight';
import type { View } from './draw';
import type { Scene } from './scene';

export interface HeldNode {
  readonly placed: PlacedNode;
  /** How far it is from where the layout has it, px of the map. */
  readonly by: Point;
}

interface Props {
  readonly held: HeldNode;
  readonly scene: Scene;
  readonly view: View;
}

export function HeldPart({ held: { placed, by }, scene, view: { x, y, k } }: Props): JSX.Element {
  const { node } = placed;
  const at = { x: placed.x + by.x, y: placed.y + by.y };
  const edges = scene.layout.edges.flatMap(({ edge }) =>
    edge.from === node.id || edge.to === node.id ? edge : [],
  );
  const places = new Map(
    edges
      .flatMap(({ from, to }) => [from, to])
      .flatMap((id) => {
        const end = scene.byName.get(id);
        return end === undefined ? [] : [[id, end] as const];
      }),
  );
  const lines = straightEdges(edges, new Map<string, Point>([...places, [node.id, at]]));
  return (
    <g className="map-held" transform={`translate(${x} ${y}) scale(${k})`}>
      {lines.map(({ edge, d }, index) => (
        <path key={`${index} ${edge.from} ${edge.to}`} d={d} />
      ))}
      <circle cx={at.x} cy={at.y} r={node.radius} />
    </g>
  );
}
