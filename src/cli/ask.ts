/** `tracebook ask`: any command of a console cell, put to a topology. */
import { engine } from '../main/engine/index';
import { parseOptions, required, UsageError } from './arguments';
import type { ExitCode, Io } from './io';
import { isNode, loadNetwork, reportFailure } from './network';
import { transcript } from '../shared/transcript';

const SCHEMA = 'tracebook.ask/1';

export function askCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, {
    topology: 'value',
    edit: 'values',
    scenario: 'values',
    json: 'flag',
  });
  const file = required(args, 'topology');
  const [node, ...words] = args.positionals;
  if (node === undefined) throw new UsageError('The node is missing');
  if (words.length === 0) throw new UsageError('The command is missing');

  const network = loadNetwork(file, args.values('edit'), io, args.values('scenario'));
  if (network === null || !isNode('NODE', node, network, io)) return 2;
  const command = words.join(' ');
  const result = engine.runCommand(network.simulation, node, command, network.scenarios);
  if (result.kind === 'failure') {
    reportFailure('COMMAND', result, io);
    return 2;
  }
  io.out(
    args.flag('json')
      ? `${JSON.stringify({ schema: SCHEMA, node, command, result }, null, 2)}\n`
      : transcript(node, command, engine.renderText(result), result),
  );
  return 0;
}
