/** Random networks against shortest paths computed naively, for OSPF, eBGP and static routes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeOf, simulationOf, tracert } from './testing/lab';

/** One way from router to router: over an interface with a cost, in a segment. */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/** Segments join two routers by a link, or more by a LAN; each member's interface has a cost. */
interface Sketch {
  readonly count: number;
  readonly segments: readonly (readonly { readonly router: number; readonly cost: number }[])[];
}

const sketch: fc.Arbitrary<Sketch> = fc.integer({ min: 3, max: 12 }).chain((count) => {
  const member = fc.record({
    router: fc.integer({ min: 0, max: count - 1 }),
    cost: fc.integer({ min: 1, max: 4 }),
  });
  const segment = fc.uniqueArray(member, {
    minLength: 2,
    maxLength: 4,
    selector: (entry) => entry.router,
    size: 'small',
  });
  return fc
    .array(segment, { minLength: 2, maxLength: 14, size: 'max' })
    .map((segments) => ({ count, segments }));
});

function arcsOf({ segments }: Sketch): Arc[] {
  return segments.flatMap((members) =>
    members.flatMap((one) =>
      members
        .filter((other) => other !== one)
        .map((other) => ({ from: one.router, to: other.router, cost: one.cost })),
    ),
  );
}

/** Distances between all pairs by Floyd and Warshall; Infinity where there is no way. */
function distances(count: number, arcs: readonly Arc[]): number[][] {
  const table = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_, b) => (a === b ? 0 : Infinity)),
  );
  const at = (a: number, b: number): number => table[a]?.[b] ?? Infinity;
  const shorten = (a: number, b: number, length: number): void => {
    const row = table[a];
    if (row !== undefined) row[b] = Math.min(at(a, b), length);
  };
  for (const { from, to, cost } of arcs) shorten(from, to, cost);
  for (let via = 0; via < count; via++)
    for (let a = 0; a < count; a++) for (let b = 0; b < count; b++) shorten(a, b, at(a, via) + at(via, b));
  return table;
}

/** Names of all neighbours on a shortest way from a to b. */
function nextOf(arcs: readonly Arc[], table: number[][], a: number, b: number): Set<string> {
  const rest = (from: number): number => table[from]?.[b] ?? Infinity;
  return new Set(
    arcs.filter(({ from, to, cost }) => from === a && cost + rest(to) === rest(a)).map(({ to }) => `r${to}`),
  );
}

/**
 * Whether a way round into a LAN that router a is in costs as much as a's own way in. Then those on the LAN are
 * reached straight across it only, and not every shortest way of the plain graph is taken (RFC 2328 section 16.1.1).
 */
function mayGoRound({ segments }: Sketch, table: number[][], a: number): boolean {
  return segments.some((members) => {
    const own = members.find(({ router }) => router === a);
    return (
      members.length > 2 &&
      own !== undefined &&
      members.some(({ router, cost }) => router !== a && (table[a]?.[router] ?? Infinity) + cost === own.cost)
    );
  });
}

/** Address of router r in segment s. */
function addressIn(segment: number, router: number): string {
  return `10.200.${segment}.${router + 1}`;
}

/** YAML: router i has a LAN 10.i.0.0/24 with host h<i>; `extra` is what its protocol needs. */
function yamlOf({ count, segments }: Sketch, extra: (router: number) => string): string {
  const routers = Array.from({ length: count }, (_, router) => {
    const interfaces = segments.flatMap((members, segment) => {
      const own = members.find((entry) => entry.router === router);
      if (own === undefined) return [];
      const lan = members.length > 2 ? `, lan: s${segment}` : '';
      return [`e${segment}: { address: ${addressIn(segment, router)}/24, ospfCost: ${own.cost}${lan} }`];
    });
    const home = `home: { address: 10.${router}.0.1/24, lan: l${router}, ospfCost: 1 }`;
    return `  r${router}: { interfaces: { ${[home, ...interfaces].join(', ')} }, ${extra(router)} }`;
  });
  const homes = Array.from({ length: count }, (_, router) => `l${router}: {}`);
  const shared = segments.flatMap((members, segment) => (members.length > 2 ? [`s${segment}: {}`] : []));
  const links = segments.flatMap((members, segment) => {
    const ends = members.map(({ router }) => `r${router}:e${segment}`).join(', ');
    return members.length === 2 ? [`  s${segment}: { ends: [${ends}] }`] : [];
  });
  const hosts = Array.from(
    { length: count },
    (_, router) => `  h${router}: { lan: l${router}, address: 10.${router}.0.10/24 }`,
  );
  return [
    'routers:',
    ...routers,
    `lans: { ${[...homes, ...shared].join(', ')} }`,
    links.length === 0 ? '' : 'links:',
    ...links,
    'hosts:',
    ...hosts,
  ].join('\n');
}

/** Every trace between hosts goes by shortest ways only, or ends with "net unreachable" where there is none. */
function checkTraces(yaml: string, count: number, arcs: readonly Arc[], table: number[][]): void {
  const simulation = simulationOf(yaml);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      if (a === b) continue;
      const { reached, forwardWalk, hops } = tracert(simulation, `h${a}`, `h${b}`);
      const nodes = forwardWalk.steps.map((step) => step.node);
      if (table[a]?.[b] === Infinity) {
        expect(reached).toBe(false);
        expect(hops.at(-1)?.reply).toBe('net-unreachable');
        continue;
      }
      expect(reached).toBe(true);
      expect(hops).toHaveLength(nodes.length - 1);
      expect([nodes[0], nodes[1], nodes.at(-2), nodes.at(-1)]).toEqual([`h${a}`, `r${a}`, `r${b}`, `h${b}`]);
      nodes.slice(1, -2).forEach((node, index) => {
        const next = nodes[index + 2] ?? '';
        expect(nextOf(arcs, table, Number(node.slice(1)), b)).toContain(next);
      });
    }
  }
}

const RUNS = { numRuns: 15 };

test('OSPF finds all shortest ways, also over LANs of many routers', () => {
  fc.assert(
    fc.property(sketch, (network) => {
      const arcs = arcsOf(network);
      const table = distances(network.count, arcs);
      const yaml = yamlOf(network, () => 'ospf: { maximumPaths: 64 }');
      checkTraces(yaml, network.count, arcs, table);
      const simulation = simulationOf(yaml);
      for (let a = 0; a < network.count; a++) {
        for (let b = 0; b < network.count; b++) {
          const distance = table[a]?.[b] ?? Infinity;
          if (a === b || distance === Infinity) continue;
          const route = routeOf(simulation, `r${a}`, `10.${b}.0.0/24`);
          expect(route?.metric).toBe(distance + 1);
          const found = new Set(route?.nextHops.map((hop) => hop.node));
          const expected = nextOf(arcs, table, a, b);
          if (mayGoRound(network, table, a)) {
            expect(found.size).toBeGreaterThan(0);
            for (const next of found) expect(expected).toContain(next);
          } else {
            expect(found).toEqual(expected);
          }
        }
      }
    }),
    RUNS,
  );
});

test('eBGP with an AS for each router finds ways through the fewest ASes', () => {
  fc.assert(
    fc.property(sketch, (network) => {
      const arcs = arcsOf(network).map((arc) => ({ ...arc, cost: 1 }));
      const table = distances(network.count, arcs);
      const yaml = yamlOf(network, (router) => {
        const neighbors = network.segments.flatMap((members, segment) =>
          members.some((entry) => entry.router === router)
            ? members
                .filter((entry) => entry.router !== router)
                .map((other) => `${addressIn(segment, other.router)}: { asn: ${65001 + other.router} }`)
            : [],
        );
        return `bgp: { asn: ${65001 + router}, networks: [10.${router}.0.0/24], neighbors: { ${neighbors.join(', ')} } }`;
      });
      checkTraces(yaml, network.count, arcs, table);
      const simulation = simulationOf(yaml);
      for (let a = 0; a < network.count; a++) {
        for (let b = 0; b < network.count; b++) {
          const distance = table[a]?.[b] ?? Infinity;
          if (a === b || distance === Infinity) continue;
          expect(routeOf(simulation, `r${a}`, `10.${b}.0.0/24`)?.asPath).toHaveLength(distance);
        }
      }
    }),
    RUNS,
  );
});

test('static routes are followed as configured', () => {
  fc.assert(
    fc.property(sketch, (network) => {
      const arcs = arcsOf(network);
      const table = distances(network.count, arcs);
      const yaml = yamlOf(network, (router) => {
        const routes = Array.from({ length: network.count }, (_, target) => target).flatMap((target) => {
          const [next] = nextOf(arcs, table, router, target);
          const segment = network.segments.findIndex((members) => {
            const own = members.find((entry) => entry.router === router);
            const other = members.find((entry) => `r${entry.router}` === next);
            if (own === undefined || other === undefined) return false;
            return own.cost + (table[other.router]?.[target] ?? Infinity) === table[router]?.[target];
          });
          if (next === undefined || target === router || table[router]?.[target] === Infinity) return [];
          return [`{ prefix: 10.${target}.0.0/24, via: ${addressIn(segment, Number(next.slice(1)))} }`];
        });
        return `static: [${routes.join(', ')}]`;
      });
      checkTraces(yaml, network.count, arcs, table);
    }),
    RUNS,
  );
});
