/** Commands about paths: one, one there and back, and all between the hosts of a network. */
import type { ConsoleCommand } from '../../../shared/console-commands';
import type { CommandFailure, CommandResult, FailureKind } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatAddress } from '../address';
import { walkPacket } from '../forwarding/walk';
import { checkLimits } from '../limits';
import type { Simulation } from '../simulation';
import type { Arguments } from './arguments';
import { bottleneck } from './bottleneck';
import { checkMultipath } from './check-multipath';
import { checkStability } from './check-stability';
import { checkAsymmetry, checkBlackholes, checkLoops } from './checks';
import { failEach } from './failures';
import { WHOLE, type Share } from './share';
import { failure } from './failure';
import { withFlow } from './flow-option';
import { mtr, MTR_DEFAULTS } from './mtr';
import { pathping, PATHPING_DEFAULTS } from './pathping';
import { paths } from './paths';
import type { Prober } from './prober';
import { proberFor } from './prober-for';
import { named } from './questions';
import { matrix, reach } from './reach';
import { traceBoth } from './trace-both';
import { traceroute, TRACEROUTE_DEFAULTS } from './traceroute';

const said = strings.reasons.commands;

const FAILURE_KINDS: readonly FailureKind[] = ['link', 'node', 'interface'];

/** Null for a command that asks something else. */
export function pathQuestion(
  simulation: Simulation,
  prompt: number,
  command: ConsoleCommand,
  args: Arguments,
  share: Share = WHOLE,
): CommandResult | null {
  const { numbers, switches, words } = args;
  const put = (ask: (prober: Prober) => CommandResult, unknown: (name: string) => string): CommandResult =>
    ifAimed(simulation, prompt, args, unknown, ask);
  switch (command.name) {
    case 'traceroute':
      return put(
        (prober) =>
          unreachable(simulation, prober) ??
          traceroute(simulation, prober, {
            protocol: switches.has('-I') ? 'icmp' : 'udp',
            maxHops: numbers.get('-m') ?? TRACEROUTE_DEFAULTS.maxHops,
            queries: numbers.get('-q') ?? TRACEROUTE_DEFAULTS.queries,
            timeoutMs: 1000 * (numbers.get('-w') ?? TRACEROUTE_DEFAULTS.timeoutMs / 1000),
            port: numbers.get('-p') ?? TRACEROUTE_DEFAULTS.port,
            resolveNames: !switches.has('-n'),
          }),
        (name) => `${name}: Name or service not known`,
      );
    case 'pathping':
      return put(
        (prober) =>
          pathping(simulation, prober, {
            maxHops: numbers.get('-h') ?? PATHPING_DEFAULTS.maxHops,
            queries: numbers.get('-q') ?? PATHPING_DEFAULTS.queries,
            periodMs: numbers.get('-p') ?? PATHPING_DEFAULTS.periodMs,
            timeoutMs: numbers.get('-w') ?? PATHPING_DEFAULTS.timeoutMs,
            resolveNames: !switches.has('-n'),
          }),
        (name) => `Unable to resolve target system name ${name}.`,
      );
    case 'mtr':
      return put(
        (prober) =>
          mtr(simulation, prober, {
            cycles: numbers.get('-c') ?? MTR_DEFAULTS.cycles,
            maxHops: numbers.get('-m') ?? MTR_DEFAULTS.maxHops,
            resolveNames: !switches.has('-n'),
          }),
        (name) => `mtr: Failed to resolve host: ${name}: Name or service not known`,
      );
    case 'paths':
    case 'trace':
    case 'bottleneck': {
      const source = named(simulation, words.get('node'), prompt);
      if (typeof source !== 'number') return source;
      const ask = { paths, trace: traceBoth, bottleneck }[command.name];
      return ifAimed(simulation, source, args, noNode, (prober) => {
        const flowing = withFlow(prober, args);
        return 'kind' in flowing ? flowing : ask(simulation, flowing);
      });
    }
    case 'reach':
      return reach(simulation, share);
    case 'matrix':
      return matrix(simulation, share);
    case 'fail each': {
      const typed = words.get('element') ?? '';
      const each = FAILURE_KINDS.find((kind) => kind === typed);
      if (each === undefined) return failure(said.nothingFails(typed), said.usage(command.usage));
      const options = { k: switches.has('k=2') ? 2 : 1, listed: switches.has('--pairs') } as const;
      return failEach(simulation, each, options, share);
    }
    case 'check limits':
      return checkLimits(simulation);
    case 'check asymmetry':
      return checkAsymmetry(simulation);
    case 'check blackholes':
      return checkBlackholes(simulation);
    case 'check multipath':
      return checkMultipath(simulation);
    case 'check loops':
      return checkLoops(simulation);
    case 'check stability':
      return checkStability(simulation);
    default:
      return null;
  }
}

function noNode(name: string): string {
  return said.noNode(name);
}

function ifAimed(
  simulation: Simulation,
  source: number,
  args: Arguments,
  unknown: (name: string) => string,
  ask: (prober: Prober) => CommandResult,
): CommandResult {
  const prober = proberFor(simulation, source, args, unknown);
  return 'kind' in prober ? prober : ask(prober);
}

/** Linux sends nothing where the sender itself has no route. */
function unreachable({ plane }: Simulation, { node, flow }: Prober): CommandFailure | null {
  const { end, steps } = walkPacket(plane, node.index, flow, node.initialTtl, false);
  if (end !== 'no-route' || steps.length > 1) return null;
  return failure(
    'connect: Network is unreachable',
    said.noRouteTo(node.name, formatAddress(flow.destination)),
  );
}
