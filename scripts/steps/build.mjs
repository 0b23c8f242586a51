// @ts-check
/** Step: what is in out/ was built from the sources as they are now. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hashOf } from './hash.mjs';
import { inProject } from './paths.mjs';
import { StepError, withProgress } from './report.mjs';
import { run } from './run.mjs';

/** Every build depends on these. */
const common = ['package.json', 'package-lock.json', 'tsconfig.json'];

const applicationStamp = 'out/application.stamp';

/** The desktop application, in out/main, out/preload and out/renderer. */
export async function ensureApplication() {
  await ensureBuilt({
    label: 'Building the application',
    stamp: applicationStamp,
    sources: [...common, 'electron.vite.config.ts', 'src'],
    command: [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build'],
  });
}

/** Must be called before another tool writes to the folders of the application. */
export async function forgetApplication() {
  await rm(inProject(applicationStamp), { force: true });
}

/** @returns {Promise<string>} the file of the command line */
export async function ensureCommandLine() {
  await ensureBuilt({
    label: 'Building the command line',
    stamp: 'out/cli.stamp',
    sources: [
      ...common,
      'vite.cli.config.ts',
      'src/cli',
      'src/main/engine',
      'src/main/handout',
      'src/renderer/diagrams',
      'src/shared',
    ],
    command: [
      inProject('node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      inProject('vite.cli.config.ts'),
    ],
  });
  return inProject('out/cli/tracebook.mjs');
}

/** @returns {Promise<string>} the file of the benchmark */
export async function ensureBenchmark() {
  await ensureBuilt({
    label: 'Building the benchmark',
    stamp: 'out/bench.stamp',
    sources: [...common, 'vite.bench.config.ts', 'test/bench', 'notebooks', 'src/main/engine', 'src/shared'],
    command: [
      inProject('node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      inProject('vite.bench.config.ts'),
    ],
  });
  return inProject('out/bench/bench.mjs');
}

/**
 * @typedef {object} Build
 * @property {string} label
 * @property {string} stamp the file that keeps the hash of what was built
 * @property {readonly string[]} sources
 * @property {readonly string[]} command arguments of Node
 */

/** @param {Build} build */
async function ensureBuilt({ label, stamp, sources, command }) {
  const stampFile = inProject(stamp);
  const hash = await hashOf(sources);
  const built = await readFile(stampFile, 'utf8').catch(() => '');
  if (built === hash) return;
  // Gone while the build runs: a build that is broken off is not taken for a good one.
  await rm(stampFile, { force: true });
  const { code, output } = await withProgress(label, () => run(process.execPath, command, { capture: true }));
  if (code !== 0) {
    throw new StepError(
      `${label} failed with exit code ${code}.`,
      'mend what the message above names.',
      output,
    );
  }
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, hash);
}
