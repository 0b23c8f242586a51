/** How the picture of a path ends, on networks that lose, refuse or delay what is sent: as its terminal text says. */
import { expect, test } from 'vitest';
import { simulationOf } from '../../main/engine/testing/lab';
import { ask } from '../../main/engine/testing/networks';
import { gridRows } from './grid/rows';
import { sortRows } from './grid/table';
import { packetName } from './packet-diagram';
import { pathDiagram } from './path-diagram';
import { elements } from './svg';
import { THEMED } from './palette';
import { waysDiagram } from './ways-diagram';
import { pathTables } from './path/table';
import type { PathSource } from './path/model';
import { picturesOf } from './pictures';
import { clippedTexts, overlappingTexts, textBoxes } from './testing/geometry';
import { spokeToLocation1 } from './testing/lab';

const AZURE = simulationOf(`
vnets:
  hub: { addressSpace: [10.0.0.0/16], subnets: { nva: 10.0.0.0/24, w: { prefix: 10.0.1.0/24, nsg: shield } } }
  spoke: { addressSpace: [10.1.0.0/16], subnets: { w: { prefix: 10.1.0.0/24, routeTable: over } } }
peerings: { hub-spoke: { ends: { hub: {}, spoke: {} } } }
routeTables: { over: { routes: { off: { prefix: 10.5.0.0/16, via: 10.0.0.5 } } } }
nsgs: { shield: { rules: { noping: { priority: 100, direction: inbound, action: deny, protocol: icmp } } } }
hosts:
  off: { vnet: hub, address: 10.0.0.5 }
  web: { vnet: hub, address: 10.0.1.4 }
  vm: { vnet: spoke, address: 10.1.0.4 }
`);

const SLOW = simulationOf(`
routers:
  r1: { interfaces: { a: { address: 10.1.0.1/24, lan: west }, e: 10.0.12.1/30 }, ospf: {} }
  r2: { interfaces: { w: 10.0.12.2/30, a: { address: 10.3.0.1/24, lan: east } }, ospf: {} }
lans: { west: {}, east: {} }
hosts:
  alice: { lan: west, address: 10.1.0.10 }
  bob: { lan: east, address: 10.3.0.10 }
  mute: { lan: east, address: 10.3.0.11, icmp: off }
links: { r1-r2: { ends: [r1:e, r2:w], latency: 5 s } }
`);

/** The texts of the picture, none of them on another or cut. */
function wordsOn(result: PathSource): string[] {
  const picture = pathDiagram(result);
  expect([...overlappingTexts(picture), ...clippedTexts(picture)]).toEqual([]);
  return textBoxes(picture).map((box) => box.content);
}

test('a rule that keeps a probe out of its target stands before it, and the target stands there once', () => {
  const refused = ask(AZURE, 'vm> tracert web', 'trace');
  expect(wordsOn(refused).filter((word) => word === 'web')).toEqual(['web']);
  // The rule is told once.
  expect(pathTables(refused)[0]?.rows.at(-1)?.join(' ').split('noping')).toHaveLength(2);
  const row = gridRows(refused).at(-1);
  expect(row).toMatchObject({ hop: 1, name: 'web', kind: 'host', area: 'VNet hub', status: 'lost' });
  expect(row?.issues.join(' ')).toContain('Rule noping');
  expect(pathTables(refused)[0]?.rows.map((cells) => cells[2])).toEqual(['vm', 'spoke', 'hub', 'web']);
});

test('a host that forwards nothing is no route that discards', () => {
  const words = wordsOn(ask(AZURE, 'vm> tracert 10.5.0.1', 'trace'));
  expect(words).toContain('Lost at off: not passed on');
});

test('an answer that comes too late does come', () => {
  expect(wordsOn(ask(SLOW, 'alice> tracert bob', 'trace'))).toContain(
    'The probe arrives, but its answer comes too late',
  );
  const pinged = wordsOn(ask(SLOW, 'alice> ping bob', 'ping'));
  expect(pinged).toContain('The probe arrives, but its answer comes too late');
  expect(pinged).toContain('bob answers, but later than the 4000 ms the probe waits.');
});

test('what one asks of oneself is one hop, as the terminal prints it', () => {
  expect(wordsOn(ask(SLOW, 'alice> tracert alice', 'trace'))).toContain(
    'Reached in 1 hop · round trip <1 ms',
  );
});

test('a target that never answers keeps its place beside others', () => {
  const compared = ask(SLOW, 'alice> latency r1,mute', 'latency');
  const [table] = picturesOf(compared, null)[0]?.tables() ?? [];
  expect(new Set(table?.rows.map(([name]) => name))).toEqual(new Set(['r1', 'mute: not reached']));
  expect(picturesOf(ask(SLOW, 'bob> latency mute', 'latency'), null)).toEqual([]);
});

test.each([
  ['1 us', '0.0002 ms'],
  ['60 s', '10000 ms'],
])('the scale of a link of %s is no longer than the picture', (latency, scale) => {
  const text = `
routers:
  a: { interfaces: { e: 10.0.0.1/30 } }
  b: { interfaces: { e: 10.0.0.2/30 } }
links: { a-b: { ends: [a:e, b:e], latency: ${latency} } }
`;
  const picture = pathDiagram(ask(simulationOf(text), 'a> tracert -w 600000 b', 'trace'), {
    spacing: 'latency',
  });
  expect(textBoxes(picture).map((box) => box.content)).toContain(
    `${scale}: the longer a link takes, the longer it is drawn`,
  );
  expect(Number(picture.attributes['width'])).toBeLessThan(1200);
});

test('neither the target of a way that is lost nor one that is silent is ticked', () => {
  const cut = simulationOf(`
lans: { a: {}, z: {} }
routers:
  r1: { interfaces: { l: { address: 10.1.0.1/24, lan: a } } }
  r2: { interfaces: { l: { address: 10.2.0.1/24, lan: z } } }
hosts: { alice: { lan: a, address: 10.1.0.10 }, zoe: { lan: z, address: 10.2.0.10 } }
`);
  const ticked = (simulation: typeof cut, target: string): number => {
    const picture = waysDiagram(ask(simulation, `alice> trace --both ${target}`, 'trace-both'));
    const marks = JSON.stringify([...elements(picture)].filter(({ detail }) => detail !== undefined));
    return marks.split(THEMED.ok).length - 1;
  };
  expect([ticked(cut, 'zoe'), ticked(SLOW, 'bob')]).toEqual([0, 0]);
  expect(ticked(SLOW, 'r1')).toBeGreaterThan(0);
});

test('a grid is sorted by addresses in their own order', () => {
  const row = gridRows(ask(SLOW, 'alice> tracert alice', 'trace'))[0];
  if (row === undefined) throw new Error('no row');
  const rows = ['10.0.10.1', null, '10.0.9.1'].map((address) => ({ ...row, address }));
  const sorted = sortRows(rows, { column: 'address', descending: false });
  expect(sorted.map(({ address }) => address)).toEqual(['10.0.9.1', '10.0.10.1', null]);
});

test('an MSEE that loses a packet is known by the path it came on', () => {
  const trace = spokeToLocation1();
  const { forwardWalk } = trace;
  const end = forwardWalk.steps.findIndex(({ nodeKind }) => nodeKind === 'msee');
  const steps = forwardWalk.steps
    .slice(0, end + 1)
    .map((step, index) => (index === end ? { ...step, action: 'dropped' as const, linkPath: null } : step));
  const lost = {
    ...trace,
    reached: false,
    forwardWalk: { ...forwardWalk, steps, disposition: 'NO_ROUTE' as const },
  };
  expect(gridRows(lost).find(({ kind }) => kind === 'msee')).toMatchObject({ side: 'primary' });
});

test('a packet that nobody answers is not said to have an answer', () => {
  expect(packetName(ask(AZURE, 'vm> tracert web', 'trace'))).toBe('One packet from vm to web');
  expect(packetName(ask(SLOW, 'alice> tracert r1', 'trace'))).toContain('and its answer');
});

test('a long name fits beneath a short chart', () => {
  const name = 'a-name-as-long-as-the-language-of-topologies-takes-64-characters';
  const lan = simulationOf(`
lans: { a: {} }
hosts:
  h1: { lan: a, address: 10.1.0.1/24 }
  h2: { lan: a, address: 10.1.0.2/24 }
  ${name}: { lan: a, address: 10.1.0.3/24 }
`);
  const [chart] = picturesOf(ask(lan, `h1> latency h2,${name}`, 'latency'), null);
  expect(chart === undefined ? null : clippedTexts(chart.draw(THEMED, 0))).toEqual([]);
});

const SPREAD = simulationOf(`
routers:
  leaf1: { interfaces: { lan: { address: 10.1.0.1/24, lan: west }, a: 10.0.1.1/30, b: 10.0.2.1/30, c: 10.0.3.1/30 }, ospf: {} }
  spine1: { interfaces: { l: 10.0.1.2/30, r: 10.0.4.1/30 }, ospf: {} }
  spine2: { interfaces: { l: 10.0.2.2/30, r: 10.0.5.1/30 }, ospf: {} }
  spine3: { interfaces: { l: 10.0.3.2/30, r: 10.0.6.1/30 }, ospf: {} }
  leaf2: { interfaces: { lan: { address: 10.2.0.1/24, lan: east }, a: 10.0.4.2/30, b: 10.0.5.2/30, c: 10.0.6.2/30 }, ospf: {} }
lans: { west: {}, east: {} }
hosts: { alice: { lan: west, address: 10.1.0.10 }, bob: { lan: east, address: 10.2.0.10 } }
links:
  l1: { ends: [leaf1:a, spine1:l] }
  l2: { ends: [leaf1:b, spine2:l] }
  l3: { ends: [leaf1:c, spine3:l] }
  r1: { ends: [leaf2:a, spine1:r] }
  r2: { ends: [leaf2:b, spine2:r] }
  r3: { ends: [leaf2:c, spine3:r] }
`);

test('a hop that no probe of a traceroute met is not probed, which is not that nobody answers', () => {
  const missed = Array.from({ length: 40 }, (_, at) =>
    ask(SPREAD, `alice> traceroute -q 1 -p ${40_000 + at} bob`, 'traceroute'),
  ).find(({ trace }) => trace.hops[1]?.rttMs.length === 0);
  if (missed === undefined) throw new Error('every probe met the first way');
  expect(wordsOn(missed.trace)).toContain('not probed');
  expect(wordsOn(missed.trace)).not.toContain('no answer');
  expect(gridRows(missed.trace)[2]).toMatchObject({ hop: 2, status: 'unprobed', loss: null, rtt: null });
  expect(pathTables(missed.trace)[0]?.rows[2]?.join(' ')).toContain('not probed');
  const chart = picturesOf(missed, null).find(({ id }) => id === 'latency');
  expect(chart?.tables()[0]?.rows.map((row) => row[1])).toEqual(['1', '3', '4']);
});

test('a chart of several runs says which targets were not reached', () => {
  const [chart] = picturesOf(ask(SLOW, 'alice> latency r1,10.9.0.9', 'latency'), null);
  const drawn = textBoxes(chart?.draw(THEMED, 0) ?? pathDiagram(spokeToLocation1())).map(
    ({ content }) => content,
  );
  expect(drawn).toContain('10.9.0.9: not reached');
  expect(drawn).toContain('r1');
});
