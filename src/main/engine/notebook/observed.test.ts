/** Observed cells in notebooks, and checks that what they hold is what the model says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CellOutput } from '../../../shared/evaluation';
import { createEvaluator, parseNotebook } from '../index';

const ROUTERS = readFileSync('test/fixtures/three-routers.yaml', 'utf8');
const TRACE =
  'alice> tracert 10.3.0.10\n\n  1  <1 ms  <1 ms  <1 ms  10.1.0.1\n  2  20 ms  *  20 ms  10.0.13.2\n  3  24 ms  24 ms  24 ms  10.3.0.10';
const DETOUR = TRACE.replace('2  20 ms  *  20 ms  10.0.13.2', '2   4 ms  *   4 ms  10.0.12.2');

function fence(info: string, text: string): string {
  return `\`\`\`${info}\n${text}\n\`\`\``;
}

/** The outputs below a topology of three routers. */
function outputsOf(...cells: readonly string[]): readonly CellOutput[] {
  const text = [fence('topology', ROUTERS), ...cells].join('\n\n');
  return createEvaluator()
    .evaluate(parseNotebook(`${text}\n`).notebook)
    .outputs.slice(1);
}

function said(output: CellOutput | undefined): string[] {
  return (output?.problems ?? []).map(
    ({ line, column, severity, message }) => `${line}:${column} ${severity}: ${message}`,
  );
}

describe('an observed cell', () => {
  test('stands beside the model, and is no failure where the two differ', () => {
    const [observed] = outputsOf(fence('observed', DETOUR));
    expect(observed).toMatchObject({
      kind: 'observed',
      status: 'fresh',
      name: null,
      problems: [],
      entries: [{ comparison: { kind: 'observed-trace', source: 'alice', same: false } }],
    });
    const text = observed?.kind === 'observed' ? observed.entries[0]?.text : '';
    expect(text?.split('\n').slice(0, 2)).toEqual([
      'tracert from alice to 10.3.0.10: 2 of 3 hops as in the model.',
      'Hop  Observed   RTT     Model      RTT',
    ]);
    expect(text).toContain('10.0.12.2 is r2:eth0. In the model it is 10.0.13.2 of r3 (eth2).');
  });

  test('takes source and target from its fence before those of the paste', () => {
    const [observed] = outputsOf(fence('observed back from bob to alice', TRACE));
    expect(observed).toMatchObject({
      name: 'back',
      entries: [{ comparison: { source: 'bob', target: 'alice' } }],
    });
  });

  test.each([
    ['observed a b', '0:3 error: "b" is not expected here'],
    ['observed a from', '0:7 error: What stands behind `from` is missing'],
    ['observed from alicia', '1:1 error: there is no node named alicia'],
  ])('with the fence `%s` is refused', (info, problem) => {
    expect(said(outputsOf(fence(info, TRACE))[0])).toEqual([problem]);
  });

  test('with nothing in it that is read says so; an empty one is just empty', () => {
    expect(said(outputsOf(fence('observed', 'It was slow on Monday.'))[0])).toEqual([
      '1:1 error: Nothing here reads as the output of tracert, traceroute, pathping, mtr, ping or as effective routes',
    ]);
    expect(outputsOf(fence('observed', ''))[0]).toMatchObject({ status: 'fresh', entries: [] });
  });

  test('with a name that is taken is refused', () => {
    const [, second] = outputsOf(fence('observed a', TRACE), fence('observed a', DETOUR));
    expect(said(second)).toEqual(['0:1 error: There is an observed cell "a" already']);
  });
});

function checksOf(...cells: readonly string[]) {
  const output = outputsOf(...cells).at(-1);
  if (output?.kind !== 'expect') throw new Error(output?.kind);
  return output;
}

describe('same-as', () => {
  test('holds where every hop is the same, whatever the times', () => {
    const slow = TRACE.replaceAll('20 ms', '90 ms');
    expect(checksOf(fence('observed published', slow), fence('expect', 'same-as published'))).toMatchObject({
      status: 'fresh',
      checks: [{ passed: true, expected: 'as observed in published', difference: null }],
    });
  });

  test('tells the first hop that differs', () => {
    expect(checksOf(fence('observed published', DETOUR), fence('expect', 'same-as published'))).toMatchObject(
      {
        status: 'failed',
        checks: [
          {
            passed: false,
            actual: '1 of 3 hops differ',
            difference: 'Hop 2 differs. 10.0.12.2 is r2:eth0. In the model it is 10.0.13.2 of r3 (eth2).',
          },
        ],
      },
    );
  });

  test('follows the network: after the cut the detour is what was seen', () => {
    const cells = [fence('observed published', DETOUR), fence('edit', 'shutdown r1-r3')];
    const longer = DETOUR.replace('  3  24', '  3   8 ms  8 ms  8 ms  10.0.23.2\n  4  24');
    expect(checksOf(...cells, fence('expect', 'same-as published')).status).toBe('failed');
    expect(
      checksOf(
        fence('observed published', longer),
        fence('edit', 'shutdown r1-r3'),
        fence('expect', 'same-as published'),
      ).status,
    ).toBe('fresh');
  });

  test('may name its own source and target, and stays after another topology', () => {
    const bare = TRACE.split('\n').slice(2).join('\n');
    expect(
      checksOf(
        fence('observed seen', bare),
        fence('topology', ROUTERS),
        fence('expect', 'alice -> bob same-as seen'),
      ).checks,
    ).toMatchObject([{ passed: true }]);
  });

  test.each([
    ['same-as', '1:8 error: The observed cell is missing'],
    ['same-as published now', '1:19 error: Only one name may follow `same-as`'],
    ['same-as publishd', '1:9 error: There is no observed cell "publishd" above'],
    ['same-as bare', '1:9 error: nothing says whose output this is'],
    ['same-as empty', '1:9 error: The observed cell "empty" holds nothing to compare with'],
  ])('%s is refused', (line, problem) => {
    const output = checksOf(
      fence('observed published', TRACE),
      fence('observed bare', '  1  <1 ms  10.1.0.1'),
      fence('observed empty', ''),
      fence('expect', line),
    );
    expect(said(output)).toEqual([problem]);
  });
});
