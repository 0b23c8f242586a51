/**
 * Whatever is shut or removed, the simulator gives a sensible answer: it never throws, every silence has a
 * reason, every walk ends, and the same network gives the same bytes.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { NetworkView } from '../../shared/network-view';
import type { Problem } from '../../shared/problem';
import type { CommandResult } from '../../shared/results';
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

interface Seen {
  readonly view: NetworkView;
  /** Why there is nothing else to see, where the network does not converge. */
  readonly problems: readonly Problem[];
  readonly answers: readonly { readonly result: CommandResult; readonly text: string }[];
}

/** Everything there is to see of a network: all traces, pings and paths between its hosts, all tables. */
function everything({ topology }: TopologyDocument): Seen {
  const view = networkView(topology);
  const simulation = simulate(topology, 7);
  if (!simulation.ok) return { view, problems: simulation.problems, answers: [] };
  const hosts = Object.keys(topology.hosts);
  const pairs = hosts.flatMap((from) => hosts.filter((to) => to !== from).map((to) => [from, to] as const));
  const commands = [
    ...view.nodes.map(({ name }) => [name, 'show ip route'] as const),
    ...pairs.flatMap(([from, to]) =>
      ['tracert', 'ping', 'paths'].map((command) => [from, `${command} ${to}`] as const),
    ),
  ];
  const answers = commands.map(([node, line]) => {
    const result = runCommand(simulation.value, node, line);
    return { result, text: renderText(result) };
  });
  return { view, problems: [], answers };
}

function checkReasons(result: CommandResult): void {
  if (result.kind === 'trace') {
    const unexplained = result.hops.filter((hop) => (hop.silence === null) !== (hop.address !== null));
    expect(unexplained).toEqual([]);
  } else if (result.kind === 'ping') {
    const answered = result.echoes.some((echo) => echo.reply !== null);
    expect(result.silence === null).toBe(answered);
  }
}

/** A walk ends at its last step, and crosses nothing that is down. */
function checkWalks(result: CommandResult, view: NetworkView): void {
  const up = new Map(view.nodes.map((node) => [node.name, node.up]));
  const walks = result.kind === 'paths' ? result.walks : 'forwardWalk' in result ? [result.forwardWalk] : [];
  for (const { steps } of walks) {
    expect(steps.at(-1)?.action).toMatch(/accepted|expired|dropped/);
    expect(steps.filter((step) => up.get(step.node) !== true)).toEqual([]);
    const overDown = steps.filter(({ link, linkKind, node, egress }) => {
      const own = view.links.filter(
        (each) =>
          each.name === link &&
          each.kind === linkKind &&
          each.ends.some((end) => end.node === node && end.interface === egress),
      );
      return own.length > 0 && own.every((each) => !each.up);
    });
    expect(overDown).toEqual([]);
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
    for (const { result } of first.answers) {
      checkReasons(result);
      checkWalks(result, first.view);
    }
    // The same text, read and edited anew, gives the same bytes; every fourth line is enough to tell.
    if (lines.indexOf(line) % 4 !== 0) return;
    const again = editLine(line, documentOf(`${text}\n`));
    if (!again.ok) throw new Error('the edit could be applied once, but not twice');
    expect(JSON.stringify(everything(again.value.document))).toBe(JSON.stringify(first));
  });
});
