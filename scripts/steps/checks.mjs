// @ts-check
/** The checks that need no Electron, each as arguments of Node. */
import { inProject } from './paths.mjs';
import { run } from './run.mjs';

/** @param {string} tool @param {...string} args */
const check =
  (tool, ...args) =>
  async () =>
    (await run(process.execPath, [inProject('node_modules', tool), ...args])).code;

export const typecheck = check('typescript/bin/tsc', '--noEmit');
export const lint = check('oxlint/bin/oxlint', '--type-aware');
export const formatCheck = check('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.');

/**
 * Runs the unit tests.
 * @param {string} [report] where a JSON report goes
 */
export const unitTests = (report) =>
  check(
    'vitest/vitest.mjs',
    'run',
    '--reporter=default',
    ...(report ? ['--reporter=json', `--outputFile.json=${report}`] : []),
  )();
