/** Killed while typing and saving: a few times here, a hundred times by `npm run test:kill -- 100`. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app';
import { killAgainAndAgain } from './killing';

test.use({ notebook: 'test/fixtures/small.tracebook.md' });

const kills = Number(process.env['TRACEBOOK_KILLS'] ?? '4');
const seed = Number(process.env['TRACEBOOK_SEED'] ?? '1');
const long = process.env['TRACEBOOK_KILLS'] !== undefined;

function report(line: string): void {
  if (long) process.stdout.write(`${line}\n`);
}

test('killed at random while typing and saving, loses nothing older than a second', async ({
  folder,
  file,
}) => {
  test.setTimeout((kills + 1) * 30_000);
  await mkdir(path.join(folder, 'profile'));
  const sum = await killAgainAndAgain({ folder, file: file ?? '', kills, seed, report });
  report(JSON.stringify(sum));
  expect(sum.kills).toBe(kills);
  expect(sum.keystrokes).toBeGreaterThan(0);
});
