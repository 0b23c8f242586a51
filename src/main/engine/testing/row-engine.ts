/** An engine whose networks are rows of nodes, for tests of what runs engines. */
import type { CellOutput } from '../../../shared/evaluation';
import type { Notebook } from '../../../shared/notebook';
import type { Problem } from '../../../shared/problem';
import type { CommandResult, TraceHop, TraceResult, Walk } from '../../../shared/results';
import type { EnginePort } from '../notebook/engine-port';
import { Evaluator } from '../notebook/evaluate';
import { parseNotebook } from '../notebook/format';

/** A network that is a list of nodes in a row; a trace passes those between its ends. */
interface Row {
  readonly nodes: readonly string[];
  readonly stable: boolean;
}

interface Counts {
  simulated: number;
  asked: number;
}

function problem(message: string, column: number): Problem {
  return { severity: 'error', message, line: 1, column };
}

function rowEngine(counts: Counts): EnginePort<Row, Row> {
  return {
    parseTopology(text) {
      const nodes = text.split(/\s+/).filter((word) => word !== '');
      if (nodes.includes('?')) return { ok: false, problems: [problem('no name', text.indexOf('?') + 1)] };
      return { ok: true, value: { nodes, stable: !nodes.includes('dispute') }, problems: [] };
    },
    edit(command, row) {
      const [verb, name = ''] = command.split(' ');
      if (verb === 'crash') throw new Error('boom');
      if (verb !== 'remove' || !row.nodes.includes(name))
        return { ok: false, problems: [problem('no edit', 8)] };
      const nodes = row.nodes.filter((node) => node !== name);
      const document = { nodes, stable: !nodes.includes('dispute') };
      return { ok: true, value: { document, summary: `${name} is gone` }, problems: [] };
    },
    simulate(row) {
      counts.simulated += 1;
      return row.stable
        ? { ok: true, value: row, problems: [] }
        : { ok: false, problems: [problem('does not converge', 1)] };
    },
    isSame: (one, other) => one.nodes.join() === other.nodes.join(),
    contentOf: ({ nodes }) => nodes.join(' '),
    networkView: ({ nodes }) => ({
      nodes: nodes.map((name) => ({
        name,
        kind: 'router',
        area: null,
        asn: null,
        up: true,
        description: null,
        position: null,
        inferred: false,
        interfaces: [],
      })),
      links: [],
      areas: [],
    }),
    runCommand(row, node, command) {
      counts.asked += 1;
      return ask(row, node, command.split(' ').at(-1) ?? '');
    },
    renderText: (result) => `${result.kind}\n`,
    compareObserved: () => ({ kind: 'failure', message: 'nothing is observed here' }),
    renderObserved: ({ kind }) => kind,
  };
}

/** Node `x1` answers from 10.0.0.1; `s...` stays silent; a node that is not in the row is not reached. */
function ask({ nodes }: Row, node: string, target: string): CommandResult {
  const from = nodes.indexOf(node);
  const to = nodes.findIndex((name) => name === target || addressOf(name) === target);
  if (to === -1 && !target.startsWith('10.'))
    return { kind: 'failure', message: `Unable to resolve ${target}.` };
  const passed = nodes.slice(from + 1, to === -1 ? nodes.length : to + 1);
  const hops = passed.map((name, index) => hopOf(name, index + 1));
  const probe = {
    source: node,
    sourceAddress: addressOf(node),
    target,
    targetAddress: target,
    targetName: null,
    targetNode: null,
    protocol: 'icmp' as const,
  };
  const forwardWalk: Walk = {
    source: node,
    destination: target,
    disposition: 'ACCEPTED',
    steps: [node, ...passed].map((name) => ({
      node: name,
      nodeKind: 'router',
      area: null,
      ingress: null,
      ingressAddress: null,
      egress: null,
      route: null,
      chosen: null,
      ttlIn: 1,
      ttlOut: 1,
      spendsTtl: true,
      latencyMs: 1,
      link: null,
      linkKind: null,
      linkPath: null,
      action: 'forwarded',
      note: 'it went on.',
    })),
    latencyMs: 1,
  };
  const reached = to !== -1;
  const trace: TraceResult = {
    kind: 'trace',
    probe,
    maxHops: 30,
    resolveNames: false,
    reached,
    disposition: reached ? 'ACCEPTED' : 'NO_ROUTE',
    hops,
    forwardWalk,
    returnWalk: null,
  };
  return trace;
}

function addressOf(name: string): string {
  return `10.0.0.${name.slice(1)}`;
}

function hopOf(name: string, ttl: number): TraceHop {
  const silent = name.startsWith('s');
  const number = Number(name.slice(1));
  return {
    ttl,
    address: silent ? null : addressOf(name),
    name: null,
    node: name,
    nodeKind: 'router',
    area: null,
    interface: null,
    hiddenAddress: null,
    reply: 'time-exceeded',
    rttMs: silent ? [null, null, null] : [number + 5, number, null],
    silence: silent ? { reason: 'does-not-answer', at: name, text: 'It does not answer.' } : null,
    returnWalk: null,
  };
}

export function notebookOf(...cells: readonly string[]): Notebook {
  return parseNotebook(cells.map((cell) => `\`\`\`${cell}\n\`\`\`\n`).join('\n')).notebook;
}

export function evaluatorWith(counts: Counts = { simulated: 0, asked: 0 }): Evaluator<Row, Row> {
  return new Evaluator(rowEngine(counts));
}

export function outputsOf(...cells: readonly string[]): readonly CellOutput[] {
  return evaluatorWith().evaluate(notebookOf(...cells)).outputs;
}
