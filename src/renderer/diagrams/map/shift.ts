/** A layout moved as a whole. */
import { pathData } from '../svg';
import type { MapLayout, PlacedEdge, PlacedNode, Point } from './layout';

/** Its size stays; its origin says how far it was moved, so that a hand knows where it is. */
export function shifted(layout: MapLayout, dx: number, dy: number): MapLayout {
  const shift = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy });
  const node = (placed: PlacedNode): PlacedNode => {
    const { words } = placed;
    const moved = { node: placed.node, ...shift(placed) };
    return words === undefined
      ? moved
      : { ...moved, words: { ...words, x: words.x + dx, top: words.top + dy } };
  };
  const edge = (placed: PlacedEdge): PlacedEdge => ({
    ...placed,
    d: shiftedPath(placed.d, dx, dy),
    ends: [shift(placed.ends[0]), shift(placed.ends[1])],
    mark: shift(placed.mark),
  });
  return {
    ...layout,
    nodes: layout.nodes.map(node),
    edges: layout.edges.map(edge),
    frames: layout.frames.map((frame) => ({
      ...frame,
      left: frame.left + dx,
      right: frame.right + dx,
      top: frame.top + dy,
      bottom: frame.bottom + dy,
    })),
    origin: shift(layout.origin ?? { x: 0, y: 0 }),
  };
}

/** Path data made of the absolute commands M, L, C, Q, H and V, moved. */
function shiftedPath(d: string, dx: number, dy: number): string {
  let command = '';
  let isY = false;
  const tokens = d.split(/[\s,]+/).map((token) => {
    if (/[A-Z]/.test(token)) {
      command = token;
      isY = command === 'V';
      return token;
    }
    const value = Number(token) + (isY ? dy : dx);
    if (command !== 'H' && command !== 'V') isY = !isY;
    return value;
  });
  return pathData(...tokens);
}
