// @ts-check
/** How many tests ran, from the JSON reports of vitest and Playwright. */
import { readFile } from 'node:fs/promises';

/** @typedef {{ passed: number, failed: number, skipped: number, retried: number }} Counts */

/**
 * Tests of a runner that left no report count as none.
 * @param {string} vitestReport
 * @param {string} playwrightReport
 * @returns {Promise<Counts>}
 */
export async function countTests(vitestReport, playwrightReport) {
  const unit = await readJson(vitestReport);
  const endToEnd = (await readJson(playwrightReport))?.stats;
  return {
    passed: sum(unit?.numPassedTests, endToEnd?.expected, endToEnd?.flaky),
    failed: sum(unit?.numFailedTests, endToEnd?.unexpected),
    skipped: sum(unit?.numPendingTests, unit?.numTodoTests, endToEnd?.skipped),
    retried: sum(endToEnd?.flaky),
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
