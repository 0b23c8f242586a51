/** `tracebook export`: the network as a lab of real routers. */
import { containerlabFiles, labOf } from '../main/engine/export/index';
import { parseOptions, required, UsageError } from './arguments';
import type { ExitCode, Io } from './io';
import { loadNetwork } from './network';

const FORMAT = 'containerlab';

export function exportCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, { to: 'value', edit: 'values', force: 'flag' });
  const format = required(args, 'to');
  if (format !== FORMAT) throw new UsageError(`"${format}" is not known; --to takes ${FORMAT}`);
  const [file, folder, extra] = args.positionals;
  if (file === undefined) throw new UsageError('The file is missing');
  if (folder === undefined) throw new UsageError('The folder to write to is missing');
  if (extra !== undefined) throw new UsageError(`"${extra}" does not belong here`);

  const network = loadNetwork(file, args.values('edit'), io);
  if (network === null) return 2;
  const lab = labOf(network.simulation.plane.control.topology);
  const files = containerlabFiles(lab, labName(file));
  const failure = io.writeFolder(folder, files, args.flag('force'));
  if (failure !== null) {
    io.err(`${folder}: error: ${failure}\n`);
    return 2;
  }
  for (const note of new Set(lab.notes)) io.err(`note: ${note}\n`);
  io.out(`${folder}: ${files.size} files, ${lab.nodes.length} machines, ${lab.wires.length} wires\n`);
  return 0;
}

/** The file's name without its ending, as containerlab takes names. */
function labName(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? file;
  const stem = base.replace(/(?:\.tracebook)?\.[^.]*$/, '').toLowerCase();
  return stem.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'lab';
}
