/** What may follow the text before the caret: commands, options and names of the network at that point. */
import { CONSOLE_COMMANDS, type ConsoleArgument } from '../../shared/console-commands';
import { EDIT_COMMANDS } from '../../shared/edit-commands';
import type { NetworkView } from '../../shared/network-view';
import type { CellKind } from '../../shared/notebook';
import { scenariosIn } from '../app/results';
import { help, words } from '../app/strings';
import { addressOf } from './names';
import {
  COMMON_PROPERTIES,
  ELEMENT_KINDS,
  EXPECT_CHECKS,
  PREDICT_WORDS,
  PROPERTIES,
  SECTIONS,
} from './words-of-cells';

export type CompletionKind =
  'command' | 'option' | 'node' | 'interface' | 'link' | 'area' | 'address' | 'key';

export interface Completion {
  readonly label: string;
  readonly insert: string;
  readonly detail: string;
  readonly kind: CompletionKind;
  /** Column from 0 where the completed word starts. */
  readonly from: number;
}

const PATHS: readonly string[] = ['primary', 'secondary'];
const FAILURE_KINDS: readonly string[] = ['link', 'node', 'interface'];

/** What a cell sees: the network, and the scenarios and observed cells named above it. */
export interface Surroundings {
  readonly network: NetworkView | null;
  readonly scenarios: readonly string[];
  readonly observed: readonly string[];
}

type Item = Omit<Completion, 'from'>;

function named(label: string, kind: CompletionKind, detail: string, after = ''): Item {
  return { label, insert: label + after, kind, detail };
}

function nodeItems(network: NetworkView, after = ''): Item[] {
  return network.nodes.map((node) => {
    const detail = [words.hover.kinds[node.kind], addressOf(node)].filter((part) => part !== null);
    return named(node.name, 'node', detail.join(' '), after);
  });
}

function addressItems(network: NetworkView): Item[] {
  return network.nodes.flatMap((node) =>
    node.interfaces.flatMap((each) =>
      each.address === null
        ? []
        : [named(each.address.split('/')[0] ?? '', 'address', `${node.name}:${each.name}`)],
    ),
  );
}

function interfaceItems(network: NetworkView): Item[] {
  return network.nodes.flatMap((node) =>
    node.interfaces.map((each) =>
      named(`${node.name}:${each.name}`, 'interface', each.address ?? words.hover.kinds[node.kind]),
    ),
  );
}

function linkItems(network: NetworkView): Item[] {
  return network.links.map((link) => named(link.name, 'link', words.hover.links[link.kind]));
}

function areaItems(network: NetworkView): Item[] {
  return network.areas.map((area) => named(area.name, 'area', words.hover.areas[area.kind]));
}

/** Targets of a probe: hosts first, for they are meant most often. */
function targetItems(network: NetworkView): Item[] {
  const rank = (name: string): number =>
    network.nodes.find((node) => node.name === name)?.kind === 'host' ? 0 : 1;
  const nodes = nodeItems(network).toSorted((a, b) => rank(a.label) - rank(b.label));
  return [...nodes, ...addressItems(network)];
}

function scenarioItems({ scenarios }: Surroundings): Item[] {
  return scenarios.map((name) => named(name, 'key', ''));
}

function inConsole(before: string, surroundings: Surroundings): Item[] {
  const { network } = surroundings;
  const prompt = /^\s*[\w.-]+\s*>\s*/.exec(before);
  if (prompt === null) return network === null ? [] : nodeItems(network, '> ');
  const typed = before.slice(prompt[0].length);
  const command = CONSOLE_COMMANDS.find((each) => typed.startsWith(`${each.name} `));
  if (command === undefined) {
    return CONSOLE_COMMANDS.map((each) =>
      named(each.name, 'command', help.console[each.name].summary, each.arguments.length > 0 ? ' ' : ''),
    );
  }
  if (/\s-[\w-]*$/.test(typed)) {
    const summaries: Readonly<Record<string, string>> = help.console[command.name].options;
    return command.options.map(({ flag }) => named(flag, 'option', summaries[flag] ?? '', ' '));
  }
  const flag = /\s(-[\w-]+)\s+[\w.-]*$/.exec(typed)?.[1];
  if (command.options.find((each) => each.flag === flag)?.value === 'SCENARIO')
    return scenarioItems(surroundings);
  if (network === null) return [];
  const after = typed.slice(command.name.length).trimStart().split(/\s+/);
  const given = after.filter((word) => !word.startsWith('-')).length - 1;
  const items = possibleArguments(command.arguments, given).flatMap((each) =>
    argumentItems(each, network, surroundings),
  );
  return [...new Map(items.map((item) => [item.label, item])).values()];
}

/** What may stand after `given` arguments: optional ones may have been left out. */
function possibleArguments(all: readonly ConsoleArgument[], given: number): readonly ConsoleArgument[] {
  const spare = all.filter((each) => each.optional).length;
  return all.slice(given, given + spare + 1);
}

function argumentItems({ kind }: ConsoleArgument, network: NetworkView, surroundings: Surroundings): Item[] {
  switch (kind) {
    case 'target':
      return targetItems(network);
    case 'node':
      return nodeItems(network);
    case 'vm':
      return nodeItems({
        ...network,
        nodes: network.nodes.filter((node) => node.kind === 'host' && node.area?.kind === 'vnet'),
      });
    case 'prefix':
      return [...prefixItems(network), ...targetItems(network)];
    case 'circuit':
      return areaItems({ ...network, areas: network.areas.filter((area) => area.kind === 'circuit') });
    case 'path':
      return PATHS.map((path) => named(path, 'key', ''));
    case 'element':
      return FAILURE_KINDS.map((each) => named(each, 'key', ''));
    case 'network':
    case 'other-network':
      return [named('base', 'key', ''), ...scenarioItems(surroundings)];
    case 'hop':
    case 'definition':
      return [];
  }
}

/** Prefixes worth asking for: those of areas. */
function prefixItems(network: NetworkView): Item[] {
  return network.areas.flatMap((area) =>
    area.prefixes.map((prefix) => named(prefix, 'address', `${words.hover.areas[area.kind]} ${area.name}`)),
  );
}

function inEdit(before: string, network: NetworkView | null): Item[] {
  const typed = before.trimStart();
  const command = EDIT_COMMANDS.find((each) => typed.startsWith(`${each.name} `));
  if (command === undefined) {
    return EDIT_COMMANDS.map((each) => named(each.name, 'command', each.usage, ' '));
  }
  const given = typed.slice(command.name.length).split(/\s+/).length - 2;
  const argument = command.arguments[Math.min(given, command.arguments.length - 1)];
  switch (argument) {
    case 'kind':
      return ELEMENT_KINDS.map((kind) => named(kind, 'key', command.usage, ' '));
    case 'property':
      return [...new Set([...Object.values(PROPERTIES).flat(), ...COMMON_PROPERTIES])].map((each) =>
        named(each, 'key', '', ' '),
      );
    case 'target':
    case 'announcer':
      if (network === null) return [];
      return [
        ...nodeItems(network),
        ...interfaceItems(network),
        ...linkItems(network),
        ...areaItems(network),
      ];
    default:
      return [];
  }
}

/** `SOURCE -> TARGET CHECK`, or a check first: what stands before decides what may come. */
function inExpect(before: string, surroundings: Surroundings): Item[] {
  const { network, observed } = surroundings;
  const typed = before.trimStart().split(/\s+/);
  if (typed.at(-2) === 'same-as') return observed.map((name) => named(name, 'key', ''));
  if (typed.length === 1) {
    const nodes = network === null ? [] : nodeItems(network, ' -> ');
    return [...nodes, ...EXPECT_CHECKS.map((check) => named(check, 'command', '', ' '))];
  }
  const [first = ''] = typed;
  if (EXPECT_CHECKS.includes(first) && typed[1] !== '->') {
    if (network === null || first === 'rtt') return [];
    return first === 'path' ? addressItems(network) : targetItems(network);
  }
  if (typed.length === 4) return EXPECT_CHECKS.map((check) => named(check, 'command', '', ' '));
  if (network === null || typed.length === 2) return [];
  return typed[3] === 'path' ? addressItems(network) : targetItems(network);
}

function inPredict(before: string, surroundings: Surroundings): Item[] {
  const [word, rest] = /^\s*(\w*)\s+(.*)$/.exec(before)?.slice(1) ?? [];
  if (word === undefined || rest === undefined)
    return PREDICT_WORDS.map((each) => named(each, 'command', '', ' '));
  if (word === 'ask')
    return inExpect(rest, surroundings).filter(
      ({ label }) => !isCheck(label) || (label === 'path' && rest.includes('->')),
    );
  if (word === 'choice')
    return inExpect(`a -> b ${rest}`, surroundings).filter(({ label }) => label !== 'same-as');
  const { network } = surroundings;
  return word === 'answer' && network !== null ? addressItems(network) : [];
}

function isCheck(word: string): boolean {
  return EXPECT_CHECKS.includes(word);
}

/** `above` are the lines over the caret's; the nearest one without indent names the section. */
function inTopology(before: string, above: readonly string[], network: NetworkView | null): Item[] {
  if (/^\w*$/.test(before)) return SECTIONS.map((section) => named(section, 'key', '', ':'));
  const section = above.findLast((line) => /^\w+\s*:/.test(line))?.split(':')[0] ?? '';
  const key = /(?:^|[{,])\s*(?:-\s*)?[\w-]*$/.test(before);
  if (key) {
    const keys = [...(PROPERTIES[section] ?? []), ...COMMON_PROPERTIES];
    return keys.map((each) => named(each, 'key', section, ': '));
  }
  return network === null ? [] : [...nodeItems(network), ...interfaceItems(network), ...areaItems(network)];
}

/** Column where the word before the caret starts; a command of several words is completed as a whole. */
function startOfWord(kind: CellKind, before: string): number {
  const commandStart =
    kind === 'console' ? /^\s*[\w.-]+\s*>\s*/ : kind === 'edit' || kind === 'scenario' ? /^\s*/ : null;
  const start = commandStart?.exec(before)?.[0].length ?? null;
  if (start !== null) {
    const typed = before.slice(start);
    const table: readonly { name: string }[] = kind === 'console' ? CONSOLE_COMMANDS : EDIT_COMMANDS;
    if (table.some((each) => each.name.startsWith(typed))) return start;
  }
  return before.length - (/[\w.:/-]*$/.exec(before)?.[0].length ?? 0);
}

/**
 * Completions for the text `before` the caret on its line. Nothing is filtered by what is typed already: the
 * editor does that, fuzzily.
 */
export function complete(
  kind: CellKind,
  before: string,
  above: readonly string[],
  { network, scenarios, observed }: Surroundings,
): Completion[] {
  if (/(?:^|\s)#/.test(before)) return [];
  const from = startOfWord(kind, before);
  const known = { network, observed, scenarios: [...scenarios, ...scenariosIn(above)] };
  return itemsFor(kind, before, above, known).map((item) => ({ ...item, from }));
}

function itemsFor(
  kind: CellKind,
  before: string,
  above: readonly string[],
  surroundings: Surroundings,
): Item[] {
  const { network } = surroundings;
  switch (kind) {
    case 'markdown':
    case 'observed':
      return [];
    case 'topology':
      return inTopology(before, above, network);
    case 'edit':
    case 'scenario':
      return inEdit(before, network);
    case 'console':
      return inConsole(before, surroundings);
    case 'expect':
      return inExpect(before, surroundings);
    case 'predict':
      return inPredict(before, surroundings);
  }
}
