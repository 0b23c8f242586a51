/**
 * Routing tables in one form, from the engine and from FRR: a line for each prefix, which says by which
 * protocol, with which distance, metric and next hops it is reached.
 */
import * as z from 'zod';
import { formatAddress, formatPrefix } from '../../src/main/engine/address';
import type { LabNode } from '../../src/main/engine/export/index';
import type { NextHop, Route } from '../../src/main/engine/routing/route';
import type { Simulation } from '../../src/main/engine/simulation';
import { interfaceAt, nodeAt, type Network } from '../../src/main/engine/topology/network';

/** Line by prefix. */
export type Table = ReadonlyMap<string, string>;

const nextHop = z.object({
  fib: z.boolean().optional(),
  ip: z.string().optional(),
  interfaceName: z.string().optional(),
  blackhole: z.boolean().optional(),
  unreachable: z.boolean().optional(),
  recursive: z.boolean().optional(),
  duplicate: z.boolean().optional(),
});

const frrRoutes = z.record(
  z.string(),
  z.array(
    z.object({
      protocol: z.string(),
      selected: z.boolean().optional(),
      distance: z.number().default(0),
      metric: z.number().default(0),
      nexthops: z.array(nextHop).default([]),
    }),
  ),
);

/** Of `show ip route json`. */
export function frrTable(answer: unknown): Table {
  const table = new Map<string, string>();
  for (const [prefix, routes] of Object.entries(frrRoutes.parse(answer))) {
    // Newer FRR has a `local` route beside each connected one.
    const route = routes.find(({ selected, protocol }) => selected === true && protocol !== 'local');
    if (route === undefined) continue;
    const hops = route.nexthops
      .filter((hop) => hop.recursive !== true && hop.fib === true)
      .map((hop) =>
        hop.blackhole === true || hop.unreachable === true
          ? 'blackhole'
          : `${hop.ip === undefined ? '' : `${hop.ip} `}dev ${hop.interfaceName ?? '?'}`,
      );
    table.set(prefix, lineOf(route.protocol, route.distance, route.metric, hops));
  }
  return table;
}

/** Of a node's table in the engine. */
export function engineTable({ plane }: Simulation, machine: LabNode): Table {
  const { network, control } = plane;
  const node = network.nodeByName.get(machine.source) ?? -1;
  const table = new Map<string, string>();
  if (!nodeAt(network, node).up) return table;
  for (const route of control.table(node).active.values()) {
    const hops = route.nextHops.map((hop) => hopText(network, machine, hop));
    table.set(formatPrefix(route.prefix), lineOf(protocolOf(route), route.distance, route.metric, hops));
  }
  return table;
}

function protocolOf({ source }: Route): string {
  return source === 'ebgp' || source === 'ibgp' || source === 'aggregate' ? 'bgp' : source;
}

function hopText(network: Network, machine: LabNode, hop: NextHop): string {
  if (hop.action === 'discard' || hop.action === 'internet') return 'blackhole';
  const { name } = interfaceAt(network, hop.egress);
  const device = `dev ${machine.interfaces.get(name) ?? name}`;
  return hop.action === 'deliver' || hop.address === null
    ? device
    : `${formatAddress(hop.address)} ${device}`;
}

function lineOf(protocol: string, distance: number, metric: number, hops: readonly string[]): string {
  return `${protocol} [${distance}/${metric}] ${[...new Set(hops)].toSorted().join(', ')}`;
}

export interface Difference {
  readonly prefix: string;
  readonly text: string;
}

export function differences(node: string, what: string, engine: Table, frr: Table): Difference[] {
  const prefixes = new Set([...engine.keys(), ...frr.keys()]);
  return [...prefixes].toSorted().flatMap((prefix) => {
    const [ours, theirs] = [engine.get(prefix), frr.get(prefix)];
    if (ours === theirs) return [];
    const text = `${node} ${what} ${prefix}\n    engine: ${ours ?? '(none)'}\n    FRR:    ${theirs ?? '(none)'}`;
    return [{ prefix, text }];
  });
}
