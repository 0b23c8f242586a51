/** `tracebook ask`: any command of a console cell, put to a topology. */
import { hashTexts } from '../main/engine/hash';
import { engine } from '../main/engine/index';
import type { CommandResult } from '../shared/results';
import { parseOptions, required, UsageError } from './arguments';
import type { ExitCode, Io } from './io';
import { isNode, loadNetwork, reportFailure } from './network';
import { MOST_JOBS, parseShard } from './shard';
import { transcript } from '../shared/transcript';

const SCHEMA = 'tracebook.ask/1';
/** A share of an answer: `merge` joins them. */
export const PART_SCHEMA = 'tracebook.part/1';

export function askCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, {
    topology: 'value',
    edit: 'values',
    scenario: 'values',
    shard: 'value',
    jobs: 'value',
    json: 'flag',
  });
  const file = required(args, 'topology');
  const [node, ...words] = args.positionals;
  if (node === undefined) throw new UsageError('The node is missing');
  if (words.length === 0) throw new UsageError('The command is missing');

  const shard = args.value('shard');
  checkJobs(args.value('jobs'), shard);
  const share = shard === undefined ? null : parseShard(shard, io);
  const network = loadNetwork(file, args.values('edit'), io, args.values('scenario'));
  if (network === null || !isNode('NODE', node, network, io)) return 2;
  const command = words.join(' ');
  const result = engine.runCommand(network.simulation, node, command, network.scenarios, share);
  if (result.kind === 'failure') {
    reportFailure('COMMAND', result, io);
    return 2;
  }
  if (share === null) printAnswer({ node, command, result }, args.flag('json'), io);
  else {
    const { plane, seed } = network.simulation;
    const asked = hashTexts([JSON.stringify(plane.control.topology), String(seed)]);
    io.out(
      `${JSON.stringify({ schema: PART_SCHEMA, share, network: asked, node, command, result }, null, 2)}\n`,
    );
  }
  return 0;
}

/** Threads are the program's (jobs.ts): here the question is answered as a whole, or a share of it. */
function checkJobs(jobs: string | undefined, shard: string | undefined): void {
  if (jobs === undefined) return;
  if (!/^\d{1,2}$/.test(jobs) || Number(jobs) < 1 || Number(jobs) > MOST_JOBS)
    throw new UsageError(`--jobs ${jobs}: write how many threads, 1 to ${MOST_JOBS}`);
  if (shard !== undefined)
    throw new UsageError('--shard and --jobs do not go together: a share is the work of one thread');
}

interface Answer {
  readonly node: string;
  readonly command: string;
  readonly result: CommandResult;
}

export function printAnswer({ node, command, result }: Answer, isJson: boolean, io: Io): void {
  io.out(
    isJson
      ? `${JSON.stringify({ schema: SCHEMA, node, command, result }, null, 2)}\n`
      : transcript(node, command, engine.renderText(result), result),
  );
}
