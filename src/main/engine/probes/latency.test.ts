/** Round trips of several runs side by side, on the Azure lab. */
import { describe, expect, test } from 'vitest';
import type { CommandResult, LatencyResult } from '../../../shared/results';
import { edited, simulationOf } from '../testing/lab';
import { azureLab } from '../testing/networks';
import { runCommand } from './console';
import { renderText } from './text';

const lab = simulationOf(azureLab());
const failed = simulationOf(edited(azureLab(), 'shutdown ce1:ge0/0.1'));

function put(node: string, command: string): CommandResult {
  return runCommand(lab, node, command, {
    names: ['no-er1'],
    simulationOf: (name) => (name === 'no-er1' ? { ok: true, value: failed, problems: [] } : null),
  });
}

function runsOf(node: string, command: string): LatencyResult['runs'] {
  const result = put(node, command);
  if (result.kind !== 'latency') throw new Error(JSON.stringify(result));
  return result.runs;
}

describe('latency', () => {
  test('asks each target in each network', () => {
    const runs = runsOf('loc1-vm', 'latency --in base,no-er1 hub-vm,branch-vm');
    expect(runs.map(({ network, target }) => `${network} ${target}`)).toEqual([
      'base hub-vm',
      'base branch-vm',
      'no-er1 hub-vm',
      'no-er1 branch-vm',
    ]);
    expect(runs.map(({ report }) => report.hops.length)).toEqual([5, 3, 3, 3]);
  });

  test('gives what mtr gives of each', () => {
    const [run] = runsOf('loc1-vm', 'latency -c 7 hub-vm');
    expect(run?.report).toEqual(put('loc1-vm', 'mtr -c 7 hub-vm'));
  });

  test('prints a column for each run', () => {
    const lines = renderText(put('loc1-vm', 'latency hub-vm --in base,no-er1')).split('\n');
    expect(lines[0]).toBe('Round trip by hop from loc1-vm, mean of 10 probes in ms, and who answers:');
    expect(lines[2]).toMatch(/^Hop {2}base: hub-vm +no-er1: hub-vm$/);
    expect(lines[5]).toMatch(/^ {2}3 +\d\.\d {2}192\.168\.30\.18 +\d\.\d {2}10\.10\.30\.4$/);
    expect(lines[6]).toMatch(/^ {2}4 +\* {2}hub-ergw$/);
  });

  test('says which targets were not reached: who reports so has a time, too', () => {
    const lines = renderText(put('loc1-vm', 'latency hub-vm,10.99.0.1')).split('\n');
    expect(lines.slice(-2)).toEqual(['', 'Not reached: 10.99.0.1.']);
    expect(renderText(put('loc1-vm', 'latency hub-vm'))).not.toContain('Not reached');
  });

  test.each([
    ['latency', 'latency needs a target: a name or an address'],
    ['latency ,', 'latency needs a target and a network'],
    ['latency --in', 'latency --in needs a value: NETWORK,...'],
    ['latency --in nowhere hub-vm', 'there is no scenario named nowhere'],
    ['latency hub-vn', 'there is no node named hub-vn in base'],
    [
      'latency --in base,no-er1 hub-vm,spoke-vm,branch-vm,loc2-vm,remote-vm',
      '10 runs are too many for one chart',
    ],
  ])('refuses %s', (command, message) => {
    expect(put('loc1-vm', command)).toMatchObject({ kind: 'failure', message });
  });
});
