/** Work shared out with --shard and joined by merge is the work done at once. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inMemory, runIn, type Outcome } from './testing';

const FILES: Readonly<Record<string, string>> = {
  'lab.yaml': readFileSync('test/fixtures/azure-lab.yaml', 'utf8'),
  'three.yaml': readFileSync('test/fixtures/three-routers.yaml', 'utf8'),
};

function tracebook(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
): Outcome {
  return runIn(inMemory({ ...FILES, ...files }), args, { environment: (name) => environment[name] });
}

const three = (command: string, ...options: string[]): string[] =>
  ['ask', '--topology', 'three.yaml'].concat(options, 'alice', command);

const lab = (...options: string[]): string[] =>
  ['ask', '--topology', 'lab.yaml'].concat(options, 'hub-vm', 'fail each node');

/** What a share without its number says to the number that the job gives. */
const job = (value: string): string =>
  tracebook(three('reach', '--shard', '3'), {}, { JOB_COMPLETION_INDEX: value }).err;

/** The parts of an answer by file name. */
function partsOf(ask: (share: string) => string[], count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const { code, out, err } = tracebook(ask(`${at + 1}/${count}`));
      expect(err).toBe('');
      expect(code).toBe(0);
      return [`part-${at + 1}.json`, out];
    }),
  );
}

describe('shares', () => {
  it.each([
    ['reach', 2],
    ['matrix', 5],
    ['fail each link', 3],
    ['fail each interface', 4],
    ['fail each link k=2', 3],
    ['fail each node --pairs', 2],
  ])('of %s in %i parts make the same bytes', (command, count) => {
    const parts = partsOf((share) => three(command, '--shard', share), count);
    // In any order.
    const files = Object.keys(parts).toReversed();
    expect(tracebook(['merge', ...files], parts)).toEqual(tracebook(three(command)));
    expect(tracebook(['merge', ...files, '--json'], parts)).toEqual(tracebook(three(command, '--json')));
  });

  it('of the Azure lab make the same bytes', () => {
    const parts = partsOf((share) => lab('--shard', share), 3);
    expect(tracebook(['merge', ...Object.keys(parts)], parts)).toEqual(tracebook(lab()));
  });

  it('are counted by Kubernetes from 0', () => {
    const inJob = tracebook(three('reach', '--shard', '3'), {}, { JOB_COMPLETION_INDEX: '1' });
    expect(inJob).toEqual(tracebook(three('reach', '--shard', '2/3')));
    expect(inJob.code).toBe(0);
  });

  it.each([
    ['0/3', /shares count from 1 to 3/],
    ['4/3', /shares count from 1 to 3/],
    ['1/0', /there can be 1 to 10000 shares/],
    ['a/b', /write I\/N, such as 2\/5/],
    ['1/2/3', /write I\/N/],
    ['', /write I\/N/],
    ['3', /write which share it is, as I\/3, or set JOB_COMPLETION_INDEX/],
  ])('that are none are refused: %s', (share, message) => {
    const { code, err } = tracebook(three('reach', '--shard', share));
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('of a job with a wrong number are refused', () => {
    expect(job('3')).toMatch(/JOB_COMPLETION_INDEX is 3, but counts from 0 to 2/);
    expect(job('x')).toMatch(/which is no number/);
  });

  it('of a command that has none are refused', () => {
    expect(tracebook(three('tracert bob', '--shard', '1/2')).err).toMatch(
      /this command has no parts.*these have: reach, matrix, fail each/s,
    );
  });
});

describe('merge refuses', () => {
  const parts = partsOf((share) => three('fail each link', '--shard', share), 2);
  const [one = '', two = ''] = Object.values(parts);

  it.each([
    ['a missing share', { a: one }, /Of 2 shares these are missing: 2/],
    ['a share given twice', { a: one, b: one }, /b:1:1.*It is share 1, as a is/],
    ['what is no part', { a: '{}' }, /a:1:1.*no part of an answer/],
    ['what is no JSON', { a: 'fail each' }, /no part of an answer/],
    ['a damaged part', { a: one.replace('"failures": [', '"failures": [7,') }, /This part is damaged/],
    [
      'another network',
      { a: one, b: two.replace(/"network": "./, '"network": "x') },
      /another network than a/,
    ],
    [
      'another question',
      { a: one, b: tracebook(three('fail each node', '--shard', '2/2')).out },
      /It answers "alice> fail each node", but a "alice> fail each link"/,
    ],
    [
      'another count',
      { a: one, b: tracebook(three('fail each link', '--shard', '2/3')).out },
      /one of 3 shares/,
    ],
    ['nothing at all', {}, /There is no part to merge/],
  ])('%s', (_, files, message) => {
    const { code, out, err } = tracebook(['merge', ...Object.keys(files)], files);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });

  it('a file that is not there', () => {
    expect(tracebook(['merge', 'none.json']).err).toMatch(/none.json:1:1.*There is no such file/);
  });
});
