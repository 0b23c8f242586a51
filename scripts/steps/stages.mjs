// @ts-check
/** Runs stages one after the other and says how each ended. */
import { explain } from './report.mjs';

/** A stage that this machine cannot run, through no fault of the project; the message says why. */
export class LeftOut extends Error {}

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<number>} work gives an exit code; throws LeftOut where it cannot be done here
 */

/**
 * Every stage runs, so that one run shows everything that is wrong.
 * @param {readonly Stage[]} stages
 * @param {(text: string) => unknown} [tell]
 * @returns {Promise<{ failed: readonly string[], leftOut: readonly string[] }>} names; those left out with the reason
 */
export async function runStages(stages, tell = (text) => process.stdout.write(text)) {
  const failed = [];
  const leftOut = [];
  for (const { name, work } of stages) {
    const started = process.hrtime.bigint();
    tell(`\n── ${name}\n`);
    const outcome = await work().catch((/** @type {unknown} */ error) =>
      error instanceof LeftOut ? error : explain(error),
    );
    const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
    if (outcome instanceof LeftOut) {
      leftOut.push(`${name}: ${outcome.message}`);
      tell(`– ${name}: left out, ${outcome.message}\n`);
      continue;
    }
    tell(`${outcome === 0 ? '✓' : '✗'} ${name}: ${outcome === 0 ? 'good' : 'FAILED'} (${seconds} s)\n`);
    if (outcome !== 0) failed.push(name);
  }
  return { failed, leftOut };
}

/**
 * How all of them ended, in words.
 * @param {{ failed: readonly string[], leftOut: readonly string[] }} outcome
 */
export function outcomeLines({ failed, leftOut }) {
  const good = leftOut.length === 0 ? 'All stages are good.' : 'All stages that ran are good.';
  return [
    failed.length === 0 ? good : `Failed: ${failed.join(', ')}.`,
    ...leftOut.map((each) => `Left out, and counted neither as passed nor as failed: ${each}.`),
  ].join('\n');
}
