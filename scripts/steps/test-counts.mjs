// @ts-check
/** How many tests ran, from the JSON reports of vitest and of each run of Playwright. */
import { readFile } from 'node:fs/promises';

/** @typedef {{ passed: number, failed: number, skipped: number, retried: number }} Counts */

/**
 * Tests of a run that left no report count as none.
 * @param {string} vitestReport
 * @param {readonly string[]} playwrightReports
 * @returns {Promise<Counts>}
 */
export async function countTests(vitestReport, playwrightReports) {
  const unit = await readJson(vitestReport);
  const runs = await Promise.all(playwrightReports.map(async (report) => (await readJson(report))?.stats));
  return {
    passed: sum(unit?.numPassedTests, ...runs.flatMap((stats) => [stats?.expected, stats?.flaky])),
    failed: sum(unit?.numFailedTests, ...runs.map((stats) => stats?.unexpected)),
    skipped: sum(unit?.numPendingTests, unit?.numTodoTests, ...runs.map((stats) => stats?.skipped)),
    retried: sum(...runs.map((stats) => stats?.flaky)),
  };
}

/**
 * Nothing where no test needed a second try.
 * @param {Counts} counts
 */
export function retriedLine({ retried }) {
  return retried > 0 ? `${retried} of the passed tests needed a second try.\n` : '';
}

/** @param {Counts} counts */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {string} file */
async function readJson(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** @param {...(number | undefined)} numbers */
const sum = (...numbers) => numbers.reduce((/** @type {number} */ total, number = 0) => total + number, 0);
