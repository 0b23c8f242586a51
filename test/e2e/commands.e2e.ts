/** A notebook's way through the commands of a terminal: begun, tidied, run, handed out, taken back, graded. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app';
import { root } from './launch';

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function tracebook(...args: string[]): Ended {
  const script = path.join(root, 'scripts/tracebook.mjs');
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: root });
}

test('a notebook is begun, tidied, run, handed out and taken back', async ({ folder }) => {
  const file = path.join(folder, 'lab.tracebook.md');
  expect(tracebook('new', file)).toMatchObject({ status: 0 });
  expect(tracebook('new', file).status, 'what is there is not written over').toBe(2);
  expect(tracebook('run', file)).toMatchObject({ status: 0 });
  expect(tracebook('fmt', '--check', file)).toMatchObject({ status: 0 });

  const tidy = await readFile(file, 'utf8');
  await writeFile(file, `${tidy}\n\n\n`);
  const untidy = tracebook('fmt', '--check', file);
  expect(untidy.status).toBe(1);
  expect(untidy.stdout + untidy.stderr).toContain('lab.tracebook.md');
  expect(await readFile(file, 'utf8'), 'a check changes nothing').toBe(`${tidy}\n\n\n`);
  expect(tracebook('fmt', file)).toMatchObject({ status: 0 });
  expect(await readFile(file, 'utf8')).toBe(tidy);

  for (const [format, name, start] of [
    ['html', 'lab.html', '<!doctype html>'],
    ['markdown', 'lab.outputs.md', '---'],
    ['ipynb', 'lab.ipynb', '{'],
  ] as const) {
    expect(tracebook('export', file, '--to', format)).toMatchObject({ status: 0 });
    expect((await readFile(path.join(folder, name), 'utf8')).startsWith(start), name).toBe(true);
  }
  const back = path.join(folder, 'back.tracebook.md');
  expect(tracebook('import', path.join(folder, 'lab.ipynb'), back)).toMatchObject({ status: 0 });
  expect(tracebook('run', back).stdout).toBe(tracebook('run', file).stdout);
  expect(tracebook('export', path.join(folder, 'none.md'), '--to', 'html').status).toBe(2);
  expect(existsSync(path.join(folder, 'none.html'))).toBe(false);
});

test('handed-in notebooks are graded by a key, as CSV', async ({ folder }) => {
  const key = path.join(root, 'notebooks/quiz.tracebook.md');
  const quiz = await readFile(key, 'utf8');
  const handIn = async (name: string, ...answers: string[]): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(
      file,
      quiz.replaceAll(/^answer$/gm, () => `answer ${answers.shift() ?? ''}`),
    );
    return file;
  };
  const right = await handIn('alice.md', '10.1.0.1 * 10.0.23.2 10.3.0.10', 'via r3');
  const half = await handIn('bob.md', '10.1.0.1 10.3.0.10', 'via r3');
  const none = path.join(folder, 'none.md');
  const { status, stdout } = tracebook('grade', '--key', key, right, half, none);
  expect(stdout.trim().split(/\r?\n/)).toEqual([
    'file,hops,detour,points,of,note',
    expect.stringContaining('alice.md,2,1,3,3,'),
    expect.stringContaining('bob.md,0,1,1,3,'),
    expect.stringContaining('none.md,0,0,0,3,There is no such file'),
  ]);
  expect(status).toBe(2);
});
