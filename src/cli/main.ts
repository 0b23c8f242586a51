/** The command line as a function: arguments in, text out, exit code back. */
import { nearest } from '../main/engine/topology/nearest';
import { speak } from '../shared/strings';
import { parseOptions, UsageError } from './arguments';
import { askCommand } from './ask';
import { exportCommand } from './export';
import { fmtCommand } from './fmt';
import { gradeCommand } from './grade';
import { importCommand } from './import';
import { takeLanguage } from './language';
import { COMMAND_NAMES, helpFor, type CommandName } from './help';
import { printable, type ExitCode, type Io } from './io';
import { mergeCommand } from './merge';
import { newCommand } from './new';
import { routesCommand } from './routes';
import { runCommandLine } from './run';
import { traceCommand } from './trace';

/** `argv` without the program's own names. */
export function main(argv: readonly string[], world: Io): ExitCode {
  const io: Io = {
    ...world,
    out: (text) => world.out(printable(text)),
    err: (text) => world.err(printable(text)),
  };
  const [first, ...rest] = argv;
  if (first === undefined) {
    io.err(helpFor(null));
    return 2;
  }
  if (first === '--version' || first === '-v') return print(io, `tracebook ${io.version}\n`);
  if (first === '--help' || first === '-h') return print(io, helpFor(null));
  const command = COMMAND_NAMES.find((name) => name === first);
  if (command === undefined) return refuse(io, unknownCommand(first));
  // What stands behind `--` belongs to the command that is asked.
  const own = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (own.includes('--help') || own.includes('-h')) return print(io, helpFor(command));
  try {
    const { language, others } = takeLanguage(rest);
    speak(language);
    return carryOut(command, others, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refuse(io, `${error.message}; see tracebook help ${command}`);
  }
}

function carryOut(command: CommandName, args: readonly string[], io: Io): ExitCode {
  switch (command) {
    case 'run':
      return runCommandLine(args, io);
    case 'trace':
      return traceCommand(args, io);
    case 'routes':
      return routesCommand(args, io);
    case 'ask':
      return askCommand(args, io);
    case 'merge':
      return mergeCommand(args, io);
    case 'export':
      return exportCommand(args, io);
    case 'new':
      return newCommand(args, io);
    case 'fmt':
      return fmtCommand(args, io);
    case 'import':
      return importCommand(args, io);
    case 'grade':
      return gradeCommand(args, io);
    case 'help':
      return help(args, io);
  }
}

function help(args: readonly string[], io: Io): ExitCode {
  const [name] = parseOptions(args, {}).positionals;
  if (name === undefined) return print(io, helpFor(null));
  const command = COMMAND_NAMES.find((known) => known === name);
  return command === undefined ? refuse(io, unknownCommand(name)) : print(io, helpFor(command));
}

function unknownCommand(name: string): string {
  const near = nearest(name, COMMAND_NAMES);
  const hint = near === null ? 'see tracebook --help' : `did you mean "${near}"?`;
  return `There is no command "${name}" (${hint})`;
}

function print(io: Io, text: string): ExitCode {
  io.out(text);
  return 0;
}

function refuse(io: Io, message: string): ExitCode {
  io.err(`tracebook: error: ${message}\n`);
  return 2;
}
