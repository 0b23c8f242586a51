/** Whose table answers for a node, and which prefix a word means. */
import { strings } from '../../../shared/strings';
import { formatAddress, parseAddress, parsePrefix, prefixContains, prefixOf, type Prefix } from '../address';
import { nicOf } from '../probes/azure-terms';
import { addressOf } from '../probes/prober';
import type { Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { interfaceAt, nodeAt } from '../topology/network';

const words = strings.reasons.answers;

export interface Subject {
  /** Node whose table is asked. */
  readonly node: number;
  /** Of a VM: the route table of its subnet, if that has one. */
  readonly routeTable: string | null;
  /** Why it is that one, where it is not the node itself. */
  readonly notes: readonly string[];
}

export const DEFAULT_ROUTE: Prefix = { address: 0, length: 0 };

/** A VM has its VNet's effective routes; a host on a LAN only its gateway, so that one's table is what counts. */
export function subjectOf({ plane }: Simulation, node: number): Subject {
  const { control, network } = plane;
  const { kind, name, vnet } = nodeAt(network, node);
  if (kind !== 'host') return { node, routeTable: null, notes: [] };
  const fabric = vnet === null ? undefined : network.nodeByName.get(vnet);
  if (fabric !== undefined) {
    const nic = nicOf(network, node);
    const routeTable = nic?.routeTable ?? null;
    const note =
      routeTable === null
        ? words.vnetRoutes(name, vnet ?? '')
        : words.subnetRoutes(name, nic?.subnet ?? '', vnet ?? '', routeTable);
    return { node: fabric, routeTable, notes: [note] };
  }
  const neighbor = control.table(node).active.get(DEFAULT_ROUTE)?.nextHops[0]?.neighbor ?? -1;
  if (neighbor === -1) return { node, routeTable: null, notes: [words.noGateway(name)] };
  const gateway = interfaceAt(network, neighbor).node;
  const note = words.gatewayDecides(name, nodeAt(network, gateway).name);
  return { node: gateway, routeTable: null, notes: [note] };
}

/** A prefix, an address or a node's name (a host route then), or `default`; null for anything else. */
export function prefixNamed({ plane }: Simulation, text: string): Prefix | null {
  if (text === 'default') return DEFAULT_ROUTE;
  const prefix = parsePrefix(text);
  if (prefix !== null) return prefix;
  const address = parseAddress(text) ?? addressOf(plane, text);
  return address === null ? null : { address, length: 32 };
}

/** The longest active route of a node that covers a prefix whole. */
export function covering(
  { plane }: Simulation,
  { node, routeTable }: Pick<Subject, 'node' | 'routeTable'>,
  prefix: Prefix,
): Route | undefined {
  return plane.control
    .subnetTable(node, routeTable)
    .active.match(prefix.address, (route) => route.prefix.length <= prefix.length);
}

/** For an address: the longest prefix around it that somebody announces or is connected to. */
export function announcedAround({ plane }: Simulation, prefix: Prefix): Prefix {
  if (prefix.length < 32) return prefix;
  const { control, network } = plane;
  const connected = network.interfaces.flatMap(({ up, address, length }) =>
    up && address !== null ? [prefixOf({ address, length })] : [],
  );
  const fits = [...control.bgpPrefixes(), ...connected].filter(
    (each) => each.length > 0 && each.length < 32 && prefixContains(each, prefix.address),
  );
  return fits.reduce((best, each) => (best.length === 32 || each.length > best.length ? each : best), prefix);
}

/** `10.2.30.0/25`, or the bare address of a host route. */
export function prefixWords({ address, length }: Prefix): string {
  return length === 32 ? formatAddress(address) : `${formatAddress(address)}/${length}`;
}
