/** Our own drawing of a network, to be judged as others are. */
import { nodeRegion } from '../../src/renderer/diagrams/canvas/scene';
import { mapLayout } from '../../src/renderer/diagrams/network-map';
import { pointsAlong } from '../../src/renderer/diagrams/testing/lines';
import type { NetworkView } from '../../src/shared/network-view';
import type { Drawing } from './judge';

export function drawnByUs(view: NetworkView): Drawing {
  const { nodes, edges } = mapLayout(view);
  return {
    nodes: nodes.map((placed) => ({ id: placed.node.id, ...nodeRegion(placed) })),
    lines: edges.map(({ edge, d }) => ({ ends: [edge.from, edge.to], points: pointsAlong(d) })),
  };
}
