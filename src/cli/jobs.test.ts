/** What shares on threads come to is what one thread prints, byte for byte. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Io } from './io';
import { askInShares, type OnThread, type Outcome } from './jobs';
import { main } from './main';

const THREE = readFileSync('test/fixtures/three-routers.yaml', 'utf8');

function world(out: string[], err: string[]): Io {
  return {
    version: '1.2.3',
    read: (file) =>
      file === 'three.yaml' ? { ok: true, text: THREE } : { ok: false, message: 'There is no such file' },
    writeFolder: () => 'Nothing is written in tests',
    writeFile: () => 'Nothing is written in tests',
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  };
}

function plainly(argv: readonly string[]): Outcome {
  const [out, err]: [string[], string[]] = [[], []];
  const code = main(argv, world(out, err));
  return { code, out: out.join(''), err: err.join('') };
}

/** As the program does it: shared out where that can be, else as a whole. */
async function program(argv: readonly string[]): Promise<Outcome & { readonly threads: number }> {
  const [out, err]: [string[], string[]] = [[], []];
  let threads = 0;
  const onThread: OnThread = (words) => {
    threads += 1;
    return Promise.resolve(plainly(words));
  };
  const io = world(out, err);
  const code = (await askInShares(argv, 2, io, onThread)) ?? main(argv, io);
  return { code, out: out.join(''), err: err.join(''), threads };
}

const ask = (command: string, ...options: string[]): string[] =>
  ['ask', '--topology', 'three.yaml'].concat(options, 'alice', command);

test.each([
  ['a sweep', ['fail each link']],
  ['a sweep of twos as JSON', ['fail each node k=2', '--json']],
  ['all pairs', ['reach']],
])('%s on three threads', async (_, [command = '', ...options]) => {
  const whole = plainly(ask(command, ...options));
  expect(whole.code).toBe(0);
  expect(await program(ask(command, '--jobs', '3', ...options))).toEqual({ ...whole, threads: 3 });
});

test('what cannot be shared out is asked as a whole', async () => {
  const { threads, ...outcome } = await program(ask('tracert bob', '--jobs=2'));
  expect(outcome).toEqual(plainly(ask('tracert bob')));
  expect(threads).toBe(2);
});

test('a small network is not worth threads, unless they are asked for', async () => {
  expect((await program(ask('fail each link'))).threads).toBe(0);
});

test.each(['0', 'many', '65'])('--jobs %s is refused', async (jobs) => {
  const { code, err, threads } = await program(ask('fail each link', '--jobs', jobs));
  expect([code, threads]).toEqual([2, 0]);
  expect(err).toContain(`--jobs ${jobs}: write how many threads, 1 to 64`);
});

test('a share of the work is not shared out once more', async () => {
  const { code, err, threads } = await program(ask('reach', '--shard', '1/2', '--jobs', '2'));
  expect([code, threads]).toEqual([2, 0]);
  expect(err).toContain('--shard and --jobs');
});
