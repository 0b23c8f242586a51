/** The lines of a layered map: level in layers and lanes, bent only in the gutters between them. */
import { pathData } from '../svg';
import type { Chain, Vertex } from './lattice';
import type { PlacedEdge, Point } from './layout';

export interface Span {
  readonly left: number;
  readonly right: number;
  readonly outerLeft?: number;
  readonly outerRight?: number;
}

const PORT_DISTANCE = 9;
const PORT_SPREAD = 0.62;
const BULGE = 24;

export function routeChains(chains: readonly Chain[], spans: ReadonlyMap<Vertex, Span>): PlacedEdge[] {
  const ports = assignPorts(chains);
  return chains.map((chain, index) => routeChain(chain, spans, ports.get(index) ?? { start: 0, end: 0 }));
}

interface Ports {
  start: number;
  end: number;
}

/** Lines that meet a node on the same side are spread over it, in the order of where they come from. */
function assignPorts(chains: readonly Chain[]): ReadonlyMap<number, Ports> {
  const ports = new Map<number, Ports>(chains.map((_, index) => [index, { start: 0, end: 0 }]));
  const sides = new Map<Vertex, Map<'left' | 'right', { index: number; end: keyof Ports; y: number }[]>>();
  const add = (at: Vertex | undefined, next: Vertex | undefined, index: number, end: keyof Ports): void => {
    if (at === undefined || next === undefined) return;
    const side = at.left.includes(next) ? 'left' : 'right';
    const both =
      sides.get(at) ?? new Map<'left' | 'right', { index: number; end: keyof Ports; y: number }[]>();
    both.set(side, [...(both.get(side) ?? []), { index, end, y: next.y }]);
    sides.set(at, both);
  };
  chains.forEach((chain, index) => {
    add(chain.vertices[0], chain.vertices[1], index, 'start');
    add(chain.vertices.at(-1), chain.vertices.at(-2), index, 'end');
  });
  for (const [vertex, both] of sides) {
    const reach = (vertex.node?.radius ?? 0) * PORT_SPREAD;
    for (const lines of both.values()) {
      const sorted = lines.toSorted((a, b) => a.y - b.y);
      const step = sorted.length < 2 ? 0 : Math.min(PORT_DISTANCE, (2 * reach) / (sorted.length - 1));
      sorted.forEach(({ index, end }, rank) => {
        const port = ports.get(index);
        if (port !== undefined) port[end] = (rank - (sorted.length - 1) / 2) * step;
      });
    }
  }
  return ports;
}

function routeChain(chain: Chain, spans: ReadonlyMap<Vertex, Span>, ports: Ports): PlacedEdge {
  const { vertices } = chain;
  const last = vertices.length - 1;
  const heights = vertices.map(
    (vertex, index) => vertex.y + (index === 0 ? ports.start : index === last ? ports.end : 0),
  );
  const first = spans.get(vertices[0] ?? EMPTY);
  const parts: (string | number)[] = [
    'M',
    first === undefined ? 0 : (first.left + first.right) / 2,
    heights[0] ?? 0,
  ];
  let mark: PlacedEdge['mark'] | null = null;
  for (let i = 0; i < last; i += 1) {
    const from = vertices[i];
    const to = vertices[i + 1];
    const a = from === undefined ? undefined : spans.get(from);
    const b = to === undefined ? undefined : spans.get(to);
    if (from === undefined || to === undefined || a === undefined || b === undefined) continue;
    const ya = heights[i] ?? 0;
    const yb = heights[i + 1] ?? 0;
    if (from.beside.includes(to)) {
      const x = Math.max(a.outerRight ?? a.right, b.outerRight ?? b.right);
      parts.push('H', x, 'C', x + BULGE, ya, x + BULGE, yb, x, yb);
      mark ??= { x: x + BULGE * 0.75, y: (ya + yb) / 2 };
    } else {
      const rightwards = from.right.includes(to);
      const xa = rightwards ? (a.outerRight ?? a.right) : (a.outerLeft ?? a.left);
      const xb = rightwards ? (b.outerLeft ?? b.left) : (b.outerRight ?? b.right);
      const middle = (xa + xb) / 2;
      parts.push('H', xa);
      if (Math.abs(ya - yb) < 0.01) parts.push('H', xb);
      else parts.push('C', middle, ya, middle, yb, xb, yb);
      mark ??= { x: middle, y: (ya + yb) / 2 };
    }
  }
  const end = spans.get(vertices[last] ?? EMPTY);
  if (end !== undefined) parts.push('H', (end.left + end.right) / 2);
  const at = (span: Span | undefined, y: number | undefined): Point => ({
    x: span === undefined ? 0 : (span.left + span.right) / 2,
    y: y ?? 0,
  });
  return {
    edge: chain.edge,
    d: pathData(...parts),
    nodes: [vertices[0]?.node?.id ?? '', vertices[last]?.node?.id ?? ''],
    ends: [at(first, heights[0]), at(end, heights[last])],
    mark: mark ?? { x: 0, y: 0 },
  };
}

const EMPTY: Vertex = { node: null, above: 0, below: 0, left: [], right: [], beside: [], y: 0 };
