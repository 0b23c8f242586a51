/** The tests against FRR: random networks, one after the other, until all seeds are done. */
import { parseArgs } from 'node:util';
import { labOf } from '../../src/main/engine/export/index';
import { compare, topologyOf } from './compare';
import { RunningLab, whyNot } from './namespaces';
import { simulate } from '../../src/main/engine/simulation';
import { randomNetwork } from './random-network';

const USAGE = `Usage: npm run test:frr -- [--seeds A-B] [--keep] [--print]

Runs random networks with real FRR daemons in network namespaces and compares routing tables, BGP tables and
hops with the engine. Skipped where there is no FRR, no root or no network namespaces.

  --seeds A-B   The networks to run (1-20).
  --keep        Leave the first network that differs running, and say how to look around in it.
  --print       Show the networks that differ.
`;

/** Differences shown of a network. */
const SHOWN = 25;

let current: RunningLab | null = null;

/** Ends what is running; for signals. */
export async function stop(): Promise<void> {
  await current?.stop();
}

/** @returns the exit code */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seeds: { type: 'string', default: '1-20' },
      keep: { type: 'boolean', default: false },
      print: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(USAGE, 0);
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(values.seeds) ?? [];
  if (first === undefined) return say(`--seeds takes a range like 1-20\n\n${USAGE}`, 2);
  const reason = await whyNot();
  if (reason !== null) return say(`Skipped the tests against FRR: ${reason}\n`, 0);

  const counts = { networks: 0, probes: 0, otherOutcome: 0, different: 0, unsettled: 0 };
  for (let seed = Number(first); seed <= Number(last ?? first); seed++) {
    const network = randomNetwork(seed);
    const started = Date.now();
    const topology = topologyOf(network.text);
    const simulated = simulate(topology, 0);
    if (!simulated.ok) {
      counts.unsettled += 1;
      say(`seed ${seed}: ${network.summary}: left out, ${simulated.problems[0]?.message ?? ''}\n`, 0);
      continue;
    }
    const lab = labOf(topology, 'fast');
    const running = new RunningLab(lab);
    current = running;
    let leave = false;
    try {
      await running.start();
      const result = await compare(topology, simulated.value, lab, running, seed);
      counts.networks += 1;
      counts.probes += result.probes;
      counts.otherOutcome += Number(result.otherOutcome);
      counts.different += Number(result.differences.length > 0);
      leave = values.keep && result.differences.length > 0;
      const verdict = result.differences.length > 0 ? `${result.differences.length} DIFFERENCES` : 'the same';
      const outcome = result.otherOutcome ? ' (another stable outcome of BGP)' : '';
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      say(`seed ${seed}: ${network.summary}: ${verdict}${outcome}, ${seconds} s\n`, 0);
      for (const difference of result.differences.slice(0, SHOWN)) say(`  ${difference}\n`, 0);
      if (values.print && result.differences.length > 0) say(`${network.text}\n`, 0);
    } finally {
      if (!leave) await running.stop();
      current = null;
    }
    if (leave) return say(`Left running:\n${running.describe()}\n`, 1);
  }
  const { networks, probes, otherOutcome, different, unsettled } = counts;
  say(
    `${networks} networks: ${networks - different} the same (${otherOutcome} with another stable outcome of BGP), ${different} different; ${unsettled} left out, for the engine finds no stable outcome; ${probes} traceroutes.\n`,
    0,
  );
  return different === 0 ? 0 : 1;
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}
