/** Of the Azure lab and of a plain network every route, every missing one and every silent hop is explained. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatPrefix } from '../address';
import type { Simulation } from '../simulation';
import { hubWithBranches, routeServer, virtualHub } from '../testing/hubs';
import { documentOf, edited, simulationOf, tracert } from '../testing/lab';
import { ask, azureLab, linesOf, twoCustomers } from '../testing/networks';
import { transitHub } from '../testing/transit-hub';
import type { TopologyDocument } from '../topology/parse';

function fixture(name: string): TopologyDocument {
  return documentOf(readFileSync(`test/fixtures/${name}.yaml`, 'utf8'));
}

/** The first topology of a notebook. */
function topologyOf(notebook: string): TopologyDocument {
  const text = readFileSync(`notebooks/${notebook}.tracebook.md`, 'utf8');
  return documentOf(/^```topology\n(.*?)^```$/ms.exec(text)?.[1] ?? '');
}

const NETWORKS: readonly (readonly [string, TopologyDocument])[] = [
  ['the lab', azureLab()],
  ['the lab without its first primary', edited(azureLab(), 'shutdown ce1:ge0/0.1')],
  ['two customers', twoCustomers()],
  ['a hub with a Route Server', documentOf(hubWithBranches(routeServer(true)))],
  ['a hub without', documentOf(hubWithBranches())],
  ['a virtual hub', documentOf(virtualHub())],
  ['spokes with an appliance', documentOf(transitHub())],
  [
    'spokes with security groups',
    documentOf(
      transitHub({
        nsgs: '{ closed: { rules: { no: { priority: 100, direction: inbound, action: deny } } } }',
        spokeA: '{ prefix: 10.1.0.0/24, routeTable: by-nva, nsg: closed }',
      }),
    ),
  ],
  ['two VRFs', fixture('two-vrfs')],
  ['OSPF areas', fixture('ospf-areas')],
  ['a provider with policies', topologyOf('bgp-policies')],
  ['the offices of a notebook', topologyOf('many-questions')],
  ['two customers without a link', edited(twoCustomers(), 'shutdown p1-p2')],
];

function nodesOf({ plane }: Simulation): string[] {
  return plane.network.nodes.filter(({ kind }) => kind !== 'internet').map(({ name }) => name);
}

function hostsOf({ plane }: Simulation): string[] {
  return plane.network.nodes.filter(({ kind }) => kind === 'host').map(({ name }) => name);
}

/** All prefixes that somebody announces or is connected to. */
function prefixesOf({ plane }: Simulation): string[] {
  const { control, network } = plane;
  const prefixes = network.nodes.flatMap(({ index }) => [
    ...control.bgpPaths(index).map(({ prefix }) => prefix),
    ...[...control.table(index).active.values()]
      .filter(({ source }) => source === 'connected')
      .map(({ prefix }) => prefix),
  ]);
  return [...new Set(prefixes.filter(({ length }) => length < 32).map(formatPrefix))];
}

describe.each(NETWORKS)('%s', (_, document) => {
  const simulation = simulationOf(document);
  const hosts = hostsOf(simulation);

  test('every route of every table has its way from the origin', () => {
    for (const node of nodesOf(simulation)) {
      for (const { prefix, active } of ask(simulation, `${node}> show ip route`, 'routes').routes) {
        if (!active || hosts.includes(node)) continue;
        const { route, chain } = ask(simulation, `${node}> why ${prefix}`, 'why');
        expect(route?.prefix, `${node} ${prefix}`).toBe(prefix);
        expect(chain.length, `${node} ${prefix}`).toBeGreaterThan(0);
        expect(chain[0]?.from, `${node} ${prefix}`).toBeNull();
        expect(linesOf(simulation, `${node}> why ${prefix}`).join('\n')).not.toMatch(/undefined|null|NaN/);
      }
    }
  });

  test('every prefix that a node does not have meets a barrier with a rule', () => {
    for (const node of nodesOf(simulation)) {
      for (const prefix of prefixesOf(simulation)) {
        const { held, barriers } = ask(simulation, `${node}> why-not ${prefix}`, 'why-not');
        expect(barriers.length > 0, `${node} ${prefix}`).toBe(held === null);
        for (const { reason, text } of barriers) {
          expect(reason, `${node} ${prefix}: ${text}`).not.toBe('nobody');
          expect(text, `${node} ${prefix}`).toMatch(/^\S.+\.$/);
        }
        expect(linesOf(simulation, `${node}> why-not ${prefix}`).join('\n')).not.toMatch(
          /undefined|null|NaN/,
        );
      }
    }
  });

  test('every edit that why-not proposes can be made, and takes its barrier away', () => {
    const tried = new Set<string>();
    for (const node of nodesOf(simulation)) {
      for (const prefix of prefixesOf(simulation)) {
        const line = `${node}> why-not ${prefix}`;
        for (const { change, text } of ask(simulation, line, 'why-not').barriers) {
          if (change.length === 0 || tried.has(change.join())) continue;
          tried.add(change.join());
          const { held, barriers } = ask(simulationOf(edited(document, ...change)), line, 'why-not');
          const left = barriers.map((each) => each.text);
          expect(held === null && left.includes(text), `${line}: ${change.join('; ')}`).toBe(false);
        }
      }
    }
  });

  test('every pair that does not reach each other has a reason on the way there or back', () => {
    for (const from of hosts) {
      for (const to of hosts.filter((each) => each !== from)) {
        const { reached, forwardWalk, returnWalk } = tracert(simulation, from, to);
        if (reached) continue;
        // Where a security rule stops packets, routes may be there: the step names the rule.
        const stopped = [forwardWalk, returnWalk].find(
          (walk) => walk?.disposition.startsWith('DENIED') === true,
        );
        if (stopped?.steps.at(-1)?.denial !== undefined) continue;
        const there = ask(simulation, `${from}> why-not ${to}`, 'why-not').barriers;
        const back = ask(simulation, `${to}> why-not ${from}`, 'why-not').barriers;
        expect(there.length + back.length, `${from} to ${to}`).toBeGreaterThan(0);
      }
    }
  });

  test('every silent hop has its reason, and an edit that makes it answer or the rule that stands in the way', () => {
    const told = new Set<string>();
    for (const from of hosts) {
      for (const to of hosts.filter((each) => each !== from)) {
        for (const { ttl, address, silence } of tracert(simulation, from, `-h 8 ${to}`).hops) {
          if (address !== null || told.has(`${from} ${silence?.text}`)) continue;
          told.add(`${from} ${silence?.text}`);
          const line = `${from}> why-silent ${to} ${ttl}`;
          const { silence: answer, change, notes } = ask(simulation, line, 'why-silent');
          expect(answer, line).toEqual(silence);
          if (change.length === 0) {
            expect(notes.join(' '), line).toMatch(/What keeps the route away/);
            continue;
          }
          const after = simulationOf(edited(document, ...change));
          expect(tracert(after, from, `-h 8 ${to}`).hops[ttl - 1]?.address, line).toBeTruthy();
        }
      }
    }
  });
});
