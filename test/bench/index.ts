/** Measures the engine and prints what it measured. Nothing here is checked against a limit. */
import lab from '../../notebooks/azure-interop.tracebook.md?raw';
import { createEvaluator, parseNotebook } from '../../src/main/engine';
import { PrefixMatcher } from '../../src/main/engine/forwarding/lpm';
import { maskOf, prefixKey, type Prefix } from '../../src/main/engine/address';
import { runCommand } from '../../src/main/engine/probes/console';
import { hashText } from '../../src/main/engine/random';
import { simulate, type Simulation } from '../../src/main/engine/simulation';
import { parseTopology } from '../../src/main/engine/topology/parse';
import type { Topology } from '../../src/main/engine/topology/model';
import { fatTree, topologyOf, waxman, type Plan } from './networks';

interface Row {
  readonly workload: string;
  readonly what: string;
  /** Median, ms; null for rates. */
  readonly ms: number | null;
  readonly perSecond: number | null;
  readonly runs: number;
  /** Resident memory after it, MB. */
  readonly rssMb: number;
}

const rows: Row[] = [];
const json = process.argv.includes('--json');
const only = process.argv.slice(2).find((word) => !word.startsWith('-'));

function record(row: Omit<Row, 'rssMb'>): void {
  const full = { ...row, rssMb: Math.round(process.memoryUsage().rss / 1e6) };
  rows.push(full);
  if (json) return;
  const value =
    full.ms === null ? `${((full.perSecond ?? 0) / 1e6).toFixed(1)} M/s` : `${full.ms.toFixed(1)} ms`;
  console.log(
    `${full.workload.padEnd(34)} ${full.what.padEnd(34)} ${value.padStart(14)}  runs ${full.runs}  ${full.rssMb} MB`,
  );
}

function measure(workload: string, what: string, runs: number, job: () => void): void {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    globalThis.gc?.();
    const start = performance.now();
    job();
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  record({ workload, what, ms: sorted[Math.floor(runs / 2)] ?? 0, perSecond: null, runs });
}

function wanted(workload: string): boolean {
  return only === undefined || workload.includes(only);
}

function simulationOf(topology: Topology): Simulation {
  const result = simulate(topology, 1);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

/** A copy that no cache knows. */
function fresh(topology: Topology): Topology {
  return { ...topology };
}

function benchLab(): void {
  const { notebook } = parseNotebook(lab);
  const text = notebook.cells.find((cell) => cell.kind === 'topology')?.text ?? '';
  const parsed = parseTopology(text);
  if (!parsed.ok) throw new Error('the lab does not parse');
  const { topology } = parsed.value;
  const hosts = Object.keys(topology.hosts);
  measure('Azure lab', 'control plane and all 30 traces', 31, () => {
    const simulation = simulationOf(fresh(topology));
    for (const from of hosts)
      for (const to of hosts) if (from !== to) runCommand(simulation, from, `tracert ${to}`);
  });
  measure('Azure lab', 'whole notebook from nothing', 11, () => {
    createEvaluator().evaluate(notebook);
  });
  const evaluator = createEvaluator();
  const links = Object.keys(topology.links);
  let turn = 0;
  measure('Azure lab', 'a link shut by an edit, page recomputed', 11, () => {
    const link = links[turn % links.length] ?? '';
    // A latency no run before had: nothing of this network is remembered.
    turn++;
    const text = `shutdown ${link}\nset ${link} latency ${turn} ms`;
    const edit = { id: 'toggle', kind: 'edit' as const, text, attributes: '', origin: null };
    const at = notebook.cells.findIndex((cell) => cell.kind === 'topology') + 1;
    evaluator.evaluate({ ...notebook, cells: notebook.cells.toSpliced(at, 0, edit) });
  });
}

function benchNetwork(name: string, makePlan: () => Plan, runs: number): void {
  if (!wanted(name)) return;
  const plan = makePlan();
  const topology = topologyOf(plan);
  measure(name, 'control plane', runs, () => void simulationOf(fresh(topology)));
  const simulation = simulationOf(fresh(topology));
  if (plan.protocol === 'ospf') {
    const every = Object.keys(topology.routers);
    measure(name, `tables of all ${every.length} routers`, 1, () => {
      const { control, network } = simulation.plane;
      for (const router of every) control.table(network.nodeByName.get(router) ?? 0);
    });
  }
  const hosts = Object.keys(topology.hosts);
  if (hosts.length < 2) return;
  measure(name, `traces between ${hosts.length} hosts`, 1, () => {
    for (const from of hosts)
      for (const to of hosts) if (from !== to) runCommand(simulation, from, `tracert ${to}`);
  });
}

function benchLookups(count: number): void {
  const name = `${count.toLocaleString('en')} prefixes`;
  if (!wanted(name)) return;
  const seen = new Map<number, Prefix>();
  for (let at = 0; seen.size < count; at++) {
    const length = 8 + (hashText(`length ${at}`, 1) % 21);
    const prefix = { address: (hashText(`prefix ${at}`, 1) & maskOf(length)) >>> 0, length };
    seen.set(prefixKey(prefix), prefix);
  }
  const prefixes = [...seen.values()];
  measure(name, 'building the matcher', 3, () => void new PrefixMatcher(prefixes));
  const matcher = new PrefixMatcher(prefixes);
  const addresses = Uint32Array.from({ length: 1_000_000 }, (_, at) => hashText(`address ${at}`, 2));
  let sum = 0;
  const rates: number[] = [];
  for (let run = 0; run < 7; run++) {
    const start = performance.now();
    for (const address of addresses) sum += matcher.lookup(address);
    rates.push(addresses.length / ((performance.now() - start) / 1000));
  }
  const rate = rates.toSorted((a, b) => a - b)[3] ?? 0;
  record({
    workload: name,
    what: `longest-prefix look-ups (sum ${sum})`,
    ms: null,
    perSecond: rate,
    runs: 7,
  });
}

if (wanted('Azure lab')) benchLab();
for (const size of [50, 200, 1000, 2000]) {
  const plan = (protocol: Plan['protocol']) => (): Plan => {
    return { size, edges: waxman(size, 1), protocol, prefixes: size, hosts: 4 };
  };
  const runs = size <= 200 ? 7 : 1;
  benchNetwork(`OSPF Waxman ${size}`, plan('ospf'), runs);
  if (size <= 1000) benchNetwork(`eBGP Waxman ${size}`, plan('ebgp'), runs);
}
for (const protocol of ['ospf', 'ebgp'] as const) {
  const name = `${protocol === 'ospf' ? 'OSPF' : 'eBGP'} fat tree 180`;
  benchNetwork(name, () => ({ ...fatTree(12), protocol, prefixes: 180, hosts: 4 }), 3);
}
for (const count of [1_000, 100_000, 1_000_000]) benchLookups(count);
if (json) console.log(JSON.stringify({ schema: 'tracebook.bench/1', rows }, null, 2));
