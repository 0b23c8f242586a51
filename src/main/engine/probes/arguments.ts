/** Options and arguments of a console command, checked against the command's own description. */
import type { ConsoleArgumentKind, ConsoleCommand, ConsoleOption } from '../../../shared/console-commands';
import type { CommandFailure } from '../../../shared/results';
import { strings } from '../../../shared/strings';

const said = strings.reasons.commands;

/** Why an option of the real tool has no meaning here. */
export type Refusal = keyof typeof said.refused;

export interface Arguments {
  /** What was typed for each argument; left-out ones are missing. */
  readonly words: ReadonlyMap<ConsoleArgumentKind, string>;
  readonly switches: ReadonlySet<string>;
  /** Values of options that take a number, by flag. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Values of options that take a word, by flag. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Smallest and largest value of each option, by command and flag. */
const RANGES: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  tracert: { '-h': [1, 255], '-w': [1, 600_000] },
  traceroute: { '-q': [1, 10], '-m': [1, 255], '-w': [1, 600], '-p': [1, 65_535] },
  pathping: { '-q': [1, 100], '-h': [1, 255], '-w': [1, 600_000], '-p': [1, 10_000] },
  mtr: { '-c': [1, 100], '-m': [1, 255] },
  latency: { '-c': [1, 100] },
  ping: { '-n': [1, 100], '-l': [0, 65_500], '-i': [1, 255], '-w': [1, 600_000] },
};

/** @param refused flags of the real tool that are not simulated, with the reason */
export function parseArguments(
  command: ConsoleCommand,
  typed: readonly string[],
  refused: Readonly<Record<string, Refusal>>,
): Arguments | CommandFailure {
  const given: string[] = [];
  const switches = new Set<string>();
  const numbers = new Map<string, number>();
  const texts = new Map<string, string>();
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? '';
    if (word.startsWith('-') || word.startsWith('/') || isSetting(command, word)) {
      const flag = word.startsWith('/') ? `-${word.slice(1)}` : word;
      const reason = refused[flag];
      if (reason !== undefined)
        return fail(command, said.notSimulated(command.name, flag, said.refused[reason]));
      const option = command.options.find((entry) => entry.flag === flag);
      if (option === undefined) return fail(command, said.noOption(command.name, word));
      if (option.value === null) {
        switches.add(flag);
        continue;
      }
      at += 1;
      if (RANGES[command.name]?.[flag] === undefined) {
        const text = typed[at];
        if (text === undefined) return fail(command, said.needsValue(command.name, flag, option.value));
        texts.set(flag, text);
        continue;
      }
      const value = parseNumber(command, option, typed[at]);
      if (typeof value !== 'number') return value;
      numbers.set(flag, value);
    } else if (given.length < command.arguments.length) {
      given.push(word);
    } else {
      return fail(command, said.unexpected(command.name, word));
    }
  }
  const words = assign(command, given);
  return 'kind' in words ? words : { words, switches, numbers, texts };
}

/** `k=2`: an option that is written as a setting, also with a value that the command does not take. */
function isSetting({ options }: ConsoleCommand, word: string): boolean {
  const name = /^[a-z]+=/.exec(word)?.[0];
  return name !== undefined && options.some(({ flag }) => flag.startsWith(name));
}

/** The words in the places of the arguments; those that may be left out are, from the first on. */
function assign(
  command: ConsoleCommand,
  given: readonly string[],
): ReadonlyMap<ConsoleArgumentKind, string> | CommandFailure {
  let spare = command.arguments.length - given.length;
  const places = command.arguments.filter(({ optional }) => !(optional && spare-- > 0));
  const missing = places[given.length];
  if (missing !== undefined) return fail(command, said.needs(command.name, said.argument[missing.kind]));
  return new Map(places.map(({ kind }, at) => [kind, given[at] ?? '']));
}

function parseNumber(
  command: ConsoleCommand,
  option: ConsoleOption,
  text: string | undefined,
): number | CommandFailure {
  const [low, high] = RANGES[command.name]?.[option.flag] ?? [0, Number.MAX_SAFE_INTEGER];
  const value = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  return fail(command, said.range(command.name, option.flag, low, high));
}

function fail(command: ConsoleCommand, message: string): CommandFailure {
  return { kind: 'failure', message, hint: said.usage(command.usage) };
}
