/** The program: hands the process's arguments and streams to `main`. */
// oxlint-disable-next-line tracebook/layers -- the version stands there once; the build puts it in here.
import { version } from '../../package.json';
import { asksForPng } from './export-pictures';
import { main } from './main';
import { loadPng } from './png';
import { readTextFile } from './read-file';
import { writeTextFile } from './write-file';
import { writeFolder } from './write-folder';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output has seen enough (`| head`).
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

const argv = process.argv.slice(2);

// Not process.exit: what is still to be written to a pipe would be lost.
process.exitCode = main(argv, {
  version,
  read: readTextFile,
  writeFolder,
  writeFile: writeTextFile,
  png: asksForPng(argv) ? await loadPng() : undefined,
  environment: (name) => process.env[name],
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
