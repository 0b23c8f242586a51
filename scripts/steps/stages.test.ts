import { expect, test } from 'vitest';
import { LeftOut, outcomeLines, runStages } from './stages.mjs';

test('runs every stage, whatever became of those before, and names what failed and what was left out', async () => {
  const told: string[] = [];
  const outcome = await runStages(
    [
      { name: 'One', work: async () => 1 },
      { name: 'Two', work: () => Promise.reject(new LeftOut('there is no browser')) },
      { name: 'Three', work: async () => 0 },
    ],
    (text) => told.push(text),
  );
  expect(outcome).toEqual({ failed: ['One'], leftOut: ['Two: there is no browser'] });
  const said = told.join('');
  expect(said).toMatch(/✗ One: FAILED/);
  expect(said).toContain('– Two: left out, there is no browser');
  expect(said).toMatch(/✓ Three: good/);
});

test('does not call everything good where something was left out', () => {
  expect(outcomeLines({ failed: [], leftOut: [] })).toBe('All stages are good.');
  expect(outcomeLines({ failed: ['One'], leftOut: [] })).toBe('Failed: One.');
  const without = outcomeLines({ failed: [], leftOut: ['Two: there is no browser'] });
  expect(without).not.toContain('All stages are good');
  expect(without).toContain(
    'Left out, and counted neither as passed nor as failed: Two: there is no browser.',
  );
});
