/**
 * Edits that might make a silent hop answer, smallest and likeliest first. Each is one or two lines of an edit
 * cell; whether it helps is for a simulation to find out.
 */
import type { SilenceReason, WalkStep } from '../../../shared/results';
import { formatAddress, formatPrefix, prefixContains, prefixOf, type Address, type Prefix } from '../address';
import { ospfInterface } from '../routing/ospf-graph';
import { interfacesOf } from '../routing/local-routes';
import type { Simulation } from '../simulation';
import { circuitOfMsee } from '../topology/circuit-of-msee';
import type { TopologyDocument } from '../topology/document';
import { isList, isObject, type Json } from '../topology/json';
import { interfaceAt, nodeAt, segmentAt } from '../topology/network';
import { barriersTo } from './barriers';
import { ruleWords } from './policy-words';
import { announcedAround, subjectOf } from './subject';
import { letPass } from './azure-changes';

export type Change = readonly string[];

export interface SilentHop {
  readonly reason: SilenceReason;
  /** Node at which the probe or its answer was lost. */
  readonly at: number;
  /** Node that should answer; -1 where the probe did not get so far. */
  readonly node: number;
  /** Address that `at` has no route to: the prober's, or where a check refused a packet its source. */
  readonly missing: Address;
  /** The security rule that stopped it; null where none did. */
  readonly denial: WalkStep['denial'] | null;
  /** A reverse-path check at `at` dropped the probe or its answer. */
  readonly isFiltered: boolean;
}

export function changesFor(simulation: Simulation, document: TopologyDocument, hop: SilentHop): Change[] {
  const { reason, at, node, missing, isFiltered } = hop;
  const inAzure = letPass(simulation, hop);
  if (hop.denial != null || reason === 'security-rule') return inAzure;
  const shut = bringUp(document.input);
  if (reason === 'does-not-answer') return answering(simulation, node);
  if (reason === 'link-down') return shut;
  // A way that is down may be the shorter one.
  if (reason === 'too-late') return [...answering(simulation, node), ...shut];
  if (reason === 'ttl-used-up') return [...lasting(simulation, node), ...shut];
  const announced = announcing(simulation, missing);
  const barriers = againstBarriers(simulation, at, missing);
  if (isFiltered) return [...inAzure, ...announced, ...barriers, ...unchecked(simulation, at), ...shut];
  return [...inAzure, ...shut, ...announced, ...barriers, ...statics(simulation, document, at, missing)];
}

/** A host that sends with as large a TTL as there is. */
function lasting({ plane }: Simulation, node: number): Change[] {
  const sender = node === -1 ? undefined : plane.network.nodes[node];
  return sender?.kind === 'host' ? [[`set ${sender.name} initialTtl 255`]] : [];
}

/** What takes away one of the barriers between the node and the address. */
function againstBarriers(simulation: Simulation, at: number, address: Address): Change[] {
  const subject = subjectOf(simulation, at).node;
  const prefix = announcedAround(simulation, { address, length: 32 });
  const isHeld = simulation.plane.control.table(subject).active.get(prefix) !== undefined;
  if (isHeld) return [];
  return barriersTo(simulation, subject, prefix)
    .map(({ change }) => change)
    .filter((change) => change.length > 0);
}

/** Every element that is shut down, brought up again. */
function bringUp(input: Json): Change[] {
  const changes: Change[] = [];
  const visit = (value: Json, names: readonly string[]): void => {
    if (!isObject(value)) return;
    const name = names.length === 2 ? names[1] : undefined;
    if (value['shutdown'] === true) {
      if (name !== undefined) changes.push([`no shutdown ${name}`]);
      else if (names[0] === 'routers' && names[2] === 'interfaces')
        changes.push([`no shutdown ${names[1]}:${names[3]}`]);
      else if (names[0] === 'circuits' && names[2] === 'connections')
        changes.push([`no shutdown ${names[3]}`]);
      else changes.push([`unset ${names.slice(1).join(' ')} shutdown`]);
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, [...names, key]);
  };
  visit(input, []);
  return changes;
}

function answering({ plane }: Simulation, node: number): Change[] {
  if (node === -1) return [];
  const { name, kind } = nodeAt(plane.network, node);
  // MSEEs take this trait from their circuit.
  const owner = kind === 'msee' ? circuitOfMsee(plane.control.topology, name) : name;
  return owner === null ? [] : [[`set ${owner} icmp answers true`], [`set ${owner} icmp delay 0 ms`]];
}

/** Announcing a prefix around the address, by a VNet that has it or a router that is connected to it. */
function announcing(simulation: Simulation, address: Address): Change[] {
  const { network, control } = simulation.plane;
  const { vnets, routers } = control.topology;
  const ofVnets = Object.entries(vnets).flatMap(([name, { addressSpace, subnets }]) => {
    const around = [...Object.values(subnets).map((subnet) => subnet.prefix), ...addressSpace].filter(
      (each) => prefixContains(each, address),
    );
    return around.map((prefix) => [`announce ${name} ${formatPrefix(prefix)}`]);
  });
  const ofRouters = Object.keys(routers).flatMap((name) => {
    const node = network.nodeByName.get(name);
    if (node === undefined) return [];
    const connected = interfacesOf(network, node).flatMap((entry) => {
      if (entry.address === null) return [];
      const prefix = prefixOf({ address: entry.address, length: entry.length });
      return prefixContains(prefix, address) ? [{ entry, prefix }] : [];
    });
    const others =
      connected.length > 0
        ? []
        : [...control.table(node).active.values()].filter(
            (route) =>
              route.source === 'ospf' && route.prefix.length > 0 && prefixContains(route.prefix, address),
          );
    return [
      ...connected.flatMap(({ entry, prefix }) => [
        ...inOspf(simulation, name, entry.index),
        ...byBgp(simulation, name, prefix),
      ]),
      ...others.flatMap(({ prefix }) => byBgp(simulation, name, prefix)),
    ];
  });
  return [...ofVnets, ...ofRouters];
}

function inOspf({ plane }: Simulation, router: string, index: number): Change[] {
  const { network, control } = plane;
  const ospf = control.topology.routers[router]?.ospf ?? null;
  const entry = interfaceAt(network, index);
  if (ospf === null || ospf.interfaces === null) return [];
  if (ospfInterface(network, control.topology, entry) !== null) return [];
  return [[`set ${router} ospf interfaces [${[...ospf.interfaces, entry.name].join(', ')}]`]];
}

/** With the prefix lists that would stop it opened too, one neighbor at a time. */
function byBgp({ plane }: Simulation, router: string, prefix: Prefix): Change[] {
  const bgp = plane.control.topology.routers[router]?.bgp ?? null;
  if (bgp === null) return [];
  const announce = `announce ${router} ${formatPrefix(prefix)}`;
  const opened = bgp.neighbors.flatMap(({ address, out }) => {
    if (out.prefixList === null) return [];
    const rules = [...out.prefixList.map(ruleWords), `permit ${formatPrefix(prefix)}`].join(', ');
    return [[announce, `set ${router} bgp neighbors ${formatAddress(address)} out prefixList [${rules}]`]];
  });
  return [[announce], ...opened];
}

/** Reverse-path checks of a router's interfaces taken off. */
function unchecked({ plane }: Simulation, at: number): Change[] {
  const { name, kind } = nodeAt(plane.network, at);
  if (kind !== 'router') return [];
  return interfacesOf(plane.network, at)
    .filter((entry) => entry.reversePathCheck)
    .map((entry) => [`set ${name} interfaces ${entry.name} reversePathCheck false`]);
}

/** A static route to the address's subnet by each router beside the node. */
function statics(simulation: Simulation, document: TopologyDocument, at: number, address: Address): Change[] {
  const { network } = simulation.plane;
  const { name, kind } = nodeAt(network, at);
  if (kind !== 'router') return [];
  const prefix = announcedAround(simulation, { address, length: 32 });
  const routers = document.input['routers'];
  const router = isObject(routers) ? routers[name] : undefined;
  const written = isObject(router) ? router['static'] : undefined;
  const existing = isList(written) ? written.map(flow) : [];
  return interfacesOf(network, at).flatMap((entry) =>
    entry.segment === -1
      ? []
      : segmentAt(network, entry.segment).interfaces.flatMap((index) => {
          const other = interfaceAt(network, index);
          const isRouter = nodeAt(network, other.node).kind === 'router';
          if (other.node === at || other.address === null || !isRouter) return [];
          const route = `{ prefix: ${formatPrefix(prefix)}, via: ${formatAddress(other.address)} }`;
          return [[`set ${name} static [${[...existing, route].join(', ')}]`]];
        }),
  );
}

/** A static route as an edit line writes it. */
function flow(entry: Json): string {
  if (!isObject(entry)) return JSON.stringify(entry);
  const parts = Object.entries(entry).map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `{ ${parts.join(', ')} }`;
}
