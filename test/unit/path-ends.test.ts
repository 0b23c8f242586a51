/** Paths that do not come to their target, as the engine finds them: what the picture says of how they end. */
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/main/engine/probes/console';
import { simulate } from '../../src/main/engine/simulation';
import { parseTopology } from '../../src/main/engine/topology/parse';
import { gridRows } from '../../src/renderer/diagrams/grid/rows';
import { latencySeries } from '../../src/renderer/diagrams/latency/series';
import { packetFrames, steppedTrace, waysOf } from '../../src/renderer/diagrams/packet/frames';
import { joinWays } from '../../src/renderer/diagrams/path/ways';
import { pathDiagram } from '../../src/renderer/diagrams/path-diagram';
import { clippedTexts, overlappingTexts, textBoxes } from '../../src/renderer/diagrams/testing/geometry';
import type { PingResult, TraceResult } from '../../src/shared/results';

const DEFAULT = (via: string): string => `[{ prefix: 0.0.0.0/0, via: ${via} }]`;

/** h1 behind r1, and r2 behind that, with the static routes given. */
const twoRouters = (first: string, second: string): string => `routers:
  r1: { interfaces: { e0: 10.0.0.1/30, lan: { address: 10.1.0.1/24, lan: a } }, static: ${first} }
  r2: { interfaces: { e0: 10.0.0.2/30 }, static: ${second} }
lans: { a: {} }
hosts: { h1: { lan: a, address: 10.1.0.10/24 } }
links: { l: { ends: [r1:e0, r2:e0] } }`;

const BACK = '[{ prefix: 10.1.0.0/24, via: 10.0.0.1 }]';
const NO_ROUTE = twoRouters(DEFAULT('10.0.0.2'), BACK);
const LOOP = twoRouters(DEFAULT('10.0.0.2'), DEFAULT('10.0.0.1'));

/** A row of routers, r1 to r6, between h1 and h2. */
function row(): string {
  const count = 6;
  const routers = Array.from({ length: count }, (_, index) => {
    const left = index === 0 ? 'w: { address: 10.1.0.1/24, lan: a }' : `w: 10.9.${index - 1}.2/30`;
    const right = index === count - 1 ? 'e: { address: 10.2.0.1/24, lan: b }' : `e: 10.9.${index}.1/30`;
    return `  r${index + 1}: { interfaces: { ${left}, ${right} }, ospf: {} }`;
  });
  const links = Array.from({ length: count - 1 }, (_, i) => `  l${i}: { ends: [r${i + 1}:e, r${i + 2}:w] }`);
  return `routers:
${routers.join('\n')}
lans: { a: {}, b: {} }
hosts: { h1: { lan: a, address: 10.1.0.10/24 }, h2: { lan: b, address: 10.2.0.10/24 } }
links:
${links.join('\n')}`;
}

function ask(topology: string, line: string): TraceResult | PingResult {
  const parsed = parseTopology(topology);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const simulation = simulate(parsed.value.topology, 1);
  if (!simulation.ok) throw new Error(JSON.stringify(simulation.problems));
  const result = runCommand(simulation.value, 'h1', line);
  if (result.kind === 'trace' || result.kind === 'ping') return result;
  throw new Error(`${line} gave ${result.kind}`);
}

/** All that is written in the picture, faultlessly. */
function written(result: TraceResult | PingResult): string[] {
  const picture = pathDiagram(result);
  expect(overlappingTexts(picture)).toEqual([]);
  expect(clippedTexts(picture)).toEqual([]);
  return textBoxes(picture).map(({ content }) => content);
}

describe('a router without a route', () => {
  it.each(['tracert -d', 'ping -n 1'])('is a hop that says so: %s', (command) => {
    const result = ask(NO_ROUTE, `${command} 10.9.0.1`);
    const texts = written(result);
    expect(texts).toEqual(expect.arrayContaining(['r1', '1', 'r2', '2', '10.0.0.2']));
    expect(texts).toContain('destination net unreachable');
    expect(texts).not.toContain('no answer');
    const last = gridRows(result).at(-2);
    expect(last).toMatchObject({ hop: 2, name: 'r2', address: '10.0.0.2', status: 'lost' });
    expect(last?.issues).toContain('Answer: destination net unreachable');
  });
});

it('a sender whose neighbour does not answer tells so itself, and has no hop', () => {
  const result = ask(NO_ROUTE, 'tracert -d 10.1.0.77');
  const texts = written(result);
  expect(texts).toEqual(expect.arrayContaining(['source', 'destination host unreachable', 'not reached']));
  expect(texts).not.toContain('hop 1');
  expect(gridRows(result).map(({ hop }) => hop)).toEqual([null, null]);
});

describe('a loop', () => {
  it('is drawn once around, and the rest of it as one', () => {
    const result = ask(LOOP, 'tracert -d 10.9.0.1');
    const texts = written(result);
    expect(texts).toEqual(expect.arrayContaining(['1', '2', '3', 'hops 4–30', 'round the loop again']));
    expect(texts.filter((text) => text === 'r1')).toHaveLength(2);
    expect(texts).toContain('Lost at r1: going round in a loop');
    expect(gridRows(result)).toHaveLength(6);
  });

  it('has every answered hop in the chart of round trips', () => {
    const points = latencySeries(ask(LOOP, 'tracert -d 10.9.0.1'), '')?.points ?? [];
    expect(points.map(({ at }) => at)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(points.every(({ rtt }) => rtt !== null)).toBe(true);
  });

  it('is stepped through once around, and then to where the TTL runs out', () => {
    const trace = steppedTrace(ask(LOOP, 'tracert -d 10.9.0.1'));
    if (trace === null) throw new Error('no trace');
    const there = packetFrames(trace).filter(({ direction }) => direction === 'there');
    expect(there.map(({ step }) => step.node)).toEqual(['h1', 'r1', 'r2', 'r1', 'r1']);
    expect(there.at(-1)?.step.ttlIn).toBe(1);
    const { nodes } = joinWays(trace.probe, waysOf(trace), trace.hops);
    expect(nodes.map(({ name, end }) => [name, end])).toEqual([
      ['h1', 'source'],
      ['r1', null],
      ['r2', null],
      ['r1', null],
      ['r1', null],
    ]);
  });

  it('is no longer than the trace', () => {
    const texts = written(ask(LOOP, 'tracert -d -h 2 10.9.0.1'));
    expect(texts.filter((text) => text === 'r1')).toHaveLength(1);
    expect(texts).not.toContain('3');
  });

  it('has no numbers beyond what is drawn where nobody counts hops', () => {
    const texts = written(ask(LOOP, 'ping -n 1 10.9.0.1'));
    expect(texts).toContain('round the loop again');
    expect(texts.some((text) => text.startsWith('hops'))).toBe(false);
  });
});

describe('a trace of fewer hops than the way has', () => {
  it('says where it stopped, and how far the target is', () => {
    const result = ask(row(), 'tracert -d -h 3 10.2.0.10');
    const texts = written(result);
    expect(texts).toContain('Stopped after 3 hops');
    expect(texts.join(' ')).toContain(
      'h2 (10.2.0.10) is 7 hops away, and this trace goes no further than 3.',
    );
    expect(texts).toEqual(expect.arrayContaining(['1', '2', '3', 'hops 4–6', 'not probed', 'not reached']));
    expect(texts).not.toContain('r4');
    expect(gridRows(result).map(({ hop, status }) => [hop, status])).toEqual([
      [null, 'source'],
      [1, 'answers'],
      [2, 'answers'],
      [3, 'answers'],
      [4, 'unprobed'],
      [null, 'lost'],
    ]);
  });

  it('is whole with as many', () => {
    expect(written(ask(row(), 'tracert -d -h 7 10.2.0.10')).join(' ')).toContain('Reached in 7 hops');
  });
});
