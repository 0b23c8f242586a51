// @ts-check
/** Runs stages one after the other and says how each ended. */
import { explain } from './report.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<number>} work gives an exit code
 */

/**
 * Every stage runs, so that one run shows everything that is wrong.
 * @param {readonly Stage[]} stages
 * @returns {Promise<readonly string[]>} the names of those that failed
 */
export async function runStages(stages) {
  const failed = [];
  for (const { name, work } of stages) {
    const started = process.hrtime.bigint();
    process.stdout.write(`\n── ${name}\n`);
    const code = await work().catch(explain);
    const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
    process.stdout.write(
      `${code === 0 ? '✓' : '✗'} ${name}: ${code === 0 ? 'good' : 'FAILED'} (${seconds} s)\n`,
    );
    if (code !== 0) failed.push(name);
  }
  return failed;
}
