/** `tracebook new`: a notebook to begin with. */
import { starter } from '../main/engine/index';
import { parseOptions, UsageError } from './arguments';
import type { ExitCode, Io } from './io';
import { writeTarget } from './target';

export function newCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, { force: 'flag' });
  const [file, extra] = args.positionals;
  if (file === undefined) throw new UsageError('The file is missing');
  if (extra !== undefined) throw new UsageError(`"${extra}" does not belong here`);
  return writeTarget(file, starter(), args.flag('force'), io);
}
