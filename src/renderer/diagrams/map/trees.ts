/** What of a connected network is simple: trees that hang on its core, or are all of it, and rings. */
import type { Links } from './parts';

/** Whether each node is in the core: what is left when ends are taken off until there are none. None is, in a tree. */
export function coreOf(links: Links): readonly boolean[] {
  const degrees = links.map((others) => others.length);
  const isCore = links.map(() => true);
  const ends = degrees.flatMap((degree, node) => (degree <= 1 ? [node] : []));
  for (const end of ends) {
    isCore[end] = false;
    for (const other of links[end] ?? []) {
      if (isCore[other] !== true) continue;
      degrees[other] = (degrees[other] ?? 0) - 1;
      if (degrees[other] === 1) ends.push(other);
    }
  }
  return isCore;
}

export interface Forest {
  readonly roots: readonly number[];
  /** Of the nodes in it that have any. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** Every node in it, each after its parent. */
  readonly order: readonly number[];
}

/** The trees that hang on these roots: all that is reached from them without another node of the core. */
export function forestOf(roots: readonly number[], links: Links, isCore: readonly boolean[]): Forest {
  const children = new Map<number, number[]>();
  const known = new Set(roots);
  const order = [...roots];
  for (const next of order) {
    const own: number[] = [];
    for (const other of links[next] ?? []) {
      if (isCore[other] === true || known.has(other)) continue;
      known.add(other);
      own.push(other);
      order.push(other);
    }
    if (own.length > 0) children.set(next, own);
  }
  return { roots, children, order };
}

/** The node of a tree from which no branch has more than half of all nodes. */
export function centroidOf(links: Links): number {
  const { children, order } = forestOf([0], links, []);
  const sizes = links.map(() => 1);
  for (const node of order.toReversed()) {
    for (const child of children.get(node) ?? []) sizes[node] = (sizes[node] ?? 0) + (sizes[child] ?? 0);
  }
  let centre = 0;
  for (;;) {
    const heavy = (children.get(centre) ?? []).find((child) => 2 * (sizes[child] ?? 0) > links.length);
    if (heavy === undefined) return centre;
    centre = heavy;
  }
}

/** The core's nodes in the order of their ring, null where it is no single ring. */
export function ringOf(links: Links, isCore: readonly boolean[]): number[] | null {
  const around = (node: number): number[] => (links[node] ?? []).filter((other) => isCore[other] === true);
  const start = isCore.indexOf(true);
  if (start === -1 || !isCore.every((core, node) => !core || around(node).length === 2)) return null;
  const ring = [start];
  const known = new Set(ring);
  for (const last of ring) {
    const next = around(last).find((other) => !known.has(other));
    if (next === undefined) continue;
    known.add(next);
    ring.push(next);
  }
  return ring;
}

/** Rings that hang on the core by one node each, at most one for each such node: it first, then the others in order. */
export function hangingRings(links: Links, isCore: readonly boolean[]): Map<number, readonly number[]> {
  const around = links.map((others, node) =>
    isCore[node] === true ? others.filter((other) => isCore[other] === true) : [],
  );
  const rings = new Map<number, readonly number[]>();
  around.forEach((starts, anchor) => {
    if (starts.length < 3) return;
    for (const start of starts) {
      const ring = [anchor, start];
      for (let last = start; last !== anchor && around[last]?.length === 2;) {
        const before = ring.at(-2);
        last = around[last]?.find((other) => other !== before) ?? anchor;
        ring.push(last);
      }
      if (ring.at(-1) !== anchor) continue;
      rings.set(anchor, ring.slice(0, -1));
      return;
    }
  });
  return rings;
}
