/**
 * Transit that a hub does not give: who is joined to one hub and does not reach each other, and what would join
 * them. Source: Microsoft Learn, "Configure ExpressRoute and site-to-site coexisting connections", "Azure Route Server
 * support for ExpressRoute and Azure VPN", "About ExpressRoute Global Reach".
 */
import { strings } from '../../../shared/strings';
import type { Address } from '../address';
import { echo, hostsOf, pairsOf, type Host } from '../probes/pairs';
import { peersOf } from '../routing/azure-space';
import type { Simulation } from '../simulation';
import { interfaceAt, nodeAt, segmentAt } from '../topology/network';
import type { LimitFound } from './finding';

const words = strings.reasons.limits;

type SideKind = 'spoke' | 'er' | 'vpn';

interface Side {
  readonly kind: SideKind;
  /** The spoke, circuit connection or VPN connection. */
  readonly name: string;
  /** The VNet that the host stands in; null for one on-premises. */
  readonly vnet: string | null;
}

export function missingTransit(simulation: Simulation, hostLimit: number): LimitFound[] {
  const { hosts } = hostsOf(simulation, hostLimit);
  const found = new Map<string, LimitFound>();
  const hubs = Object.keys(simulation.plane.control.topology.vnets);
  const pairs = pairsOf(hosts).filter(([from, to]) => from.node.index < to.node.index);
  for (const [from, to] of pairs) {
    const sent = echo(simulation, from, to);
    if (sent === null || sent.reached || isDenied(sent.forward.disposition)) continue;
    for (const hub of hubs) {
      const sides = [sideOf(simulation, hub, from), sideOf(simulation, hub, to)] as const;
      const [a, b] = sides;
      if (a === null || b === null || (a.kind === b.kind && a.name === b.name)) continue;
      const words = wordsFor(hub, a, b);
      const key = [hub, ...[a.name, b.name].toSorted(), words.remedy].join(' ');
      const known = found.get(key);
      if (known === undefined) {
        const flow = { from: from.node.name, to: to.node.name, flows: 1 };
        found.set(key, { rule: 'no-transit', at: hub, ...words, flow });
      } else if (known.flow !== null)
        found.set(key, { ...known, flow: { ...known.flow, flows: known.flow.flows + 1 } });
    }
  }
  return [...found.values()];
}

/** What a security group or a peering refuses is not a matter of transit. */
function isDenied(disposition: string): boolean {
  return disposition === 'DENIED_IN' || disposition === 'DENIED_OUT';
}

/** How a host is joined to a hub; null where the hub does not know it, or it is in the hub itself. */
function sideOf({ plane }: Simulation, hub: string, host: Host): Side | null {
  const { control, network } = plane;
  const { topology } = control;
  const { vnet } = host.node;
  if (vnet === hub) return null;
  if (vnet !== null && peersOf(network, topology, hub).some(({ name }) => name === vnet))
    return { kind: 'spoke', name: vnet, vnet };
  const side = byGateway(plane, hub, host.address);
  return side === null ? null : { ...side, vnet };
}

function byGateway(
  { control, network }: Simulation['plane'],
  hub: string,
  address: Address,
): Omit<Side, 'vnet'> | null {
  const fabric = network.nodeByName.get(hub);
  const route = fabric === undefined ? undefined : control.table(fabric).active.match(address);
  const hop = route?.nextHops[0];
  if (route === undefined || hop === undefined || hop.across !== -1) return null;
  if (route.source === 'expressroute') {
    const { segment } = interfaceAt(network, hop.egress);
    return { kind: 'er', name: segmentAt(network, segment).name };
  }
  if (route.source !== 'vpn' || hop.neighbor === -1) return null;
  const gateway = interfaceAt(network, hop.neighbor).node;
  const out = control.table(gateway).active.match(address)?.nextHops[0]?.egress ?? -1;
  const segment = out === -1 ? -1 : interfaceAt(network, out).segment;
  return {
    kind: 'vpn',
    name: segment === -1 ? nodeAt(network, gateway).name : segmentAt(network, segment).name,
  };
}

function wordsFor(hub: string, a: Side, b: Side): Pick<LimitFound, 'text' | 'remedy'> {
  const [first, second] = [words.side(a.kind, a.name), words.side(b.kind, b.name)];
  const text = (why: string): string => words.noTransit(first, second, hub, why);
  switch ([a.kind, b.kind].toSorted().join(' ')) {
    case 'spoke spoke':
      return {
        text: text(words.notTransitive),
        remedy: words.peerOrAppliance,
      };
    case 'er vpn':
      return {
        text: text(words.gatewaysApart),
        remedy: words.routeServer,
      };
    case 'er er':
      return {
        text: text(words.circuitsApart),
        remedy: joiningCircuits(a, b),
      };
    case 'vpn vpn':
      return {
        text: text(words.connectionsApart),
        remedy: words.bgpOnBoth,
      };
    default:
      return {
        text: text(words.asPeeringIsSet),
        remedy: words.setTransit,
      };
  }
}

/** Global Reach joins what is on-premises at two circuits; a VNet hears of a circuit that it is connected to. */
function joiningCircuits(a: Side, b: Side): string {
  if (a.vnet !== null && b.vnet !== null) return words.peer(a.vnet, b.vnet);
  const vnet = a.vnet ?? b.vnet;
  if (vnet === null) return words.globalReach;
  const circuit = a.vnet === null ? a.name : b.name;
  return words.connectAsWell(vnet, circuit);
}
