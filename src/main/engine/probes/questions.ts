/** Commands that ask for tables and reasons: finds what their arguments name, and puts the question. */
import type { ConsoleCommand } from '../../../shared/console-commands';
import type { CommandFailure, CommandResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { parseAddress, type Prefix } from '../address';
import { prefixNamed } from '../explain/subject';
import type { Simulation } from '../simulation';
import { suggest } from '../topology/nearest';
import { nodeAt } from '../topology/network';
import { announcements } from './announcements';
import type { Arguments } from './arguments';
import { bgpTable, circuitRoutes } from './bgp-table';
import { effectiveRoutes } from './effective-routes';
import { failure } from './failure';
import { flowChoice } from './flow-option';
import { nextHop } from './next-hop';
import { ospfState } from './ospf-state';
import { perspective } from './perspective';
import { addressOf } from './prober';
import { prefixHint, targetHint } from './target-hint';
import { why } from './why';
import { whyNot } from './why-not';

const said = strings.reasons.commands;

/** Null for a command that asks something else. */
export function question(
  simulation: Simulation,
  prompt: number,
  command: ConsoleCommand,
  args: Arguments,
): CommandResult | null {
  const { words } = args;
  const { network } = simulation.plane;
  const node = named(simulation, words.get('node') ?? words.get('vm'), prompt);
  if (typeof node !== 'number') return node;
  const { name } = nodeAt(network, node);
  switch (command.name) {
    case 'show ip bgp': {
      const text = words.get('prefix');
      const prefix = text === undefined ? null : prefixOf(simulation, text);
      if (prefix !== null && 'kind' in prefix) return prefix;
      return bgpTable(simulation, node, prefix) ?? failure(said.noBgp(name), speakers(simulation));
    }
    case 'show effective-routes':
      return effectiveRoutes(simulation, node) ?? failure(said.noVnet(name), said.routesOf(name));
    case 'show circuit-routes':
      return circuitTable(simulation, words.get('circuit') ?? '', words.get('path') ?? '');
    case 'show ospf':
      return ospfState(simulation, node) ?? failure(said.noOspf(name));
    case 'next-hop': {
      const text = words.get('target') ?? '';
      const address = parseAddress(text) ?? addressOf(simulation.plane, text);
      if (address === null) return unknown(simulation, text);
      const choice = flowChoice(args);
      return choice !== null && 'kind' in choice ? choice : nextHop(simulation, node, address, choice);
    }
    case 'perspective':
      return perspective(simulation, node);
    case 'announcements': {
      const prefix = prefixOf(simulation, words.get('prefix') ?? '');
      return 'kind' in prefix ? prefix : announcements(simulation, prefix);
    }
    case 'why':
    case 'why-not': {
      const prefix = prefixOf(simulation, words.get('prefix') ?? '');
      if ('kind' in prefix) return prefix;
      return command.name === 'why' ? why(simulation, node, prefix) : whyNot(simulation, node, prefix);
    }
    default:
      return null;
  }
}

/** The node of this name, or the prompt's where none is typed. */
export function named(
  simulation: Simulation,
  text: string | undefined,
  prompt: number,
): number | CommandFailure {
  if (text === undefined) return prompt;
  return simulation.plane.network.nodeByName.get(text) ?? unknown(simulation, text);
}

function unknown({ plane }: Simulation, text: string): CommandFailure {
  return failure(said.noNode(text), targetHint(text, [...plane.network.nodeByName.keys()]));
}

function prefixOf(simulation: Simulation, text: string): Prefix | CommandFailure {
  const prefix = prefixNamed(simulation, text);
  if (prefix !== null) return prefix;
  const names = [...simulation.plane.network.nodeByName.keys()];
  return failure(said.noPrefix(text), prefixHint(text, names));
}

function speakers({ plane }: Simulation): string | undefined {
  const names = plane.network.nodes.flatMap(({ index, name }) =>
    plane.control.speaker(index) === undefined ? [] : [name],
  );
  return names.length === 0 ? undefined : said.speakers(names.slice(0, 8));
}

function circuitTable(simulation: Simulation, name: string, path: string): CommandResult {
  const { circuits } = simulation.plane.control.topology;
  const circuit = circuits[name];
  if (circuit === undefined) return failure(said.noCircuit(name), suggest(name, Object.keys(circuits)));
  if (path !== 'primary' && path !== 'secondary')
    return failure(said.noPathName(path), said.primaryOrSecondary);
  const msee = circuit[path]?.msee;
  const node = msee === undefined ? undefined : simulation.plane.network.nodeByName.get(msee);
  if (node === undefined) return failure(said.noPath(name, path));
  return circuitRoutes(simulation, name, path, node);
}
