/** What a sweep tells of a failure is what comes out when the network without the element is made from nothing. */
import { expect, test } from 'vitest';
import { topologyOf, waxman } from '../../../../test/bench/networks';
import { randomNetwork } from '../../../../test/frr/random-network';
import { isThorough } from '../../../../test/support/thorough';
import type { FailureKind } from '../../../shared/results';
import { RouteChanges } from '../routing/route-changes';
import { simulate, type Simulation } from '../simulation';
import { documentOf } from '../testing/lab';
import { azureLab, plainRouters, twoCustomers } from '../testing/networks';
import { interfaceLabel, nodeAt } from '../topology/network';
import type { Topology } from '../topology/model';
import { candidatesOf } from './failure-candidates';
import { changeOf, type RoundTrip } from './pair-change';
import { echo, hostsOf, pairsOf } from './pairs';
import { QuickTrips } from './quick-trips';
import { FailureSweep, type SweepChanges } from './sweep';

const HOSTS = 8;

function simulated(topology: Topology): Simulation {
  const result = simulate(topology, 1);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function tripsOf(simulation: Simulation): Map<string, RoundTrip> {
  const { network } = simulation.plane;
  const { hosts } = hostsOf(simulation, HOSTS);
  return new Map(
    pairsOf(hosts).map(([from, to]) => {
      const sent = echo(simulation, from, to);
      const home = sent?.answer?.walk;
      const steps = sent?.reached !== true || home == null ? [] : [...sent.forward.steps, ...home.steps];
      const names = steps.map(({ node, ingress }) =>
        ingress === -1 ? nodeAt(network, node).name : interfaceLabel(network, ingress),
      );
      const trip = {
        way: steps.length === 0 ? null : names,
        hops: steps.filter(({ spent }) => spent).length,
        latency: steps.reduce((sum, { latency }) => sum + latency, 0),
      };
      return [`${from.node.name} ${to.node.name}`, trip];
    }),
  );
}

function plainly(before: Map<string, RoundTrip>, topology: Topology): SweepChanges {
  const after = tripsOf(simulated(topology));
  const of = (wanted: string): { from: string; to: string }[] =>
    [...before].flatMap(([key, trip]) => {
      const now = after.get(key);
      const [from = '', to = ''] = key.split(' ');
      return now !== undefined && changeOf(trip, now) === wanted ? [{ from, to }] : [];
    });
  return { lost: of('lost'), gained: of('gained'), changed: of('changed'), longer: of('longer') };
}

function compareSweep(topology: Topology, every: number): void {
  const simulation = simulated(topology);
  const sweep = new FailureSweep(simulation, HOSTS);
  const before = tripsOf(simulation);
  const kinds: readonly FailureKind[] = ['link', 'node', 'interface'];
  const candidates = kinds.flatMap((each) => candidatesOf(topology, each));
  for (const [at, candidate] of candidates.entries()) {
    if (at % every !== 0) continue;
    const { element, shut } = candidate;
    expect(sweep.after([candidate]), element).toEqual(plainly(before, shut(topology)));
    const other = candidates[(at + 1) % candidates.length];
    if (other === undefined) continue;
    const both = plainly(before, other.shut(shut(topology)));
    expect(sweep.after([candidate, other]), `${element} and ${other.element}`).toEqual(both);
  }
}

test.each([
  ['OSPF', 'ospf'],
  ['eBGP', 'ebgp'],
] as const)('%s between 16 routers', (_, protocol) => {
  const plan = { size: 16, edges: waxman(16, 5), protocol, prefixes: 16, hosts: 8 };
  compareSweep(topologyOf(plan), isThorough ? 4 : 9);
});

test.each(['ospf', 'ebgp'] as const)('the shortcuts are on in a plain network: %s', (protocol) => {
  const plan = { size: 10, edges: waxman(10, 5), protocol, prefixes: 10, hosts: 4 };
  const topology = topologyOf(plan);
  const before = simulated(topology);
  const { hosts } = hostsOf(before, HOSTS);
  expect(QuickTrips.in(before.plane, hosts)).not.toBeNull();
  const changes = new RouteChanges(before.plane.control, []);
  expect(changes.isPlain).toBe(true);
  const [link] = candidatesOf(topology, 'link');
  const after = simulate(link?.shut(topology) ?? topology, 1, { before });
  if (!after.ok) throw new Error('the network without a link has no tables');
  const { control } = after.value.plane;
  expect(control.difference !== null && changes.since(control, control.difference, () => undefined)).toBe(
    true,
  );
});

test.each([
  ['the Azure lab', azureLab],
  ['a provider with two customers', twoCustomers],
  ['three routers', plainRouters],
] as const)('%s', (_, document) => {
  compareSweep(document().topology, isThorough ? 3 : 7);
});

test('random networks of all protocols', () => {
  for (let seed = 1; seed <= (isThorough ? 10 : 4); seed++)
    compareSweep(documentOf(randomNetwork(seed).text).topology, 5);
});
