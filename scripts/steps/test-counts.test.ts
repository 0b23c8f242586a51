import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countTests, countsLine, retriedLine } from './test-counts.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-counts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function report(name: string, content: object): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, JSON.stringify(content));
  return file;
}

test('adds up the tests of all runs', async () => {
  const unit = await report('unit.json', {
    numPassedTests: 40,
    numFailedTests: 2,
    numPendingTests: 1,
    numTodoTests: 0,
  });
  const endToEnd = await report('e2e.json', { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } });
  const page = await report('chromium.json', { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 } });
  expect(await countTests(unit, [endToEnd, page])).toEqual({ passed: 54, failed: 4, skipped: 3, retried: 2 });
});

test('counts no test of a run that left no report', async () => {
  const unit = await report('unit.json', {
    numPassedTests: 4,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  });
  expect(await countTests(unit, [path.join(folder, 'absent.json')])).toEqual({
    passed: 4,
    failed: 0,
    skipped: 0,
    retried: 0,
  });
});

test('names skipped tests only where there are some', () => {
  expect(countsLine({ passed: 4, failed: 0, skipped: 0, retried: 0 })).toBe('4 passed, 0 failed');
  expect(countsLine({ passed: 4, failed: 1, skipped: 2, retried: 1 })).toBe('4 passed, 1 failed, 2 skipped');
});

test('tells of tests that passed only the second time', () => {
  expect(retriedLine({ passed: 4, failed: 0, skipped: 0, retried: 0 })).toBe('');
  expect(retriedLine({ passed: 4, failed: 0, skipped: 0, retried: 2 })).toContain('2 of the passed tests');
});
