/** What the command line asks the application to open. */
import path from 'node:path';

/** Options of Node and Electron that are followed by a value of their own. */
const OPTIONS_WITH_VALUE = ['-r', '--require'];

/**
 * The files to open, as absolute paths: every argument that is neither an option nor the application itself
 * (its folder or main file, which come first when it is not packaged). `argv` begins with the executable.
 */
export function filesToOpen(
  argv: readonly string[],
  workingFolder: string,
  application: readonly string[],
): readonly string[] {
  const own = new Set(application.map((file) => path.resolve(file)));
  return argv
    .slice(1)
    .filter((argument, index, all) => {
      if (argument === '' || argument.startsWith('-')) return false;
      return !OPTIONS_WITH_VALUE.includes(all[index - 1] ?? '');
    })
    .map((argument) => path.resolve(workingFolder, argument))
    .filter((file) => !own.has(file));
}
