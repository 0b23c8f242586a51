/** The pictures of what the engine really computes: every published path, and the map of the lab. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/main/engine/probes/console';
import { simulate, type Simulation } from '../../src/main/engine/simulation';
import type { Topology } from '../../src/main/engine/topology/model';
import { parseTopology } from '../../src/main/engine/topology/parse';
import { networkView } from '../../src/main/engine/topology/view';
import { networkMap, mapLayout } from '../../src/renderer/diagrams/network-map';
import { pathDiagram } from '../../src/renderer/diagrams/path-diagram';
import type { PathSource } from '../../src/renderer/diagrams/path/model';
import { elements, renderSvg, type SvgNode } from '../../src/renderer/diagrams/svg';
import { clippedTexts, overlappingTexts, textBoxes } from '../../src/renderer/diagrams/testing/geometry';
import {
  linesOverLabels,
  linesThroughAreas,
  mapFaults,
} from '../../src/renderer/diagrams/testing/map-faults';

const SEED = 29;
const HOSTS: Readonly<Record<string, string>> = {
  'hub-vm': '10.10.30.4',
  'spoke-vm': '10.11.30.4',
  'branch-vm': '10.11.30.68',
  'loc1-vm': '10.2.30.10',
  'loc2-vm': '10.1.31.10',
  'remote-vm': '10.17.30.4',
};

function load(file: string): { readonly topology: Topology; readonly simulation: Simulation } {
  const parsed = parseTopology(readFileSync(`test/fixtures/${file}`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { topology } = parsed.value;
  const simulation = simulate(topology, SEED);
  if (!simulation.ok) throw new Error(JSON.stringify(simulation.problems));
  return { topology, simulation: simulation.value };
}

const lab = load('azure-lab.yaml');
const pairs = Object.keys(HOSTS).flatMap((from) =>
  Object.keys(HOSTS).flatMap((to) => (from === to ? [] : [[from, to] as const])),
);

function probe(from: string, line: string): PathSource {
  const result = runCommand(lab.simulation, from, line);
  if (result.kind === 'trace' || result.kind === 'ping' || result.kind === 'paths') return result;
  throw new Error(`${line} gave ${result.kind}`);
}

describe.each(['tracert -d', 'ping -n 1', 'paths'])('%s', (command) => {
  it.each(pairs)('from %s to %s makes a faultless picture', (from, to) => {
    const result = probe(from, `${command} ${HOSTS[to] ?? ''}`);
    const picture = pathDiagram(result);
    expect(overlappingTexts(picture)).toEqual([]);
    expect(clippedTexts(picture)).toEqual([]);
    expect(renderSvg(pathDiagram(result))).toBe(renderSvg(picture));
    if (result.kind !== 'trace') return;
    const texts = textBoxes(picture).map((box) => box.content);
    const answered = result.hops.flatMap((hop) => hop.address ?? []);
    expect(texts).toEqual(expect.arrayContaining(answered));
    if (!result.reached) return;
    const hops = [...elements(picture)].filter((part) => part.detail?.name.startsWith('Hop ') === true);
    expect(hops).toHaveLength(result.hops.length);
  });
});

/** How the links that are up on one of the paths of circuits are drawn. */
function styleOf(picture: SvgNode, path: string): Set<string> {
  const lines = [...elements(picture)].filter(
    ({ detail }) => detail?.lines.includes(path) === true && !detail.name.endsWith(', down'),
  );
  expect(lines.length).toBeGreaterThan(0);
  return new Set(
    lines.map(({ children: [line] }) => {
      const { 'stroke-width': width, 'stroke-dasharray': dash } = line?.attributes ?? {};
      return `${String(width)} px, ${dash === undefined ? 'whole' : 'broken'}`;
    }),
  );
}

describe('the map of the lab', () => {
  const view = networkView(lab.topology);

  it('has nothing on anything else and nothing outside', () => {
    expect(mapFaults(view)).toEqual([]);
    expect(linesThroughAreas(view)).toEqual([]);
    expect(linesOverLabels(mapLayout(view))).toEqual([]);
  });

  it('reads from the sites over the circuits to Azure', () => {
    const frames = mapLayout(view).frames;
    const left = (kind: string): number =>
      Math.min(...frames.flatMap((frame) => (frame.area?.kind === kind ? [frame.left] : [])));
    const right = (kind: string): number =>
      Math.max(...frames.flatMap((frame) => (frame.area?.kind === kind ? [frame.right] : [])));
    expect(right('site')).toBeLessThan(left('circuit'));
    expect(right('circuit')).toBeLessThan(left('vnet'));
  });

  it('draws the second path of a circuit thinner than the first, and broken', () => {
    expect(styleOf(networkMap(view), 'Primary path')).toEqual(new Set(['4 px, whole']));
    expect(styleOf(networkMap(view), 'Secondary path')).toEqual(new Set(['2 px, broken']));
  });

  it('shows every node', () => {
    const names = [...elements(networkMap(view))].flatMap((part) => part.detail?.name.split(',')[0] ?? []);
    expect(names).toEqual(expect.arrayContaining(view.nodes.map((node) => node.name)));
  });

  it('crosses out what is down', () => {
    const names = [...elements(networkMap(view))].flatMap((part) => part.detail?.name ?? []);
    expect(names.filter((name) => name.endsWith(', down'))).toEqual([
      'Private peering msee1-sec, secondary, down',
    ]);
  });
});
