/** Our own drawing of a network, to be judged as others are. */
import { wordsBox } from '../../src/renderer/diagrams/map/words';
import { mapLayout } from '../../src/renderer/diagrams/network-map';
import { pointsAlong } from '../../src/renderer/diagrams/testing/lines';
import type { NetworkView } from '../../src/shared/network-view';
import type { Drawing } from './judge';

export function drawnByUs(view: NetworkView): Drawing {
  const { nodes, edges } = mapLayout(view);
  return {
    nodes: nodes.map((placed) => {
      const { node, x, y } = placed;
      const { radius } = node;
      const sign = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
      return { id: node.id, boxes: [sign, wordsBox(placed)] };
    }),
    lines: edges.map(({ edge, d }) => ({ ends: [edge.from, edge.to], points: pointsAlong(d) })),
  };
}
