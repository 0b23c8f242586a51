/**
 * Measures the engine and prints what it measured; nothing here is checked against a limit. Every workload runs in a
 * process of its own, so that none pays for another's memory.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchLab } from './lab';
import { benchLookups, benchPackage } from './lookups';
import { Bench, type Row } from './measure';
import { fatTree, waxman, type Plan } from './networks';
import { benchRouting, benchSweep } from './routing';
import { growthOf, tableOf } from './table';

type Workload = readonly [name: string, run: (bench: Bench) => void];

const PROTOCOLS = [
  ['OSPF', 'ospf'],
  ['eBGP', 'ebgp'],
] as const;

const WORKLOADS: readonly Workload[] = [
  ['Azure lab', benchLab],
  ...PROTOCOLS.flatMap(([name, protocol]) => [
    ...[50, 200, 1000, 2000].map((size): Workload => {
      const plan = (): Plan => ({ size, edges: waxman(size, 1), protocol, prefixes: size, hosts: 4 });
      return [`${name}, Waxman, ${size} routers`, (bench) => benchRouting(bench, plan)];
    }),
    // Of k-port switches; 34 is the most whose k^3 / 2 links a topology may have.
    ...[6, 12, 28, 34].map((ports): Workload => {
      const tree = fatTree(ports);
      const plan = (): Plan => ({ ...tree, protocol, prefixes: tree.size, hosts: 4 });
      return [`${name}, fat tree, ${tree.size} routers`, (bench) => benchRouting(bench, plan)];
    }),
    ...[50, 200].map((size): Workload => {
      const plan = (): Plan => ({ size, edges: waxman(size, 1), protocol, prefixes: size, hosts: size });
      return [`${name} sweep, Waxman, ${size} routers`, (bench) => benchSweep(bench, plan)];
    }),
    ...[6, 12].map((ports): Workload => {
      const tree = fatTree(ports);
      const plan = (): Plan => ({ ...tree, protocol, prefixes: tree.size, hosts: tree.size });
      return [`${name} sweep, fat tree, ${tree.size} routers`, (bench) => benchSweep(bench, plan)];
    }),
  ]),
  [
    'eBGP, Waxman, 500 routers, 20,000 prefixes',
    (bench) =>
      benchRouting(bench, () => {
        return { size: 500, edges: waxman(500, 1), protocol: 'ebgp', prefixes: 20_000, hosts: 4 };
      }),
  ],
  ...[1_000, 100_000, 1_000_000].map((count): Workload => {
    return [`Look-ups, ${count.toLocaleString('en')} prefixes`, (bench) => benchLookups(bench, count)];
  }),
  ...[1_000, 100_000].map((count): Workload => {
    const name = `Look-ups by a package, ${count.toLocaleString('en')} prefixes`;
    return [name, (bench) => benchPackage(bench, count)];
  }),
];

/** On the clock, ms: a workload that takes longer is stopped, so that the rest has its turn. */
const LIMIT = 90_000;

/** In a process of its own: one workload, a row of JSON on each line. */
function runOne(name: string): void {
  const found = WORKLOADS.find(([each]) => each === name);
  if (found === undefined) throw new Error(`there is no workload ${name}`);
  found[1](new Bench(name, (row) => fs.writeSync(process.stdout.fd, `${JSON.stringify(row)}\n`)));
}

/** The rows of a workload; what went wrong in it goes to stderr. */
function rowsOf(name: string): Row[] {
  const args = ['--expose-gc', '--max-old-space-size=4096', fileURLToPath(import.meta.url), '--one', name];
  const { stdout, signal, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: LIMIT,
  });
  if (signal === null && status !== 0) process.exitCode = 1;
  const rows = stdout.split('\n').flatMap((line): Row[] => (line === '' ? [] : [JSON.parse(line)]));
  return signal === null ? rows : [...rows, { workload: name, stoppedAfter: LIMIT / 1000 }];
}

function runAll(wanted: string, isJson: boolean): void {
  const machine = `${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const loadBefore = os.loadavg()[0] ?? 0;
  const rows: Row[] = [];
  if (!isJson) console.log(`${machine}, load ${loadBefore.toFixed(1)}`);
  for (const [name] of WORKLOADS) {
    if (!name.toLowerCase().includes(wanted.toLowerCase())) continue;
    const found = rowsOf(name);
    rows.push(...found);
    if (!isJson) console.log(tableOf(found));
  }
  const growth = growthOf(rows);
  if (isJson)
    console.log(JSON.stringify({ schema: 'tracebook.bench/3', machine, loadBefore, rows, growth }, null, 2));
  else console.log(growth.map(({ what, text }) => `${what}: ${text}`).join('\n'));
}

const args = process.argv.slice(2);
if (args[0] === '--one') runOne(args[1] ?? '');
else runAll(args.find((word) => !word.startsWith('-')) ?? '', args.includes('--json'));
