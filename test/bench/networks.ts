/** Networks to measure with, made from a seed: random ones by Waxman's rule, and fat trees. */
import { formatAddress } from '../../src/main/engine/address';
import { uniform } from '../../src/main/engine/random';
import { build } from '../../src/main/engine/topology/document';
import type { Json } from '../../src/main/engine/topology/json';
import { simulate, type Simulation } from '../../src/main/engine/simulation';
import type { Topology } from '../../src/main/engine/topology/model';

type Edge = readonly [number, number];

/** Waxman's random graph, made connected by joining each vertex to an earlier one; degree about four. */
export function waxman(size: number, seed: number): Edge[] {
  const place = Array.from({ length: size }, (_, at) => [uniform(`x ${at}`, seed), uniform(`y ${at}`, seed)]);
  const edges: Edge[] = [];
  const scale = 0.15;
  for (let b = 1; b < size; b++) {
    edges.push([Math.floor(uniform(`tree ${b}`, seed) * b), b]);
    for (let a = 0; a < b; a++) {
      const [ax = 0, ay = 0] = place[a] ?? [];
      const [bx = 0, by = 0] = place[b] ?? [];
      const chance = (12 / size) * Math.exp(-Math.hypot(ax - bx, ay - by) / scale);
      if (uniform(`edge ${a} ${b}`, seed) < chance) edges.push([a, b]);
    }
  }
  return edges;
}

/** A fat tree of k-port switches without hosts: k pods of k/2 edge and k/2 aggregation, (k/2)^2 core. */
export function fatTree(k: number): { size: number; edges: Edge[] } {
  const half = k / 2;
  const cores = half * half;
  const edges: Edge[] = [];
  for (let pod = 0; pod < k; pod++) {
    for (let a = 0; a < half; a++) {
      const aggregation = cores + pod * k + a;
      for (let c = 0; c < half; c++) edges.push([a * half + c, aggregation]);
      for (let e = 0; e < half; e++) edges.push([aggregation, cores + pod * k + half + e]);
    }
  }
  return { size: cores + k * k, edges };
}

export interface Plan {
  readonly size: number;
  readonly edges: readonly Edge[];
  readonly protocol: 'ospf' | 'ebgp';
  /** Prefixes each of the first routers announces: loopbacks in OSPF, networks in BGP. */
  readonly prefixes: number;
  /** Routers that have a host on a LAN of their own. */
  readonly hosts: number;
}

/** Of one router. */
const PREFIXES_AT_MOST = 64;

/** A topology in normal form, built without the YAML step. */
export function topologyOf(plan: Plan): Topology {
  const interfaces = Array.from({ length: plan.size }, (): Record<string, Json> => ({}));
  const neighbors = Array.from({ length: plan.size }, (): Record<string, Json> => ({}));
  const links: Record<string, Json> = {};
  plan.edges.forEach(([a, b], at) => {
    const base = 0x0a000000 + at * 4;
    const [name, nameA, nameB] = [`l${at}`, `e${at}a`, `e${at}b`];
    interfaces[a]![nameA] = { address: `${formatAddress(base + 1)}/30` };
    interfaces[b]![nameB] = { address: `${formatAddress(base + 2)}/30` };
    links[name] = { ends: [`r${a}:${nameA}`, `r${b}:${nameB}`] };
    neighbors[a]![formatAddress(base + 2)] = { asn: 1000 + b };
    neighbors[b]![formatAddress(base + 1)] = { asn: 1000 + a };
  });
  const routers: Record<string, Json> = {};
  const lans: Record<string, Json> = {};
  const hosts: Record<string, Json> = {};
  for (let r = 0; r < plan.size; r++) {
    const own = interfaces[r]!;
    const networks: { prefix: string }[] = [];
    const count = Math.floor(plan.prefixes / plan.size) + (r < plan.prefixes % plan.size ? 1 : 0);
    for (let p = 0; p < count; p++) {
      const base = 0x64000000 + (r * PREFIXES_AT_MOST + p) * 256;
      own[`lo${p}`] = { address: `${formatAddress(base + 1)}/24` };
      networks.push({ prefix: `${formatAddress(base)}/24` });
    }
    if (r < plan.hosts) {
      const base = 0xb0000000 + r * 256;
      own['lan'] = { address: `${formatAddress(base + 1)}/24`, lan: `lan${r}` };
      networks.push({ prefix: `${formatAddress(base)}/24` });
      lans[`lan${r}`] = {};
      hosts[`h${r}`] = { lan: `lan${r}`, address: `${formatAddress(base + 10)}/24` };
    }
    routers[`r${r}`] =
      plan.protocol === 'ospf'
        ? { interfaces: own, ospf: {} }
        : { interfaces: own, bgp: { asn: 1000 + r, networks, neighbors: neighbors[r]! } };
  }
  const built = build({ routers, lans, hosts, links });
  if (!built.ok) throw new Error(JSON.stringify(built.issues.slice(0, 3)));
  return built.document.topology;
}

/** A copy that no memory knows. */
export function fresh(topology: Topology): Topology {
  return { ...topology };
}

export function simulationOf(topology: Topology, before: Simulation | null = null): Simulation {
  const result = simulate(topology, 1, { before });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}
