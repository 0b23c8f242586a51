/**
 * A network computed from the one before a change is the same as one computed from nothing: every table, every
 * candidate, every reason, every answer.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { topologyOf, waxman } from '../../../test/bench/networks';
import { Dice } from '../../../test/frr/dice';
import { randomNetwork } from '../../../test/frr/random-network';
import { isThorough } from '../../../test/support/thorough';
import { formatPrefix } from './address';
import { runCommand } from './probes/console';
import { candidatesOf } from './probes/failure-candidates';
import { simulate, type Simulation } from './simulation';
import { documentOf, edited } from './testing/lab';
import { azureLab, plainRouters, twoCustomers } from './testing/networks';
import { documentOf as documentOfTopology } from './topology/document';
import type { TopologyDocument } from './topology/parse';

/** Random networks of a group: all 40 take minutes, and a fault seldom hides in one alone. */
const EACH = isThorough ? 5 : 2;

/** Everything the control plane knows, and what packets make of it. */
function everything({ plane, seed }: Simulation): unknown {
  const { control, network } = plane;
  const hosts = network.nodes.filter(({ kind }) => kind === 'host');
  return {
    tables: network.nodes.map(({ index, name }) => {
      const { active, lost } = control.table(index);
      return { name, active: [...active.values()], lost };
    }),
    bgp: network.nodes.map(({ index, name }) => ({ name, paths: control.bgpPaths(index) })),
    sessions: control.sessions(),
    refusals: control.sessions().flatMap(({ session }) =>
      control.bgpPrefixes().map((prefix) => {
        return `${session.from} ${session.to} ${formatPrefix(prefix)} ${control.refusal(session, prefix)}`;
      }),
    ),
    externals: control.ospfExternals(),
    ospf: network.nodes.map(({ index }) => control.ospf.routersFrom(index)),
    traces: hosts.flatMap((from) =>
      hosts.map((to) => runCommand({ plane, seed }, from.name, `tracert ${to.name}`)),
    ),
  };
}

/** What is found without making a table is what stands in it. */
function expectNextHops({ plane }: Simulation): void {
  const { control, network } = plane;
  const addresses = network.interfaces.flatMap(({ address }) => (address === null ? [] : [address]));
  const plain = network.nodes.filter(({ kind }) => kind === 'host' || kind === 'router');
  const found = plain.map(({ index }) => addresses.map((address) => control.nextHops(index, address)));
  const stand = plain.map(({ index }) =>
    addresses.map((address) => control.table(index).active.match(address)?.nextHops ?? []),
  );
  expectSame(found, stand, 'next hops');
}

/** Edit lines that change a network a little: what can fail, what is down comes back, a cost or a route. */
function changeOf(dice: Dice, { topology }: TopologyDocument): string {
  const elements = (['link', 'node', 'interface'] as const)
    .flatMap((each) => candidatesOf(topology, each))
    .map(({ element }) => element)
    .filter((element) => !element.includes(' '));
  const down = [
    ...Object.entries({ ...topology.links, ...topology.routers, ...topology.lans }),
    ...Object.entries(topology.routers).flatMap(([router, { interfaces }]) =>
      Object.entries(interfaces).map(([name, entry]) => [`${router}:${name}`, entry] as const),
    ),
  ].flatMap(([name, { shutdown }]) => (shutdown ? [name] : []));
  const routers = Object.entries(topology.routers);
  const [router = '', { interfaces = {} } = {}] = routers.length === 0 ? [] : dice.pick(routers);
  const kind = dice.below(10);
  if (down.length > 0 && kind < 3) return `no shutdown ${dice.pick(down)}`;
  const [name] = Object.keys(interfaces).slice(1);
  if (kind === 8 && name !== undefined) return `set ${router}:${name} ospfCost ${dice.between(1, 40)}`;
  if (kind === 9) return `set ${router} static [{ prefix: 10.1.${dice.below(3)}.0/24, via: discard }]`;
  return `shutdown ${dice.pick(elements)}`;
}

/** Compares as text first: that is many times faster, and nearly always enough. */
function expectSame(actual: unknown, expected: unknown, message: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, message).toEqual(expected);
}

/** Walks a chain of changes, each network made from the one before, and compares it with one made from nothing. */
function followChanges(start: TopologyDocument, dice: Dice, length: number): void {
  let document = start;
  let before = simulate(document.topology, 1);
  for (let step = 0; step < length; step++) {
    const line = changeOf(dice, document);
    document = edited(document, line);
    const after = simulate(document.topology, 1, { before: before.ok ? before.value : null });
    const anew = simulate({ ...document.topology }, 1);
    if (after.ok) expectNextHops(after.value);
    if (after.ok && anew.ok) expectSame(everything(after.value), everything(anew.value), line);
    else expect(after, line).toEqual(anew);
    before = after;
  }
}

describe('a network made from the one before a change is the one made from nothing', () => {
  test.each(Array.from({ length: 8 }, (_, group) => group))('random networks, group %i', (group) => {
    for (let each = 0; each < EACH; each++) {
      const seed = 1000 + group * 5 + each;
      followChanges(documentOf(randomNetwork(seed).text), new Dice(seed), 4);
    }
  });

  test('areas behind border routers, and VRFs with the same addresses', () => {
    for (const name of ['ospf-areas', 'two-vrfs'])
      followChanges(documentOf(readFileSync(`test/fixtures/${name}.yaml`, 'utf8')), new Dice(7), 12);
  });

  test.each(['ebgp', 'ospf'] as const)('one AS for each router, or one area: %s', (protocol) => {
    for (const seed of [1, 2, 3]) {
      const plan = { size: 14, edges: waxman(14, seed), protocol, prefixes: 14, hosts: 3 };
      const document = documentOfTopology(topologyOf(plan));
      if (document === undefined) throw new Error('no document');
      followChanges(document, new Dice(seed), 6);
    }
  });

  test.each([
    ['the Azure lab', azureLab],
    ['a provider with two customers', twoCustomers],
    ['three routers', plainRouters],
  ] as const)('%s', (_, start) => {
    for (const seed of isThorough ? [1, 2, 3] : [1]) followChanges(start(), new Dice(seed), 5);
  });
});
