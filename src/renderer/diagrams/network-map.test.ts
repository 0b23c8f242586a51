import { describe, expect, it } from 'vitest';
import type { NetworkView } from '../../shared/network-view';
import { hasMap, mapGraph } from './map/graph';
import { LARGE } from './map/lay-out';
import { collapse, neighbourhood } from './map/narrow';
import { mapLayout, networkMap } from './network-map';
import { elements, renderSvg, type SvgNode } from './svg';
import { linesOverLabels, linesThroughAreas, mapFaults } from './testing/map-faults';
import { campusView, link, meshView, node } from './testing/views';

const VIEWS: Readonly<Record<string, NetworkView>> = {
  'of five sites': campusView(5),
  'of twelve sites': campusView(12),
  'of a small mesh': meshView(3),
  'of 100 nodes': meshView(9),
  'of one node': { nodes: [node('alone')], links: [], areas: [] },
};

const names = (picture: SvgNode): string[] =>
  [...elements(picture)].flatMap((part) => part.detail?.name ?? []);

describe.each(Object.entries(VIEWS))('the map %s', (_, view) => {
  const picture = networkMap(view);

  it('has nothing on anything else and nothing outside', () => {
    expect(mapFaults(view)).toEqual([]);
  });

  it('shows every node and every link', () => {
    const shown = new Set(names(picture));
    const missing = [
      ...view.nodes.filter(
        ({ name }) =>
          !shown.has(`${name}, ${name.startsWith('host') || name.startsWith('pc') ? 'Host' : 'Router'}`),
      ),
      ...view.links.filter((each) => ![...shown].some((name) => name.includes(each.name))),
    ];
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('is the same bytes for the same network', () => {
    expect(renderSvg(networkMap(structuredClone(view)))).toBe(renderSvg(picture));
  });
});

describe('a router all of whose interfaces are in VRFs', () => {
  const port = { name: 'e0', address: '10.0.0.1/30', up: true, link: null };
  const routed = (name: string, interfaces = [port]) => ({ ...node(name), interfaces });
  const view = {
    nodes: [routed('pe', []), routed('pe@red'), routed('core'), routed('core@red'), routed('spare', [])],
    links: [],
    areas: [],
  };

  it('is shown as its VRFs, in which its name lights up', () => {
    const parts = [...elements(networkMap(view))].flatMap(({ detail }) => detail ?? []);
    expect(parts.map(({ name }) => name)).toEqual([
      'pe@red, Router',
      'core, Router',
      'core@red, Router',
      'spare, Router',
    ]);
    expect(parts[0]?.refs).toEqual(['node:pe@red', 'node:pe']);
  });
});

describe('sites in a row', () => {
  it('read from left to right as the topology names them', () => {
    const sites = ['one', 'two', 'three'].map((name) => ({ kind: 'site' as const, name, region: null }));
    const view = {
      nodes: sites.map((site) => node(`r-${site.name}`, 'router', site)),
      links: [link('a', ['r-one', 'r-two']), link('b', ['r-two', 'r-three'])],
      areas: sites.map((site) => ({ ...site, prefixes: [] })),
    };
    const places = mapLayout(view).nodes.toSorted((a, b) => a.x - b.x);
    expect(places.map(({ node: { id } }) => id)).toEqual(['r-one', 'r-two', 'r-three']);
  });
});

describe('lines', () => {
  it('keep out of areas that are not theirs, and off all labels', () => {
    const view = campusView(7);
    expect(linesThroughAreas(view)).toEqual([]);
    expect(linesOverLabels(mapLayout(view))).toEqual([]);
  });

  it('between the same two nodes run side by side', () => {
    const nodes = [node('a'), node('b')];
    const view = { nodes, links: [link('one', ['a', 'b']), link('two', ['b', 'a'])], areas: [] };
    const lines = mapLayout(view).edges.map(({ d }) => d);
    expect(new Set(lines).size).toBe(2);
  });

  it('between two columns of a site have room to be told apart, however many they are', () => {
    const area = { kind: 'site' as const, name: 'dc', region: null };
    const spines = [1, 2, 3, 4].map((number) => `spine${number}`);
    const leaves = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `leaf${number}`);
    const view = {
      nodes: [...spines, ...leaves].map((name) => node(name, 'router', area)),
      links: spines.flatMap((spine) => leaves.map((leaf) => link(`${spine}-${leaf}`, [spine, leaf]))),
      areas: [{ ...area, prefixes: [] }],
    };
    const { nodes } = mapLayout(view);
    const columns = [...new Set(nodes.map(({ x }) => x))].toSorted((a, b) => a - b);
    expect(Math.max(...columns.slice(1).map((x, index) => x - (columns[index] ?? 0)))).toBeGreaterThan(130);
  });

  it('of a LAN meet in the LAN', () => {
    const view = {
      nodes: [node('a'), node('b'), node('c')],
      links: [link('office', ['a', 'b', 'c'])],
      areas: [],
    };
    const { nodes, edges } = mapLayout(view);
    expect(nodes.map((placed) => placed.node.id)).toContain('lan office');
    expect(edges).toHaveLength(3);
  });

  it('of a LAN in which nobody is yet show the LAN, in its site', () => {
    const area = { kind: 'site' as const, name: 'hq', region: null };
    const site = { ...area, prefixes: [], subnets: [{ name: 'spare', prefix: '10.9.0.0/24' }] };
    const view = { nodes: [], links: [link('office', []), link('spare', [])], areas: [site] };
    expect(hasMap(view)).toBe(true);
    expect(mapGraph(view).nodes.map(({ id, area: key }) => [id, key])).toEqual([
      ['lan office', null],
      ['lan spare', 'site hq'],
    ]);
    expect(mapLayout(view).frames.map(({ title }) => title)).toEqual(['Site hq']);
    expect(hasMap({ nodes: [], links: [], areas: [] })).toBe(false);
    const pc = { ...view, nodes: [node('pc', 'host', area)] };
    expect(collapse(pc, new Set(['site hq'])).links.map(({ name }) => name)).toEqual(['office']);
    expect(neighbourhood(pc, 'pc', 2).links).toEqual([]);
  });
});

describe('a long row of routers', () => {
  const nodes = Array.from({ length: 35 }, (_, index) => node(`r${index + 1}`));
  const links = nodes.slice(1).map(({ name }, index) => link(`l${index + 1}`, [`r${index + 1}`, name]));
  const view = { nodes, links, areas: [] };

  it('is laid in rows instead of a strip', () => {
    const { width, height } = mapLayout(view);
    expect(width / height).toBeLessThan(3.5);
    expect(mapFaults(view)).toEqual([]);
  });
});

/** With every name as long as a name may be. */
function renamed(view: NetworkView): NetworkView {
  return {
    ...view,
    nodes: view.nodes.map((each) => ({ ...each, name: each.name.padEnd(64, 'x') })),
    links: view.links.map((each) => ({
      ...each,
      ends: each.ends.map((end) => ({ ...end, node: end.node.padEnd(64, 'x') })),
    })),
  };
}

describe('names as long as they may be', () => {
  it('lie on nothing, with areas and without', () => {
    expect(mapFaults(renamed(meshView(5)))).toEqual([]);
    expect(mapFaults(renamed(campusView(4)))).toEqual([]);
  });
});

describe('what is down', () => {
  it('is named so and crossed out', () => {
    const nodes = [{ ...node('a'), up: false }, node('b')];
    const picture = networkMap({ nodes, links: [link('ab', ['a', 'b'], { up: false })], areas: [] });
    expect(names(picture)).toEqual(expect.arrayContaining(['a, Router, down', 'Link ab, down']));
    expect(names(picture)).toContain('b, Router');
  });
});

describe('large networks', () => {
  const views: readonly (readonly [string, NetworkView])[] = [
    ['without areas', meshView(18)],
    ['of eighty sites', campusView(80)],
  ];

  it.each(views)('%s: nothing stands on anything else, and the same comes out every time', (_, view) => {
    const layout = mapLayout(view);
    expect(layout.nodes.length).toBeGreaterThan(LARGE);
    const boxes = layout.nodes.map(({ node, x, y }) => ({
      left: x - node.width / 2,
      right: x + node.width / 2,
      top: y - node.above,
      bottom: y + node.below,
    }));
    const meeting = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(meeting).toEqual([]);
    expect(mapLayout(structuredClone(view))).toEqual(layout);
  });

  it('have their nodes inside their areas, and areas apart', () => {
    const { nodes, frames } = mapLayout(campusView(80));
    expect(frames).toHaveLength(80);
    for (const { node, x, y } of nodes) {
      const around = frames.filter(
        ({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom,
      );
      expect(around.map(({ area }) => area?.name)).toEqual(
        node.area === null ? [] : [node.area.split(' ')[1]],
      );
    }
  });
});
