/** The tests against FRR: random networks, several at a time, until all seeds are done, and a table at the end. */
import { parseArgs } from 'node:util';
import { removeLeftovers } from './leftovers';
import { RunningLab, whyNot } from './namespaces';
import { isBad, Records, type SeedRecord } from './records';
import { prepare, runNetwork, type Prepared } from './run-network';
import { summaryTable, VERDICT_TITLES } from './summary';

const USAGE = `Usage: npm run test:frr -- [A-B] [--jobs N] [--fresh] [--keep] [--print]

Runs random networks with real FRR daemons in network namespaces and compares routing tables, BGP tables and
hops with the engine. Skipped where there is no FRR, no root or no network namespaces.

  A-B         The seeds of the networks (1-20). What an earlier run has found about the same networks, the same
              configurations and the same expectations is not run again.
  --jobs N    Networks at a time (4).
  --fresh     Run all of them again.
  --keep      Leave the first network that differs running, and say how to look around in it.
  --print     Show the networks that differ.
`;

/** Differences shown of a network. */
const SHOWN = 25;
const JOBS = 4;

const running = new Set<RunningLab>();
/** Seeds still to be run. */
const pending: number[] = [];
let stopping = false;

/** Ends what is running; for signals. */
export async function stop(): Promise<void> {
  stopping = true;
  pending.length = 0;
  await Promise.all([...running].map((lab) => lab.stop()));
}

/** @returns the exit code */
export async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      jobs: { type: 'string', default: String(JOBS) },
      fresh: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      print: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(USAGE, 0);
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(positionals[0] ?? '1-20') ?? [];
  const jobs = Number(values.jobs);
  if (first === undefined) return say(`${positionals[0]} is no range like 1-20\n\n${USAGE}`, 2);
  if (!Number.isInteger(jobs) || jobs < 1) return say(`--jobs takes a number from 1 on\n\n${USAGE}`, 2);
  const reason = await whyNot();
  if (reason !== null) return say(`Skipped the tests against FRR: ${reason}\n`, 0);
  const left = await removeLeftovers();
  if (left > 0) say(`Removed ${left} namespaces that a run before had left.\n`, 0);

  const from = Number(first);
  for (let seed = from; seed <= Number(last ?? first); seed++) pending.push(seed);
  const records = new Records();
  const done: SeedRecord[] = [];
  const kept: RunningLab[] = [];
  const work = async (): Promise<void> => {
    for (let seed = pending.shift(); seed !== undefined; seed = pending.shift()) {
      const prepared = prepare(seed);
      if ('verdict' in prepared) {
        done.push(prepared);
        say(outcomeText(prepared, ''), 0);
        continue;
      }
      const known = values.fresh ? undefined : records.find(prepared.key);
      const record = known ?? (await runOne(prepared, values.keep, kept));
      if (stopping) return;
      done.push(record);
      if (known === undefined) {
        records.add(record);
        say(outcomeText(record, values.print && isBad(record) ? prepared.text : ''), 0);
      }
      // A lab that is left running is looked at before others follow.
      if (kept.length > 0) pending.length = 0;
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  if (stopping) return 1;
  say(summaryTable(done), 0);
  for (const lab of kept) say(`Left running until \`ip netns delete\`:\n${lab.describe()}\n`, 0);
  return done.some(isBad) ? 1 : 0;
}

async function runOne(prepared: Prepared, keep: boolean, kept: RunningLab[]): Promise<SeedRecord> {
  const lab = new RunningLab(prepared.lab, prepared.seed);
  running.add(lab);
  let record: SeedRecord | null = null;
  try {
    record = await runNetwork(prepared, lab);
    return record;
  } finally {
    if (keep && record !== null && isBad(record)) kept.push(lab);
    else await lab.stop();
    running.delete(lab);
  }
}

function outcomeText(record: SeedRecord, network: string): string {
  const { seed, summary, verdict, details, seconds } = record;
  const shown = details.slice(0, SHOWN).map((detail) => `  ${detail}`);
  const more = details.length > SHOWN ? [`  and ${details.length - SHOWN} more`] : [];
  const title = `seed ${seed}: ${summary}: ${VERDICT_TITLES[verdict]}, ${seconds} s`;
  return [title, ...shown, ...more, network]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}
