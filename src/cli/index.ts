/** The program: hands the process's arguments and streams to `main`; on a thread of its own, a share of a question. */
import os from 'node:os';
// oxlint-disable-next-line tracebook/layers -- the version stands there once; the build puts it in here.
import { version } from '../../package.json';
import { asksForPng } from './export-pictures';
import type { Io } from './io';
import { askInShares } from './jobs';
import { commandFirst } from './language';
import { main } from './main';
import { loadPng } from './png';
import { readTextFile } from './read-file';
import { answerFromThread, isMainThread, onThread } from './thread';
import { writeFailure } from './write-errors';
import { writeTextFile } from './write-file';
import { writeFolder } from './write-folder';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output has seen enough (`| head`).
    if (error.code === 'EPIPE') process.exit();
    if (stream === process.stdout)
      process.stderr.write(`tracebook: error: stdout: ${writeFailure(error, 'It is gone')}\n`);
    process.exit(2);
  });
}

const argv = commandFirst(process.argv.slice(2));

const world: Io = {
  version,
  read: readTextFile,
  writeFolder,
  writeFile: writeTextFile,
  png: asksForPng(argv) ? await loadPng() : undefined,
  environment: (name) => process.env[name],
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

if (isMainThread) {
  const threads = onThread(new URL(import.meta.url));
  // Not process.exit: what is still to be written to a pipe would be lost.
  process.exitCode =
    (await askInShares(argv, os.availableParallelism(), world, threads)) ?? main(argv, world);
} else {
  const [out, err]: [string[], string[]] = [[], []];
  const code = main(argv, {
    ...world,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  answerFromThread({ code, out: out.join(''), err: err.join('') });
}
