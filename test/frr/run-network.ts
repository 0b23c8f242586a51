/** One random network: what it is, and what comes of running it. */
import { createHash } from 'node:crypto';
import { labOf, type Lab } from '../../src/main/engine/export/index';
import { simulate, type Simulation } from '../../src/main/engine/simulation';
import type { Topology } from '../../src/main/engine/topology/model';
import { parseTopology } from '../../src/main/engine/topology/parse';
import { compare } from './compare';
import { featuresOf } from './features';
import type { RunningLab } from './namespaces';
import { randomNetwork } from './random-network';
import type { SeedRecord } from './records';
import { expectedTables } from './snapshot';

/** Counts ways of comparing: what an earlier one has found is no answer to a stricter one. */
const COMPARISON = 3;

export interface Prepared {
  readonly seed: number;
  readonly text: string;
  readonly summary: string;
  readonly topology: Topology;
  readonly simulation: Simulation;
  readonly lab: Lab;
  /** The same for the same configurations, expectations and way of comparing. */
  readonly key: string;
}

/** The record says so where the engine has no answer. */
export function prepare(seed: number): Prepared | SeedRecord {
  const { text, summary } = randomNetwork(seed);
  const topology = topologyOf(text);
  const simulated = simulate(topology, 0);
  if (!simulated.ok) {
    const nothing = { key: '', routes: 0, traceroutes: 0, seconds: 0, features: featuresOf(topology) };
    const details = simulated.problems.map(({ message }) => message);
    return { ...nothing, seed, summary, verdict: 'failed', details };
  }
  const lab = labOf(topology, 'fast');
  const expected = expectedTables(simulated.value, lab);
  const hash = createHash('sha256').update(JSON.stringify([COMPARISON, lab, expected]));
  return { seed, text, summary, topology, simulation: simulated.value, lab, key: hash.digest('hex') };
}

export async function runNetwork(prepared: Prepared, running: RunningLab): Promise<SeedRecord> {
  const { key, seed, summary, topology } = prepared;
  const started = Date.now();
  const result = await running.start().then(
    () => compare(prepared, running),
    (error: unknown) => ({ verdict: 'failed' as const, details: [String(error)], routes: 0, traceroutes: 0 }),
  );
  const seconds = Math.round((Date.now() - started) / 100) / 10;
  return { key, seed, summary, features: featuresOf(topology), ...result, seconds };
}

function topologyOf(text: string): Topology {
  const parsed = parseTopology(text);
  if (!parsed.ok)
    throw new Error(`the random network is not valid: ${JSON.stringify(parsed.problems, null, 1)}`);
  return parsed.value.topology;
}
