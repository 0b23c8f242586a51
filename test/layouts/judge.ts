/** Counts what makes a drawing of a network hard to read, the same way for every drawing. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Node {
  readonly id: string;
  /** Of its sign and its name, or one about both. */
  readonly boxes: readonly Box[];
}

export interface Drawing {
  readonly nodes: readonly Node[];
  readonly lines: readonly { readonly ends: readonly [string, string]; readonly points: readonly Place[] }[];
}

export interface Faults {
  /** Pairs of links that cross. */
  readonly crossings: number;
  /** Links that run over a node or its name where they do not end, counted for each such node. */
  readonly overNodes: number;
  /** Pairs of nodes whose signs or names lie on each other. */
  readonly overlaps: number;
}

export function faultsOf(drawing: Drawing): Faults {
  return { crossings: crossings(drawing), overNodes: overNodes(drawing), overlaps: overlaps(drawing) };
}

function crossings({ lines, nodes }: Drawing): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let count = 0;
  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      const shared = a.ends.flatMap((end) => (b.ends.includes(end) ? (byId.get(end) ?? []) : []));
      // Links that share both ends run side by side; near a node that two share they may only seem to cross.
      if (shared.length === 2) continue;
      if (meetings(a.points, b.points).some((place) => !shared.some((node) => isIn(node, place)))) count += 1;
    }
  });
  return count;
}

function meetings(a: readonly Place[], b: readonly Place[]): Place[] {
  return a.slice(1).flatMap((to, i) =>
    b.slice(1).flatMap((other, j) => {
      const [from, start] = [a[i], b[j]];
      const place = from === undefined || start === undefined ? null : meeting(from, to, start, other);
      return place === null ? [] : [place];
    }),
  );
}

/** Where two stretches cross, if they do. */
function meeting(a: Place, b: Place, c: Place, d: Place): Place | null {
  const across = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
  if (across === 0) return null;
  const t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / across;
  const u = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / across;
  if (t < 0 || t > 1 || u < 0 || u > 1) return null;
  return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
}

function isIn({ boxes }: Node, { x, y }: Place): boolean {
  return boxes.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom);
}

function overNodes({ lines, nodes }: Drawing): number {
  let count = 0;
  for (const { ends, points } of lines) {
    for (const node of nodes) {
      if (!ends.includes(node.id) && points.some((place) => isIn(node, place))) count += 1;
    }
  }
  return count;
}

function overlaps({ nodes }: Drawing): number {
  let count = 0;
  nodes.forEach((a, index) => {
    for (const b of nodes.slice(index + 1)) {
      if (a.boxes.some((one) => b.boxes.some((other) => meet(one, other)))) count += 1;
    }
  });
  return count;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
