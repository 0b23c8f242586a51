/** Where a command writes a text to: a file, or stdout for `-`. */
import type { ExitCode, Io } from './io';

export function writeTarget(target: string, text: string, force: boolean, io: Io): ExitCode {
  if (target === '-') {
    io.out(text);
    return 0;
  }
  const failure = io.writeFile(target, text, force);
  if (failure !== null) {
    io.err(`${target}: error: ${failure}\n`);
    return 2;
  }
  io.out(`${target}\n`);
  return 0;
}

/** `lab.tracebook.md` without its endings; the folder stays. */
export function stemOf(file: string): string {
  return file.replace(/(?:\.tracebook)?\.[^./\\]*$/i, '');
}
