/** Our layout beside those of Graphviz, on networks that people know. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTopology } from '../../src/main/engine/topology/parse';
import { networkView } from '../../src/main/engine/topology/view';
import { mapGraph } from '../../src/renderer/diagrams/map/graph';
import { mapLayout } from '../../src/renderer/diagrams/network-map';
import { drawnBy, hasGraphviz } from '../layouts/graphviz';
import { faultsOf, type Faults } from '../layouts/judge';
import { KNOWN_NETWORKS, type KnownNetwork } from '../layouts/networks';
import { drawnByUs } from '../layouts/ours';

function azureLab(): KnownNetwork {
  const parsed = parseTopology(readFileSync('test/fixtures/azure-lab.yaml', 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { name: 'Azure lab', view: networkView(parsed.value.topology) };
}

const networks = [...KNOWN_NETWORKS, azureLab()];
const documented = readFileSync('docs/diagrams.md', 'utf8').replaceAll(/ +/g, ' ');
const graphviz = hasGraphviz();
if (!graphviz) console.log('Graphviz is not installed: our layouts are not compared with it.');

function cells({ crossings, overNodes, overlaps }: Faults): string {
  return `${crossings} / ${overNodes} / ${overlaps}`;
}

describe.each(networks)('$name', ({ name, view }) => {
  const graph = mapGraph(view);
  const ours = faultsOf(drawnByUs(view));

  it('has no node on another, no line over a node, and what docs/diagrams.md tells of it', () => {
    expect(ours).toMatchObject({ overNodes: 0, overlaps: 0 });
    expect(documented).toContain(
      `| ${name} | ${graph.nodes.length} | ${graph.edges.length} | ${cells(ours)} |`,
    );
  });

  it.skipIf(!graphviz)('has no more crossings than dot draws', () => {
    expect(ours.crossings).toBeLessThanOrEqual(faultsOf(drawnBy('dot', graph)).crossings);
  });
});

it('brings back what it moved to clear a crossing, as far as none comes back', () => {
  const provider = networks.find(({ name }) => name === 'provider');
  if (provider === undefined) throw new Error('no such network');
  const { nodes, edges } = mapLayout(provider.view);
  const places = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const lengths = edges.map(({ edge }) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    return from === undefined || to === undefined ? Infinity : Math.hypot(from.x - to.x, from.y - to.y);
  });
  // Neighbours like to be 130 px apart; a transit once stood 680 px from its neighbours.
  expect(Math.max(...lengths)).toBeLessThan(4 * 130);
});
