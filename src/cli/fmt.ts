/** `tracebook fmt`: notebooks in the one tidy form. */
import { parseNotebook, tidyNotebook } from '../main/engine/index';
import { formatProblem } from '../shared/problem';
import { parseOptions, UsageError } from './arguments';
import type { ExitCode, Io } from './io';

type Outcome = 'tidy' | 'untidy' | 'refused';

export function fmtCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, { check: 'flag' });
  if (args.positionals.length === 0) throw new UsageError('There is no file to format');
  const check = args.flag('check');
  const outcomes = args.positionals.map((file) => formatFile(file, check, io));
  if (outcomes.includes('refused')) return 2;
  return check && outcomes.includes('untidy') ? 1 : 0;
}

function formatFile(file: string, check: boolean, io: Io): Outcome {
  const read = io.read(file);
  if (!read.ok) return refuse(file, read.message, io);
  const { notebook, problems } = parseNotebook(read.text);
  const error = problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) {
    io.err(`${formatProblem(file, error)}\n`);
    return 'refused';
  }
  if (notebook.readOnly) return refuse(file, 'A newer Tracebook wrote this; only that one may change it', io);
  const tidy = tidyNotebook(notebook);
  if (tidy === read.text) return 'tidy';
  if (!check) {
    const failure = io.writeFile(file, tidy, true);
    if (failure !== null) return refuse(file, failure, io);
  }
  io.out(`${file}\n`);
  return 'untidy';
}

function refuse(file: string, message: string, io: Io): Outcome {
  io.err(`${file}: error: ${message}\n`);
  return 'refused';
}
