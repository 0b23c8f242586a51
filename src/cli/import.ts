/** `tracebook import`: a notebook made of a Jupyter notebook. */
import { importIpynb } from '../main/handout/ipynb-import';
import { formatProblem } from '../shared/problem';
import { parseOptions, UsageError } from './arguments';
import type { ExitCode, Io } from './io';
import { stemOf, writeTarget } from './target';

export function importCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, { force: 'flag' });
  const [file, target, extra] = args.positionals;
  if (file === undefined) throw new UsageError('The file is missing');
  if (extra !== undefined) throw new UsageError(`"${extra}" does not belong here`);
  const read = io.read(file);
  if (!read.ok) {
    io.err(`${file}: error: ${read.message}\n`);
    return 2;
  }
  const imported = importIpynb(read.text);
  for (const problem of imported.problems) io.err(`${formatProblem(file, problem)}\n`);
  if (!imported.ok) return 2;
  return writeTarget(target ?? `${stemOf(file)}.tracebook.md`, imported.value, args.flag('force'), io);
}
