/** `tracebook routes`: a node's routing table, as text or JSON. */
import { engine } from '../main/engine/index';
import { parseOptions, required, UsageError } from './arguments';
import type { ExitCode, Io } from './io';
import { isNode, loadNetwork, reportFailure } from './network';
import { transcript } from '../shared/transcript';

const SCHEMA = 'tracebook.routes/1';
const COMMAND = 'show ip route';

export function routesCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, { topology: 'value', edit: 'values', json: 'flag' });
  const file = required(args, 'topology');
  const [node, extra] = args.positionals;
  if (node === undefined) throw new UsageError('The node is missing');
  if (extra !== undefined) throw new UsageError(`"${extra}" does not belong here`);

  const network = loadNetwork(file, args.values('edit'), io);
  if (network === null || !isNode('NODE', node, network, io)) return 2;
  const result = engine.runCommand(network.simulation, node, COMMAND);
  if (result.kind !== 'routes') {
    reportFailure('NODE', result, io);
    return 2;
  }
  if (args.flag('json')) {
    const { nodeKind, routes } = result;
    io.out(`${JSON.stringify({ schema: SCHEMA, node, nodeKind, routes }, null, 2)}\n`);
  } else {
    io.out(transcript(node, COMMAND, engine.renderText(result), result));
  }
  return 0;
}
