/**
 * The touchstone: every published path of the Azure lab, derived by the engine from the topology. Addresses
 * must match exactly; each median round trip within 2 ms or 10 % of the printed median.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatAddress } from './address';
import type { Simulation } from './simulation';
import { runCommand } from './probes/console';
import { simulate } from './simulation';
import { applyEdit, parseEdit } from './topology/edit';
import { parseTopology, type TopologyDocument } from './topology/parse';

interface PublishedPath {
  readonly id: string;
  readonly from: string;
  readonly command: string;
  readonly target: string;
  readonly condition: readonly string[];
  readonly reached: boolean;
  readonly hops: readonly { readonly address: string | null; readonly rtt: readonly string[] }[];
}

const published: { readonly paths: readonly PublishedPath[] } = JSON.parse(
  readFileSync('test/fixtures/published-paths.json', 'utf8'),
);

function labDocument(): TopologyDocument {
  const parsed = parseTopology(readFileSync('test/fixtures/azure-lab.yaml', 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function edited(document: TopologyDocument, line: string): TopologyDocument {
  const edit = parseEdit(line, document);
  if (!edit.ok) throw new Error(JSON.stringify(edit.problems));
  const applied = applyEdit(document, edit.value);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
  return applied.value.document;
}

/** Seed of the notebook that carries the lab. */
const SEED = 29;

function simulationOf(document: TopologyDocument): Simulation {
  const simulation = simulate(document.topology, SEED);
  if (!simulation.ok) throw new Error(JSON.stringify(simulation.problems));
  return simulation.value;
}

const whole = simulationOf(labDocument());
const primaryDown = simulationOf(edited(labDocument(), 'shutdown ce1:ge0/0.1'));

/** Which path of its circuit an address is of: an MSEE's, or a customer's towards it. */
const sideOf = new Map(
  Object.values(labDocument().topology.circuits).flatMap(({ primary, secondary, connections }) => [
    ...Object.values(connections).flatMap((connection) => [
      [formatAddress(connection.primary), 'primary'] as const,
      ...(connection.secondary === null ? [] : [[formatAddress(connection.secondary), 'secondary'] as const]),
    ]),
    ...(
      [
        ['primary', primary],
        ['secondary', secondary],
      ] as const
    ).flatMap(([side, end]) =>
      [1, 2].flatMap((host) =>
        end?.peering ? [[formatAddress(end.peering.address + host), side] as const] : [],
      ),
    ),
  ]),
);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** `<1 ms` is printed for anything below one: taken as 0.5. */
function printedMedian(rtt: readonly string[]): number {
  return median(rtt.map((text) => (text.startsWith('<') ? 0.5 : Number.parseInt(text, 10))));
}

describe.each(published.paths.map((path) => [path.id, path] as const))('%s', (_, path) => {
  const simulation = path.condition.length === 0 ? whole : primaryDown;
  const result = runCommand(simulation, path.from, `${path.command} ${path.target}`);

  if (path.command === 'ping') {
    test('nothing comes back', () => {
      expect(result).toMatchObject({ kind: 'ping', reached: path.reached });
      expect(result.kind === 'ping' && result.echoes.every((echo) => echo.reply === null)).toBe(true);
      expect(result.kind === 'ping' && result.silence?.text).toBeTruthy();
    });
    return;
  }

  test('the published hops, in order', () => {
    if (result.kind !== 'trace') throw new Error(JSON.stringify(result));
    expect(result.hops.map((hop) => hop.address)).toEqual(path.hops.map((hop) => hop.address));
    expect(result.reached).toBe(path.reached);
  });

  test('every silent hop has a reason', () => {
    if (result.kind !== 'trace') throw new Error(JSON.stringify(result));
    for (const hop of result.hops) expect(hop.silence === null).toBe(hop.address !== null);
  });

  test('links of a circuit are of the side whose addresses were published', () => {
    if (result.kind !== 'trace') throw new Error(JSON.stringify(result));
    const published = path.hops.flatMap((hop) => sideOf.get(hop.address ?? '') ?? []);
    const crossed = result.forwardWalk.steps.flatMap(({ linkPath }) => linkPath ?? []);
    expect([...new Set(crossed)]).toEqual([...new Set(published)]);
    for (const { linkKind, linkPath } of result.forwardWalk.steps)
      expect(linkPath !== null).toBe(linkKind === 'expressroute' || linkKind === 'private-peering');
  });

  test('round trips as printed, within tolerance', () => {
    if (result.kind !== 'trace') throw new Error(JSON.stringify(result));
    path.hops.forEach((hop, index) => {
      if (hop.address === null) return;
      const printed = printedMedian(hop.rtt);
      const ours = median((result.hops[index]?.rttMs ?? []).map((rtt) => rtt ?? Number.NaN));
      expect(Math.abs(ours - printed), `hop ${index + 1}: ${ours} against ${printed}`).toBeLessThanOrEqual(
        Math.max(2, printed * 0.1),
      );
    });
  });
});

test('a spoke that uses its hub’s gateways sends through the hub, which takes no hop', () => {
  const result = runCommand(whole, 'spoke-vm', 'tracert 10.17.30.4');
  if (result.kind !== 'trace') throw new Error(JSON.stringify(result));
  const way = result.forwardWalk.steps.map(({ node, link }) => `${node} ${link}`);
  expect(way.slice(0, 4)).toEqual([
    'spoke-vm spoke',
    'spoke hub-spoke',
    'hub er1-hub',
    'msee1-sec er1-remote',
  ]);
});
