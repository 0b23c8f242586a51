/**
 * Whatever is shut or removed, the simulator gives a sensible answer: it never throws, every silence has a
 * reason, every walk ends, and the same network gives the same bytes.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCommand } from './probes/console';
import { renderText } from './probes/text';
import { simulate } from './simulation';
import { documentOf } from './testing/lab';
import { editLine } from './topology/edit';
import type { Topology } from './topology/model';
import type { TopologyDocument } from './topology/parse';
import { networkView } from './topology/view';

/** Every name an edit can shut or remove. */
function targetsOf(topology: Topology): string[] {
  const { routers, circuits } = topology;
  const elements = Object.values(topology).flatMap((section) => Object.keys(section));
  const interfaces = Object.entries(routers).flatMap(([name, router]) =>
    Object.keys(router.interfaces).map((entry) => `${name}:${entry}`),
  );
  const parts = Object.values(circuits).flatMap(({ primary, secondary, connections }) => [
    primary.msee,
    ...(secondary === null ? [] : [secondary.msee]),
    ...Object.keys(connections),
  ]);
  return [...elements, ...interfaces, ...parts];
}

/** Everything there is to see of a network: all traces, pings and paths between its hosts, all tables. */
function everything(document: TopologyDocument): unknown[] {
  const simulation = simulate(document.topology, 7);
  if (!simulation.ok) return [simulation.problems];
  const hosts = Object.keys(document.topology.hosts);
  const { nodes } = simulation.value.plane.network;
  const commands = [
    ...nodes.map(({ name }) => [name, 'show ip route'] as const),
    ...hosts.flatMap((from) =>
      hosts
        .filter((to) => to !== from)
        .flatMap((to) => ['tracert', 'ping', 'paths'].map((command) => [from, `${command} ${to}`] as const)),
    ),
  ];
  return [
    networkView(document.topology),
    ...commands.map(([node, line]) => {
      const result = runCommand(simulation.value, node, line);
      return { result, text: renderText(result) };
    }),
  ];
}

interface Seen {
  readonly result?: ReturnType<typeof runCommand>;
}

function checkReasons({ result }: Seen): void {
  if (result?.kind === 'trace') {
    for (const hop of result.hops) expect(hop.silence === null).toBe(hop.address !== null);
    expect(result.forwardWalk.steps.at(-1)?.action).toMatch(/accepted|expired|dropped/);
  }
  if (result?.kind === 'ping') {
    const answered = result.echoes.some((echo) => echo.reply !== null);
    expect(result.silence === null).toBe(answered);
  }
}

describe.each(['azure-lab', 'three-routers'])('%s', (fixture) => {
  const text = readFileSync(`test/fixtures/${fixture}.yaml`, 'utf8');
  const document = documentOf(text);
  const lines = targetsOf(document.topology).flatMap((target) => [`shutdown ${target}`, `remove ${target}`]);

  test.each(lines)('%s', (line) => {
    const changed = editLine(line, document);
    // What others need cannot be removed; that is said, not thrown.
    if (!changed.ok) {
      expect(changed.problems[0]?.message).toBeTruthy();
      return;
    }
    const first = everything(changed.value.document);
    for (const seen of first) checkReasons(seen as Seen);
    // The same text, read and edited anew, gives the same bytes.
    const again = editLine(line, documentOf(`${text}\n`));
    if (!again.ok) throw new Error('the edit could be applied once, but not twice');
    expect(JSON.stringify(everything(again.value.document))).toBe(JSON.stringify(first));
  });
});
