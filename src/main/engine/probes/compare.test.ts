/** Differential reachability, on the Azure lab and on plain networks. */
import { describe, expect, test } from 'vitest';
import type { CompareResult, MatrixDiffResult } from '../../../shared/results';
import type { Simulation } from '../simulation';
import { edited, simulationOf } from '../testing/lab';
import { ask, azureLab, plainRouters, twoCustomers } from '../testing/networks';
import { runCommand } from './console';
import { renderText } from './text';

/** Puts a command to a network beside which there is one other, named `x`. */
function askBoth(base: Simulation, other: Simulation, command: string) {
  return runCommand(base, base.plane.network.nodes[0]?.name ?? '', command, {
    names: ['x'],
    simulationOf: (name) => (name === 'x' ? { ok: true, value: other, problems: [] } : null),
  });
}

function compared(base: Simulation, other: Simulation): CompareResult {
  const result = askBoth(base, other, 'compare base x');
  if (result.kind !== 'compare') throw new Error(JSON.stringify(result));
  return result;
}

function reached(simulation: Simulation) {
  const { pairs } = ask(simulation, 'hub-vm> reach', 'reach');
  return new Map(pairs.map((pair) => [`${pair.from} ${pair.to}`, pair]));
}

const routers = simulationOf(plainRouters());
const cut = simulationOf(edited(plainRouters(), 'shutdown r1-r3'));
const island = simulationOf(edited(plainRouters(), 'shutdown r1-r3', 'shutdown r1-r2'));
const lab = simulationOf(azureLab());
const labWithoutEr1 = simulationOf(edited(azureLab(), 'shutdown er1'));

describe('compare, on plain routers', () => {
  test('tells the first hop that differs, and the routes before and now', () => {
    const [there, home] = compared(routers, cut).differences;
    expect(there).toMatchObject({
      from: 'alice',
      to: 'bob',
      change: 'longer',
      before: { nodes: ['alice', 'r1', 'r3', 'bob'], hops: 3 },
      after: { nodes: ['alice', 'r1', 'r2', 'r3', 'bob'], hops: 4 },
      parting: { direction: 'there', hop: 2, before: { next: 'r3' }, after: { next: 'r2' } },
      text: 'Before, r1 sends to r3 over r1-r3 (10.3.0.0/24: shortest path, cost 20). Now, r1 sends to r2 over r1-r2 (10.3.0.0/24: shortest path, cost 30).',
    });
    // bob's echoes went by r2 already: only alice's answers change.
    expect(home).toMatchObject({ change: 'longer', parting: { direction: 'back', hop: 2 } });
  });

  test('tells that a sender is shut down, not that it has no route', () => {
    const off = simulationOf(edited(plainRouters(), 'shutdown alice'));
    const lost = compared(routers, off).differences.find(({ from }) => from === 'alice');
    expect(lost?.text).toMatch(/Now, alice is shut down\.$/);
  });

  test('tells by which rule pairs are lost, and gained the other way round', () => {
    const lost = compared(cut, island);
    expect(lost.reaching).toEqual({ before: 2, after: 0 });
    expect(lost.differences.map(({ change }) => change)).toEqual(['lost', 'lost']);
    expect(lost.differences[0]?.text).toMatch(/Now, r1 has no route to 10\.3\.0\.10\.$/);
    const gained = compared(island, cut);
    expect(gained.differences.map(({ change }) => change)).toEqual(['gained', 'gained']);
    expect(gained.differences[0]?.text).toMatch(
      /^Before, r1 has no route to 10\.3\.0\.10\. Now, r1 sends to r2/,
    );
  });

  test('finds the same way slower or faster', () => {
    const slow = simulationOf(edited(plainRouters(), 'set r1-r3 latency 50ms'));
    const slower = compared(routers, slow).differences;
    expect(slower.map(({ change, parting }) => [change, parting])).toEqual([
      ['longer', null],
      ['longer', null],
    ]);
    expect(slower[0]?.text).toMatch(/^The same way, in \d+\.\d ms instead of \d+\.\d ms\.$/);
    expect(compared(slow, routers).differences.map(({ change }) => change)).toEqual(['changed', 'changed']);
  });

  test('names hosts that only one network has', () => {
    const more = simulationOf(edited(plainRouters(), 'add host carol { lan: lab, address: 10.3.0.11/24 }'));
    expect(compared(routers, more)).toMatchObject({ pairs: 2, onlyBefore: [], onlyAfter: ['carol'] });
    expect(renderText(compared(more, routers))).toContain('Only in base: carol.');
  });

  test('names what is down afterwards, and what is gone', () => {
    const without = simulationOf(edited(plainRouters(), 'shutdown r2'));
    expect(compared(routers, cut).down).toEqual({ nodes: [], links: ['r1-r3'] });
    expect(compared(cut, routers).down).toEqual({ nodes: [], links: [] });
    expect(compared(routers, without).down).toEqual({ nodes: ['r2'], links: ['r1-r2', 'r2-r3'] });
    const removed = simulationOf(edited(plainRouters(), 'remove bob'));
    expect(compared(routers, removed).down.nodes).toEqual(['bob']);
  });

  test('of customers whose provider loses a router', () => {
    const customers = simulationOf(twoCustomers());
    const without = simulationOf(edited(twoCustomers(), 'shutdown p2'));
    const { pairs, reaching, differences } = compared(customers, without);
    const lost = differences.filter(({ change }) => change === 'lost');
    expect(lost).toHaveLength(reaching.before - reaching.after);
    expect(pairs).toBeGreaterThan(0);
  });
});

describe('compare, on the Azure lab', () => {
  const result = compared(lab, labWithoutEr1);

  test('loses what only er1 carried, and moves the rest to the VPN', () => {
    expect(result.reaching).toEqual({ before: 22, after: 16 });
    const changes = (change: string) =>
      result.differences.filter((each) => each.change === change).map(({ from, to }) => `${from} ${to}`);
    expect(changes('lost').every((pair) => pair.includes('remote-vm'))).toBe(true);
    expect(changes('lost')).toHaveLength(6);
    expect(changes('changed')).toContain('hub-vm loc1-vm');
    expect(renderText(result)).toContain(
      'Now, hub sends to hub-vpngw over hub (10.2.30.0/25: announced by ce1; the only BGP route; learned by hub-vpngw).',
    );
  });

  test('agrees with reach about both networks', () => {
    const [before, after] = [reached(lab), reached(labWithoutEr1)];
    for (const { from, to, ...difference } of result.differences) {
      const key = `${from} ${to}`;
      expect(before.get(key)).toMatchObject({
        reached: difference.before.reached,
        hops: difference.before.hops,
        rttMs: difference.before.rttMs,
      });
      expect(after.get(key)?.reached).toBe(difference.after.reached);
    }
  });

  test('finds what fail each finds of every link', () => {
    const { failures } = ask(lab, 'hub-vm> fail each link', 'failures');
    // A path of a circuit has no shutdown line of its own.
    for (const { element, lost, gained, longer, changed } of failures.filter(
      (each) => !each.element.includes(' '),
    )) {
      const after = simulationOf(edited(azureLab(), `shutdown ${element}`));
      const { differences } = compared(lab, after);
      const count = (change: string) => differences.filter((each) => each.change === change).length;
      expect([element, count('lost'), count('gained'), count('longer'), count('changed')]).toEqual([
        element,
        lost.length,
        gained.length,
        longer.length,
        changed.length,
      ]);
    }
  });
});

describe('matrix --diff', () => {
  test('shows the same as a table', () => {
    const result = askBoth(routers, cut, 'matrix --diff x');
    expect(result).toEqual({
      kind: 'matrix-diff',
      compare: compared(routers, cut),
    } satisfies MatrixDiffResult);
    expect(renderText(result).split('\n').slice(0, 3)).toEqual([
      '       alice   bob',
      'alice  .       longer +1 hop',
      'bob    longer  .',
    ]);
    expect(renderText(askBoth(lab, labWithoutEr1, 'matrix --diff x'))).toContain(
      '6 lost, 0 gained, 0 longer, 4 with a changed path.',
    );
  });

  test.each([
    ['matrix --diff y', 'there is no scenario named y'],
    ['matrix --diff', 'matrix --diff needs a value: SCENARIO'],
    ['compare x', 'compare needs another network: base or the name of a scenario'],
    ['compare y x', 'there is no scenario named y'],
    ['scenario y', 'scenarios are named in a console cell or by --scenario'],
  ])('`%s` is refused', (command, message) => {
    expect(askBoth(routers, cut, command)).toMatchObject({ kind: 'failure', message });
  });

  test('of a network without tables says so', () => {
    const problem = { severity: 'error', message: 'it disputes', hint: 'agree', line: 1, column: 1 } as const;
    const result = runCommand(routers, 'alice', 'compare base x', {
      names: ['x'],
      simulationOf: () => ({ ok: false, problems: [problem] }),
    });
    expect(result).toEqual({ kind: 'failure', message: 'the network of x: it disputes', hint: 'agree' });
  });
});
