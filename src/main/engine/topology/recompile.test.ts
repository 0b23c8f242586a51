/** A network made from the one before is the one made from the topology, wherever it is made at all. */
import { expect, test } from 'vitest';
import { Dice } from '../../../../test/frr/dice';
import { randomNetwork } from '../../../../test/frr/random-network';
import { isThorough } from '../../../../test/support/thorough';
import { candidatesOf } from '../probes/failure-candidates';
import { documentOf } from '../testing/lab';
import { azureLab } from '../testing/networks';
import { compileNetwork } from './compile';
import type { Topology } from './model';
import { recompile } from './recompile';

/** Topologies in which a few elements are down. */
function variants(topology: Topology, dice: Dice): Topology[] {
  const candidates = [...candidatesOf(topology, 'link'), ...candidatesOf(topology, 'interface')];
  return Array.from({ length: 4 }, () =>
    Array.from({ length: dice.between(1, 3) }, () => dice.pick(candidates)).reduce(
      (left, { shut }) => shut(left),
      topology,
    ),
  );
}

test('links and interfaces that go down and come back', () => {
  let made = 0;
  for (let seed = 1; seed <= (isThorough ? 40 : 12); seed++) {
    const { topology } = documentOf(randomNetwork(seed).text);
    const all = [topology, ...variants(topology, new Dice(seed))];
    for (const from of all) {
      const before = compileNetwork(from);
      for (const to of all) {
        const network = recompile(before, from, to);
        if (network === null) continue;
        made++;
        expect(network).toEqual(compileNetwork(to));
      }
    }
  }
  expect(made).toBeGreaterThan(isThorough ? 500 : 150);
});

test('anything else is left alone', () => {
  const { topology } = azureLab();
  const before = compileNetwork(topology);
  for (const { shut } of candidatesOf(topology, 'node'))
    expect(recompile(before, topology, shut(topology))).toBeNull();
  const [router = '', entry] = Object.entries(topology.routers)[0] ?? [];
  if (entry === undefined) throw new Error('the lab has no router');
  const renamed = { ...topology, routers: { ...topology.routers, [router]: { ...entry, hashSeed: 9 } } };
  expect(recompile(before, topology, renamed)).toBeNull();
});
