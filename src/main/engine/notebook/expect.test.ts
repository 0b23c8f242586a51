/** The forms of a check, and what is said where one does not hold. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ExpectCheck } from '../../../shared/evaluation';
import { createEvaluator, parseNotebook } from '../index';
import { parseExpect } from './expect';

const NODES = ['alice', 'bob', 'r1', 'reach'];
const ROUTERS = readFileSync('test/fixtures/three-routers.yaml', 'utf8');

/** Source, target and check of each line; problems as `line:column message`. */
function read(...lines: readonly string[]) {
  const { expectations, problems } = parseExpect(lines.join('\n'), NODES);
  return {
    checks: expectations.map(({ pair, check }) => [pair?.source.text, pair?.target.text, check]),
    problems: problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
  };
}

/** The checks of an expect cell, put to the three routers. */
function checksOf(topology: string, ...lines: readonly string[]): readonly ExpectCheck[] {
  const text = `\`\`\`topology\n${topology}\`\`\`\n\n\`\`\`expect\n${lines.join('\n')}\n\`\`\`\n`;
  const output = createEvaluator().evaluate(parseNotebook(text).notebook).outputs.at(-1);
  if (output?.kind !== 'expect') throw new Error('no expect cell');
  expect(output.problems).toEqual([]);
  return output.checks;
}

describe('a check', () => {
  test('may come first, with its pair behind it', () => {
    expect(read('reach alice bob', 'no-path bob 10.9.9.9 # nobody')).toEqual({
      checks: [
        ['alice', 'bob', { type: 'reach' }],
        ['bob', '10.9.9.9', { type: 'no-path' }],
      ],
      problems: [],
    });
  });

  test('alone is about the pair of the line above', () => {
    const { checks, problems } = read('reach alice bob', '', 'via r1', 'rtt < 80ms', 'path * 10.3.0.10');
    expect(problems).toEqual([]);
    expect(checks).toHaveLength(4);
    expect(checks.every(([source, target]) => source === 'alice' && target === 'bob')).toBe(true);
    expect(read('alice -> r1 reach', 'via bob').checks[1]).toEqual([
      'alice',
      'r1',
      { type: 'via', node: 'bob' },
    ]);
  });

  test('is told from a node of its name by the arrow', () => {
    expect(read('reach -> bob reach').checks).toEqual([['reach', 'bob', { type: 'reach' }]]);
  });

  test.each([
    ['rtt < 80ms', '<', 80],
    ['rtt < 1s', '<', 1000],
    ['rtt <= 1.5 s', '<=', 1500],
    ['rtt>=500us', null, 0],
    ['rtt >=500us', '>=', 0.5],
    ['rtt > 20 µs', '>', 0.02],
  ])('%s', (text, relation, limitMs) => {
    const { checks } = read(`alice -> bob ${text}`);
    if (relation === null) expect(checks).toEqual([]);
    else expect(checks).toEqual([['alice', 'bob', { type: 'rtt', relation, limitMs }]]);
  });

  test.each([
    ['via r1', '1:1 No line above names the source and target of this check'],
    ['rtt < 80ms', '1:1 No line above names the source and target of this check'],
    ['reach', '1:6 The source is missing'],
    ['reach alice', '1:12 The target is missing'],
    ['reach alice bobb', '1:13 "bobb" is neither an address nor a node'],
    ['reach alicia bob', '1:7 There is no node "alicia"'],
    ['reach alice bob now', '1:17 Nothing may follow `reach`'],
    ['raech alice bob', '1:7 Expected `->` here, not "alice"'],
    ['alice -> bob rtt < 80', '1:18 A time limit is missing or not understood'],
    ['alice -> bob rtt < 80m', '1:18 A time limit is missing or not understood'],
  ])('%s is refused where it is wrong', (line, problem) => {
    expect(read(line).problems).toEqual([problem]);
  });

  test('that is misspelt gets a suggestion', () => {
    expect(parseExpect('raech alice bob', NODES).problems[0]?.hint).toBe('did you mean "reach"?');
  });
});

describe('what does not hold', () => {
  test('is told in words, not in the names of dispositions', () => {
    const island = ROUTERS.replace('latency: 20 ms }', 'latency: 20 ms, shutdown: true }').replace(
      'bandwidth: 1 Gbit/s }',
      'shutdown: true }',
    );
    const [reach, rtt] = checksOf(island, 'reach alice bob', 'rtt < 1s');
    expect(reach).toMatchObject({ passed: false, actual: 'not reached (no route)' });
    expect(rtt).toMatchObject({ passed: false, expected: 'round trip < 1000 ms' });
    expect(JSON.stringify([reach, rtt])).not.toContain('NO_ROUTE');
  });

  test('in any form is the same check', () => {
    const [full, first, alone] = checksOf(ROUTERS, 'alice -> bob via r2', 'reach alice bob', 'via r2');
    expect(first?.passed).toBe(true);
    expect(full).toMatchObject({ passed: false, expected: 'via r2' });
    expect(alone).toEqual({ ...full, line: 3, text: 'via r2' });
  });
});
