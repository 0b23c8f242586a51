/** Console commands: from the line as typed at a node's prompt to a typed result. */
import { CONSOLE_COMMANDS, type ConsoleCommand } from '../../../shared/console-commands';
import type { CommandFailure, CommandResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { NO_SCENARIOS, type ScenarioNetworks } from '../scenario-networks';
import type { Simulation } from '../simulation';
import { suggest } from '../topology/nearest';
import { parseArguments, type Arguments, type Refusal } from './arguments';
import { compareNamed, matrixDiff } from './compare';
import { failure } from './failure';
import { latency } from './latency';
import { ping, PING_DEFAULTS } from './ping';
import { pathQuestion } from './path-questions';
import { proberFor } from './prober-for';
import { named, question } from './questions';
import { routes } from './routes';
import type { Share } from './share';
import { trace, TRACE_DEFAULTS } from './trace';
import { inVrf } from './vrf';
import { whySilent } from './why-silent';

const said = strings.reasons.commands;

/** Options of the Windows tools that have no meaning here, and why. */
const REFUSED: Readonly<Record<string, Readonly<Record<string, Refusal>>>> = {
  tracert: {
    '-6': 'onlyIpv4',
    '-R': 'returnPath',
    '-S': 'sourceByRoute',
    '-j': 'looseSource',
  },
  traceroute: {
    '-6': 'onlyIpv4',
    '-T': 'tcp',
    '-s': 'sourceByRoute',
  },
  pathping: { '-6': 'onlyIpv4', '-g': 'looseSource' },
  mtr: { '-6': 'onlyIpv4', '-u': 'icmpEcho', '-T': 'icmpEcho' },
  ping: {
    '-6': 'onlyIpv4',
    '-t': 'endless',
    '-a': 'noNames',
    '-f': 'noSizes',
    '-S': 'sourceByRoute',
  },
};

/** Characters of a command; messages quote its words, and none needs as many. */
const MAX_COMMAND = 2000;

/**
 * Runs one command line at the prompt of a node. A line that cannot be run gives a CommandFailure. With a share, only
 * a part of the work is done, of commands that have parts.
 */
export function runCommand(
  simulation: Simulation,
  node: string,
  line: string,
  scenarios: ScenarioNetworks<Simulation> = NO_SCENARIOS,
  share: Share | null = null,
): CommandResult {
  if (line.length > MAX_COMMAND) return failure(said.tooLong(MAX_COMMAND), said.shorten);
  const { nodeByName } = simulation.plane.network;
  if (!nodeByName.has(node)) return failure(said.noNode(node), suggest(node, [...nodeByName.keys()]));
  const asked = inVrf(simulation, node, line.trim().split(/\s+/));
  if ('kind' in asked) return asked;
  const { words } = asked;
  const index = nodeByName.get(asked.node) ?? -1;
  const command = findCommand(words);
  const [, second = ''] = words;
  if (command === null || (hyphened(words) !== null && !nodeByName.has(second))) return unknownCommand(words);
  if (command.name === 'scenario') {
    return failure(said.scenarioPlace, said.usage(command.usage));
  }
  const rest = words.slice(command.name.split(' ').length);
  const parsed = parseArguments(command, rest, REFUSED[command.name] ?? {});
  if ('kind' in parsed) return parsed;
  if (share !== null) {
    const part = parsed.texts.has('--diff')
      ? null
      : SHARED.includes(command.name) && pathQuestion(simulation, index, command, parsed, share);
    return part || failure(said.noParts, said.haveParts(SHARED));
  }
  return (
    scenarioQuestion(simulation, index, command, parsed, scenarios) ??
    execute(simulation, index, command, parsed)
  );
}

/** Commands whose work can be shared out, without their options for scenarios. */
const SHARED: readonly string[] = ['reach', 'matrix', 'fail each'];

/** Where the first word begins commands of several words, those are meant. */
function unknownCommand([first = '', ...rest]: readonly string[]): CommandFailure {
  const names = CONSOLE_COMMANDS.map(({ name }) => name);
  const begun = names.filter((name) => name.startsWith(`${first.toLowerCase()} `));
  const meant = hyphened([first, ...rest]);
  if (meant !== null) return failure(said.notACommand(`${first} ${rest[0] ?? ''}`), suggest(meant, names));
  if (first === '' || begun.length === 0) return failure(said.notACommand(first), suggest(first, names));
  const typed = [first, ...rest.slice(0, (begun[0]?.split(' ').length ?? 1) - 1)].join(' ');
  return failure(said.notACommand(typed), suggest(typed, begun));
}

/** The command whose hyphen was typed as a blank, as in `why not bob`; null for none. */
function hyphened([first, second]: readonly string[]): string | null {
  if (first === undefined || second === undefined) return null;
  const name = `${first}-${second}`.toLowerCase();
  return CONSOLE_COMMANDS.some((command) => command.name === name) ? name : null;
}

/** Commands by the words of their names. */
const NAMES = CONSOLE_COMMANDS.map((command) => ({ command, parts: command.name.split(' ') }));

function findCommand(words: readonly string[]): ConsoleCommand | null {
  const found = NAMES.find(({ parts }) => parts.every((part, at) => words[at]?.toLowerCase() === part));
  return found?.command ?? null;
}

/** Null for a command that asks one network alone. */
function scenarioQuestion(
  simulation: Simulation,
  node: number,
  { name }: ConsoleCommand,
  args: Arguments,
  scenarios: ScenarioNetworks<Simulation>,
): CommandResult | null {
  const { words, texts } = args;
  const other = texts.get('--diff');
  if (name === 'matrix' && other !== undefined) return matrixDiff(simulation, scenarios, other);
  if (name === 'latency') return latency(simulation, node, args, scenarios);
  if (name !== 'compare') return null;
  const [before, after] = [words.get('network') ?? '', words.get('other-network') ?? ''];
  return compareNamed(simulation, scenarios, before, after);
}

function execute(
  simulation: Simulation,
  node: number,
  command: ConsoleCommand,
  args: Arguments,
): CommandResult {
  switch (command.name) {
    case 'help':
      return {
        kind: 'help',
        commands: CONSOLE_COMMANDS.map(({ usage, summary }) => ({ usage, summary })),
      };
    case 'show ip route':
      return routes(simulation, node);
    case 'tracert': {
      const prober = proberFor(
        simulation,
        node,
        args,
        (name) => `Unable to resolve target system name ${name}.`,
      );
      if ('kind' in prober) return prober;
      return trace(simulation, prober, {
        maxHops: args.numbers.get('-h') ?? TRACE_DEFAULTS.maxHops,
        timeoutMs: args.numbers.get('-w') ?? TRACE_DEFAULTS.timeoutMs,
        resolveNames: !args.switches.has('-d'),
      });
    }
    case 'ping': {
      const prober = proberFor(
        simulation,
        node,
        args,
        (name) => `Ping request could not find host ${name}. Please check the name and try again.`,
      );
      if ('kind' in prober) return prober;
      return ping(simulation, prober, {
        count: args.numbers.get('-n') ?? PING_DEFAULTS.count,
        bytes: args.numbers.get('-l') ?? PING_DEFAULTS.bytes,
        ttl: args.numbers.get('-i') ?? PING_DEFAULTS.ttl,
        timeoutMs: args.numbers.get('-w') ?? PING_DEFAULTS.timeoutMs,
      });
    }
    case 'why-silent': {
      const source = named(simulation, args.words.get('node'), node);
      if (typeof source !== 'number') return source;
      const hop = args.words.get('hop') ?? '';
      if (!/^[1-9]\d{0,2}$/.test(hop)) return failure(said.noHop(hop), said.giveHop(command.usage));
      const prober = proberFor(simulation, source, args, said.noNode);
      return 'kind' in prober ? prober : whySilent(simulation, prober, Number(hop));
    }
    default: {
      const result =
        pathQuestion(simulation, node, command, args) ?? question(simulation, node, command, args);
      if (result === null) throw new RangeError(`command ${command.name} has no handler`);
      return result;
    }
  }
}
