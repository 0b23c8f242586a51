/** Options and operands of a command, by Node's own parser. */
import { parseArgs } from 'node:util';

/** The command was not used as it may be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** `flag`: given or not. `value`: at most once. `values`: any number of times. */
export type OptionKind = 'flag' | 'value' | 'values';

export interface Arguments {
  readonly positionals: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
}

/** Throws a UsageError for what the command does not take. */
export function parseOptions(
  args: readonly string[],
  kinds: Readonly<Record<string, OptionKind>>,
): Arguments {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind !== 'flag' },
    ]),
  );
  const parsed = parseOrRefuse(args, options);
  const values = (name: string): readonly string[] => {
    const given = parsed.values[name];
    return Array.isArray(given) ? given.filter((value) => typeof value === 'string') : [];
  };
  return {
    positionals: parsed.positionals,
    flag: (name) => parsed.values[name] === true,
    values,
    value: (name) => {
      const given = values(name);
      if (given.length > 1) throw new UsageError(`--${name} is given ${given.length} times`);
      return given[0];
    },
  };
}

export function required(args: Arguments, name: string): string {
  const value = args.value(name);
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  return value;
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function parseOrRefuse(
  args: readonly string[],
  options: Options,
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(error.message.split('. ')[0], { cause: error });
  }
}
