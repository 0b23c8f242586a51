import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceBothResult, TraceResult, Walk } from '../../../shared/results';
import { latencyChart } from '../latency-chart';
import { latencySeries } from '../latency/series';
import { packetFrames } from '../packet/frames';
import { packetDiagram } from '../packet-diagram';
import { pathDiagram } from '../path-diagram';
import { elements, type SvgNode } from '../svg';
import { clippedTexts, overlappingTexts, pictureSize } from '../testing/geometry';
import { hop, probe, trace, walk } from '../testing/lab';
import { waysDiagram } from '../ways-diagram';
import { wayGraph } from './ways';
import { layoutWays } from './ways-layout';

const PAGE = 1066;

const through = (names: readonly string[]): Walk =>
  walk(['src', ...names, 'dst'].map((node, at) => ({ node, by: ['link', `${node}-${at}`] })));

function traced(names: readonly string[], back: readonly string[], rttMs = 1): TraceResult {
  const hops = [...names, 'dst'].map((node, at) => hop(at + 1, node, `10.0.${at}.1`, [rttMs, rttMs, rttMs]));
  const there = through(names);
  const { steps } = through(back.toReversed());
  const home = { ...there, steps: steps.toReversed() };
  return trace(probe('src', '10.9.0.1', '10.9.1.1', 'dst'), hops, there, home);
}

function both(names: readonly string[], back: readonly string[]): TraceBothResult {
  const forward = traced(names, back);
  const home = { ...forward, forwardWalk: through(back.toReversed()), returnWalk: null };
  const { steps } = home.forwardWalk;
  return {
    kind: 'trace-both',
    forward,
    back: { ...home, forwardWalk: { ...home.forwardWalk, steps: turned(steps) } },
    divergence: null,
  };
}

/** The same devices the other way round: from the target to the source. */
function turned(steps: Walk['steps']): Walk['steps'] {
  return steps.map((step) => ({
    ...step,
    node: step.node === 'src' ? 'dst' : step.node === 'dst' ? 'src' : step.node,
  }));
}

const lost = (nodes: readonly string[]): Walk =>
  walk(
    nodes.map((node) => ({ node })),
    'NO_ROUTE',
  );

const chain = (count: number): string[] => Array.from({ length: count }, (_, at) => `r${at + 1}`);

const texts = (picture: SvgNode): string[] => [...elements(picture)].flatMap(({ text }) => text ?? []);

describe('a long way', () => {
  it.each([
    ['packet', packetDiagram(traced(chain(40), chain(40)))],
    ['both ways', waysDiagram(both(chain(40), chain(40)))],
    ['path', pathDiagram(traced(chain(40), chain(40)))],
  ])('as %s fits a page, with every node and nothing on another', (_, picture) => {
    expect(pictureSize(picture).width).toBeLessThanOrEqual(PAGE);
    expect(overlappingTexts(picture)).toEqual([]);
    expect(clippedTexts(picture)).toEqual([]);
    expect(texts(picture)).toEqual(expect.arrayContaining(['src', ...chain(40), 'dst']));
  });

  it('names where a line goes on, at the end of a row and at the beginning of the next', () => {
    const { names, nodes } = layoutWays(wayGraph(both(chain(40), chain(40))));
    const ends = names.filter(({ anchor }) => anchor === 'start');
    const starts = names.filter(({ anchor }) => anchor === 'end');
    expect(ends.length).toBeGreaterThan(2);
    expect(starts.length).toBe(ends.length);
    const order = ['src', ...chain(40), 'dst'];
    ends.forEach(({ text, y }, row) => {
      const next = order.indexOf(text);
      expect(starts[row]?.text).toBe(order[next - 1]);
      // What the end of a row names stands in the next one.
      expect(nodes.find(({ node }) => node.id === text)?.y).toBeCloseTo(starts[row]?.y ?? 0, 1);
      expect(nodes.find(({ node }) => node.id === order[next - 1])?.y).toBeCloseTo(y, 1);
    });
  });

  it('leaves no node alone in the last row', () => {
    const { nodes } = layoutWays(wayGraph(both(chain(40), chain(40))));
    const lowest = Math.max(...nodes.map(({ y }) => y));
    expect(nodes.filter(({ y }) => y === lowest).length).toBeGreaterThan(2);
  });

  it('has each of its lines whole, however often it is cut', () => {
    const lengths = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(lengths, lengths, (shared, apart) => {
        const there = chain(shared + apart);
        const back = [...chain(shared), ...Array.from({ length: apart }, (_, at) => `b${at}`)];
        const layout = layoutWays(wayGraph(both(there, back)));
        expect(layout.width).toBeLessThanOrEqual(PAGE);
        expect(new Set(layout.nodes.map(({ node }) => node.id)).size).toBe(layout.nodes.length);
        for (const edge of new Set(layout.edges.map((piece) => piece.edge))) {
          const pieces = layout.edges.filter((piece) => piece.edge === edge);
          expect(pieces.filter(({ isWhole }) => isWhole[0])).toHaveLength(1);
          expect(pieces.filter(({ isWhole }) => isWhole[1])).toHaveLength(1);
          for (const { ends } of pieces) expect(ends[1].x).toBeGreaterThan(ends[0].x);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('shortens names that leave no room for others', () => {
    const names = chain(12).map((name) => `${name}-${'x'.repeat(60)}`);
    const picture = pathDiagram(traced(names, names));
    expect(pictureSize(picture).width).toBeLessThanOrEqual(PAGE);
    expect(pictureSize(picture).height).toBeLessThan(1000);
  });
});

describe('a way round a loop', () => {
  it('is not drawn as a link that is not there', () => {
    const looping = walk(
      ['src', 'r1', 'r2', 'r1', 'r2', 'r1', 'r2'].map((node, at) => ({ node, by: ['link', `l${at}`] })),
      'LOOP',
    );
    const graph = wayGraph({
      kind: 'paths',
      probe: probe('src', '10.9.0.1', '10.9.1.1', 'dst'),
      walks: [looping],
      flows: [null],
      taken: 0,
      truncated: false,
    });
    const around = graph.edges.filter(({ isAround }) => isAround);
    expect(around).toHaveLength(1);
    expect(around[0]).toMatchObject({ link: null, kind: null });
    expect(graph.edges.at(-1)).toBe(around[0]);
  });
});

it('what no way joins with the source stands on the side of the target', () => {
  const { probe: asked, ...rest } = traced(['r1'], ['r1']);
  const there = { ...rest, probe: asked, forwardWalk: lost(['src', 'r1']) };
  const back = { ...rest, probe: asked, forwardWalk: lost(['dst', 'r2']) };
  const { nodes } = layoutWays(wayGraph({ kind: 'trace-both', forward: there, back, divergence: null }));
  const places = nodes.map(({ node, x }) => ({ id: node.id, x })).toSorted((a, b) => a.x - b.x);
  expect(places.map(({ id }) => id)).toEqual(['src', 'r1', 'r2', 'dst']);
});

it('a packet goes as far as the trace did', () => {
  const whole = traced(chain(8), chain(3));
  const stopped = { ...whole, reached: false, maxHops: 3, hops: whole.hops.slice(0, 3) };
  const last = packetFrames(stopped).findLast(({ direction }) => direction === 'there');
  expect(last?.step.node).toBe('r3');
  expect(last?.step.note).toBe('The trace goes no further than 3 hops.');
  expect(texts(packetDiagram(stopped))).not.toContain('r4');
  expect(texts(packetDiagram(whole))).toContain('r8');
});

it('a chart of long round trips has room for its times', () => {
  const series = latencySeries(traced(chain(3), chain(3), 12_000), 'slow');
  expect(clippedTexts(latencyChart(series === null ? [] : [series]))).toEqual([]);
  expect(series?.points).toHaveLength(4);
});
