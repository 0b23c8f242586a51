/** `tracebook export --to containerlab`: the network as a lab of real routers. */
import { containerlabFiles, labOf } from '../main/engine/export/index';
import { UsageError, type Arguments } from './arguments';
import type { ExitCode, Io } from './io';
import { loadNetwork } from './network';

export function exportLab(file: string, folder: string | undefined, args: Arguments, io: Io): ExitCode {
  if (folder === undefined) throw new UsageError('The folder to write to is missing');

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
