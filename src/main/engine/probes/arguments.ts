/** Options and target of a console command, checked against the command's own description. */
import type { ConsoleCommand, ConsoleOption } from '../../../shared/console-commands';
import type { CommandFailure } from '../../../shared/results';

export interface Arguments {
  readonly target: string | null;
  readonly switches: ReadonlySet<string>;
  /** Values of options that take a number, by flag. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Smallest and largest value of each option, by command and flag. */
const RANGES: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  tracert: { '-h': [1, 255], '-w': [1, 600_000] },
  ping: { '-n': [1, 100], '-l': [0, 65_500], '-i': [1, 255], '-w': [1, 600_000] },
};

/** @param refused flags of the real tool that are not simulated, with the reason */
export function parseArguments(
  command: ConsoleCommand,
  words: readonly string[],
  refused: Readonly<Record<string, string>>,
): Arguments | CommandFailure {
  let target: string | null = null;
  const switches = new Set<string>();
  const numbers = new Map<string, number>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word.startsWith('-') || word.startsWith('/')) {
      const flag = `-${word.slice(1)}`;
      const reason = refused[flag];
      if (reason !== undefined) return fail(command, `${command.name} ${flag} is not simulated: ${reason}`);
      const option = command.options.find((entry) => entry.flag === flag);
      if (option === undefined) return fail(command, `${command.name} has no option ${word}`);
      if (option.value === null) {
        switches.add(flag);
        continue;
      }
      at += 1;
      const value = parseNumber(command, option, words[at]);
      if (typeof value !== 'number') return value;
      numbers.set(flag, value);
    } else if (target === null && command.arguments[0] === 'target') {
      target = word;
    } else {
      return fail(command, `${command.name} does not expect ${word}`);
    }
  }
  if (target === null && command.arguments[0] === 'target') {
    return fail(command, `${command.name} needs a target: a name or an address`);
  }
  return { target, switches, numbers };
}

function parseNumber(
  command: ConsoleCommand,
  option: ConsoleOption,
  text: string | undefined,
): number | CommandFailure {
  const [low, high] = RANGES[command.name]?.[option.flag] ?? [0, Number.MAX_SAFE_INTEGER];
  const value = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  return fail(command, `${command.name} ${option.flag} takes a whole number from ${low} to ${high}`);
}

function fail(command: ConsoleCommand, message: string): CommandFailure {
  return { kind: 'failure', message, hint: `usage: ${command.usage}` };
}
