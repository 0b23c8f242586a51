/** Every picture of what one asks on random networks, some of them broken: faultless, and of one mind with its result. */
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/main/engine/probes/console';
import { simulate } from '../../src/main/engine/simulation';
import { parseTopology } from '../../src/main/engine/topology/parse';
import { networkView } from '../../src/main/engine/topology/view';
import { THEMED } from '../../src/renderer/diagrams/palette';
import { picturesOf } from '../../src/renderer/diagrams/pictures';
import { renderSvg, type SvgNode } from '../../src/renderer/diagrams/svg';
import { clippedTexts, overlappingTexts, textBoxes } from '../../src/renderer/diagrams/testing/geometry';
import type { CommandResult, TraceResult } from '../../src/shared/results';
import { randomNetwork } from '../frr/random-network';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
/** What a picture is not to show, in words or in places. */
const SLIPS = /NaN|undefined|Infinity|\[object/;

interface Sketch {
  readonly routers: Record<string, { icmp?: string }>;
  readonly hosts: Record<string, unknown>;
  readonly links: Record<string, { shutdown?: boolean }>;
}

/** The network of a seed; every third router silent, and its first link down where the seed is even. */
function brokenNetwork(seed: number): string {
  const sketch: Sketch = JSON.parse(randomNetwork(seed).text);
  Object.values(sketch.routers).forEach((router, index) => {
    if ((index + seed) % 3 === 0) router.icmp = 'off';
  });
  const [link] = Object.values(sketch.links);
  if (link !== undefined && seed % 2 === 0) link.shutdown = true;
  return JSON.stringify(sketch);
}

function questions(names: readonly string[], seed: number): (readonly [string, string])[] {
  const ends = [0, 1, 2].map((turn) => [
    names[(seed + turn) % names.length] ?? '',
    names[(seed * 3 + turn * 5 + 1) % names.length] ?? '',
  ]);
  return ends.flatMap(([from = '', to = '']) =>
    [
      `tracert -d ${to}`,
      `tracert -d -h 2 ${to}`,
      'tracert -d 203.0.113.7',
      `ping -n 2 ${to}`,
      `traceroute ${to}`,
      `paths ${to}`,
      `mtr ${to}`,
      `pathping ${to}`,
      `trace --both ${to}`,
      'perspective',
      'matrix',
    ].map((line) => [from, line] as const),
  );
}

/** What the picture of a trace says against its result. */
function contradictions(trace: TraceResult, picture: SvgNode): string[] {
  const texts = textBoxes(picture).map(({ content }) => content);
  const all = texts.join(' ');
  const found: string[] = [];
  if (trace.reached !== /\bReached in \d+ hop/.test(all)) found.push(`reached: ${trace.reached}`);
  if (trace.hops.every(({ address }) => address !== null) && / no answer/.test(all)) found.push('no answer');
  // A loop is drawn once around.
  const seen = trace.disposition === 'LOOP' ? [] : trace.hops.flatMap(({ address }) => address ?? []);
  return [...found, ...seen.filter((address) => !texts.includes(address))];
}

function faults(result: CommandResult, pictures: ReturnType<typeof picturesOf>): string[] {
  return pictures.flatMap(({ id, draw, opens, tables }) => {
    const drawn = draw(THEMED, opens);
    const shown = [
      SLIPS.test(renderSvg(drawn)) ? 'slip' : '',
      SLIPS.test(JSON.stringify(tables())) ? 'slip in a table' : '',
      overlappingTexts(drawn).length > 0 ? 'overlap' : '',
      clippedTexts(drawn).length > 0 ? 'clipped' : '',
      ...(result.kind === 'trace' && id === 'path' ? contradictions(result, drawn) : []),
    ];
    return shown.filter((fault) => fault !== '').map((fault) => `${id}: ${fault}`);
  });
}

describe.each(SEEDS)('random network %i', (seed) => {
  it('has faultless pictures', () => {
    const parsed = parseTopology(brokenNetwork(seed));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { topology } = parsed.value;
    const simulation = simulate(topology, seed);
    if (!simulation.ok) throw new Error(JSON.stringify(simulation.problems));
    const view = networkView(topology);
    const names = view.nodes.flatMap(({ name, kind }) => (kind === 'host' || kind === 'router' ? name : []));
    const found = questions(names, seed).flatMap(([from, line]) => {
      const result = runCommand(simulation.value, from, line);
      return faults(result, picturesOf(result, view)).map((fault) => `${from}> ${line}: ${fault}`);
    });
    expect(found).toEqual([]);
  });
});
