/** Reasons of silence: each names what is the matter, and nothing that is not. */
import { expect, test } from 'vitest';
import type { Silence, TraceResult } from '../../../shared/results';
import { simulationOf } from '../testing/lab';
import { ask } from '../testing/networks';

function silences(text: string, command: string): Silence[] {
  const { hops }: TraceResult = ask(simulationOf(text), command, 'trace');
  return hops.flatMap(({ silence }) => silence ?? []);
}

const CHAIN = `
routers:
  r1: { interfaces: { a: { address: 10.1.0.1/24, lan: west }, e: 10.0.12.1/30 }, ospf: {} }
  r2: { interfaces: { w: 10.0.12.2/30, e: 10.0.23.1/30 }, ospf: {} }
  r3: { interfaces: { w: 10.0.23.2/30, a: { address: 10.3.0.1/24, lan: east } }, ospf: {} }
lans: { west: {}, east: {} }
hosts:
  alice: { lan: west, address: 10.1.0.10 }
  bob: { lan: east, address: 10.3.0.10, initialTtl: 2 }
links: { r1-r2: { ends: [r1:e, r2:w] }, r2-r3: { ends: [r2:e, r3:w] } }
`;

test('an answer whose TTL does not last for the way back is in no loop', () => {
  const simulation = simulationOf(CHAIN);
  const { hops } = ask(simulation, 'alice> tracert -h 4 bob', 'trace');
  expect(hops.at(-1)?.silence).toEqual({
    reason: 'ttl-used-up',
    at: 'r2',
    text: 'bob answers from 10.3.0.10, but with TTL 2, which runs out at r2 before the answer is back.',
  });
  expect(ask(simulation, 'alice> why-silent bob 4', 'why-silent').change).toEqual(['set bob initialTtl 255']);
});

test('a user-defined route to an appliance that is not there names the appliance', () => {
  const text = `
vnets:
  hub: { addressSpace: [10.0.0.0/16], subnets: { nva: 10.0.0.0/24, w: { prefix: 10.0.1.0/24, routeTable: ghost } } }
routeTables: { ghost: { routes: { rest: { prefix: 10.9.0.0/16, via: 10.0.0.77 } } } }
hosts: { vm: { vnet: hub, address: 10.0.1.4 } }
`;
  expect(silences(text, 'vm> tracert -h 1 10.9.0.1')[0]?.text).toBe(
    'hub sends 10.9.0.1 to 10.0.0.77 (route 10.9.0.0/16), an address that nobody has there, and drops the probe in silence.',
  );
  expect(silences(text, 'vm> tracert -h 1 10.0.0.9')[0]?.text).toBe(
    'Nobody has the address 10.0.0.9 beside hub, and hub drops the probe in silence.',
  );
});

test('a route to the Internet is called default only where it is', () => {
  const text = CHAIN.replace('ospf: {}', 'static: [{ prefix: 10.98.0.0/16, via: internet }]');
  expect(silences(text, 'alice> tracert -h 2 10.98.0.1')[0]?.text).toBe(
    'The probe leaves r1 by its route 10.98.0.0/16 for the Internet, where 10.98.0.1 is lost in silence.',
  );
});

test('an answer that a route discards is not without a route', () => {
  const text = CHAIN.replace(
    'e: 10.0.23.1/30 }, ospf: {}',
    'e: 10.0.23.1/30 }, ospf: {}, static: [{ prefix: 10.1.0.0/25, via: discard }]',
  );
  expect(silences(text, 'alice> tracert -h 3 10.3.0.1').at(-1)).toEqual({
    reason: 'no-route-back',
    at: 'r2',
    text: 'r3 answers from 10.3.0.1, but r2 drops what is bound for 10.1.0.10: configured on this node (distance 1).',
  });
});
