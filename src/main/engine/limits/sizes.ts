/**
 * Limits of numbers and sizes.
 * Source: Microsoft Learn, "Azure subscription and service limits" (ExpressRoute limits), "About ExpressRoute
 * virtual network gateways", "ExpressRoute FAQ".
 */
import { formatPrefix, prefixesOverlap, type Prefix } from '../address';
import type { Simulation } from '../simulation';
import { interfaceAt, nodeAt } from '../topology/network';
import type { LimitFound } from './finding';

const CIRCUITS_OF_ONE_LOCATION = 4;
/** Circuits that a gateway takes, by its size. */
const GATEWAY_SIZES: readonly (readonly [circuits: number, size: string])[] = [
  [4, 'Standard (ErGw1Az)'],
  [8, 'High Performance (ErGw2Az)'],
  [16, 'Ultra Performance (ErGw3Az)'],
];
const VNETS_OF_STANDARD_CIRCUIT = 10;
const PREFIXES_OF_STANDARD_PEERING = 4000;
const PREFIXES_OF_PREMIUM_PEERING = 10_000;
const PREFIXES_TO_CIRCUIT = 1000;
const LONGEST_GATEWAY_SUBNET = 27;

export function sizeLimits(simulation: Simulation): LimitFound[] {
  return [
    ...circuitsOfGateways(simulation),
    ...vnetsOfCircuits(simulation),
    ...prefixesFromCustomers(simulation),
    ...prefixesToCircuits(simulation),
    ...gatewaySubnets(simulation),
    ...overlaps(simulation),
  ];
}

function found(rule: LimitFound['rule'], at: string, text: string, remedy: string): LimitFound {
  return { rule, at, text, remedy, flow: null };
}

function circuitsOfGateways({ plane }: Simulation): LimitFound[] {
  const { circuits, gateways } = plane.control.topology;
  return Object.entries(gateways).flatMap(([name, { type }]) => {
    if (type !== 'expressroute') return [];
    const joined = Object.values(circuits).filter(({ connections }) =>
      Object.values(connections).some(({ gateway }) => gateway === name),
    );
    const places = new Map<string, number>();
    for (const { location } of joined)
      if (location !== null) places.set(location, (places.get(location) ?? 0) + 1);
    const crowded = [...places]
      .filter(([, count]) => count > CIRCUITS_OF_ONE_LOCATION)
      .map(([place, count]) =>
        found(
          'circuits-of-location',
          name,
          `${count} circuits from ${place} end at ${name}; from one peering location ${CIRCUITS_OF_ONE_LOCATION} may.`,
          'Take circuits from another peering location.',
        ),
      );
    const [smallest] = GATEWAY_SIZES;
    if (smallest === undefined || joined.length <= smallest[0]) return crowded;
    const size = GATEWAY_SIZES.find(([most]) => joined.length <= most)?.[1];
    const text = `${joined.length} circuits end at ${name}; by its size a gateway takes ${GATEWAY_SIZES.map(([most]) => most).join(', ')}.`;
    const remedy =
      size === undefined ? 'No gateway takes so many: use a second VNet.' : `The gateway must be ${size}.`;
    return [...crowded, found('circuits-of-gateway', name, text, remedy)];
  });
}

function vnetsOfCircuits({ plane }: Simulation): LimitFound[] {
  const { circuits, gateways } = plane.control.topology;
  return Object.entries(circuits).flatMap(([name, { connections }]) => {
    const vnets = new Set(Object.values(connections).map(({ gateway }) => gateways[gateway]?.vnet));
    if (vnets.size <= VNETS_OF_STANDARD_CIRCUIT) return [];
    const text = `${vnets.size} VNets are connected to ${name}; a standard circuit takes ${VNETS_OF_STANDARD_CIRCUIT}.`;
    return [found('vnets-of-circuit', name, text, 'The circuit must be premium.')];
  });
}

/** Routes that each MSEE hears from its customer. */
function prefixesFromCustomers({ plane }: Simulation): LimitFound[] {
  const { control, network } = plane;
  return network.nodes.flatMap(({ index, name, kind }) => {
    if (kind !== 'msee') return [];
    const heard = control
      .bgpPaths(index)
      .filter(({ candidates }) =>
        candidates.some(({ from }) => from !== -1 && nodeAt(network, from).kind === 'router'),
      ).length;
    if (heard <= PREFIXES_OF_STANDARD_PEERING) return [];
    const text = `${name} hears ${heard} prefixes from its customer; private peering takes ${PREFIXES_OF_STANDARD_PEERING} on a standard circuit and ${PREFIXES_OF_PREMIUM_PEERING} on a premium one, and goes down beyond.`;
    const fits =
      heard <= PREFIXES_OF_PREMIUM_PEERING ? 'Make the circuit premium, or summarise' : 'Summarise';
    return [found('prefixes-of-peering', name, text, `${fits} what is announced to it.`)];
  });
}

/** What an ExpressRoute gateway announces to its circuits. */
function prefixesToCircuits({ plane }: Simulation): LimitFound[] {
  const { control, network } = plane;
  return network.nodes.flatMap(({ index, name, kind }) => {
    if (kind !== 'er-gateway') return [];
    const announced = control
      .bgpPaths(index)
      .filter(({ best }) => best !== null && best.type !== 'ebgp').length;
    if (announced <= PREFIXES_TO_CIRCUIT) return [];
    const text = `${name} announces ${announced} prefixes to its circuits; beyond ${PREFIXES_TO_CIRCUIT} IPv4 prefixes an ExpressRoute connection goes down.`;
    return [found('prefixes-to-circuit', name, text, 'Advertise fewer and larger address spaces.')];
  });
}

function gatewaySubnets({ plane }: Simulation): LimitFound[] {
  return Object.entries(plane.control.topology.vnets).flatMap(([name, { subnets }]) => {
    const subnet = subnets['GatewaySubnet']?.prefix;
    if (subnet === undefined || subnet.length <= LONGEST_GATEWAY_SUBNET) return [];
    const text = `The GatewaySubnet of ${name} is ${formatPrefix(subnet)}: too small for an ExpressRoute gateway, or for two gateways.`;
    return [found('gateway-subnet', name, text, `Make it a /${LONGEST_GATEWAY_SUBNET} or larger.`)];
  });
}

interface Space {
  readonly owner: string;
  readonly prefix: Prefix;
}

/** Address spaces of VNets among each other, and with subnets on-premises. */
function overlaps({ plane }: Simulation): LimitFound[] {
  const { network, control } = plane;
  const vnets = Object.entries(control.topology.vnets).flatMap(([owner, { addressSpace }]) =>
    addressSpace.map((prefix): Space => ({ owner, prefix })),
  );
  const lans = network.nodes.flatMap(({ index, kind, name, up }): Space[] =>
    kind !== 'router' || !up
      ? []
      : [...control.table(index).active.values()]
          .filter(
            (route) =>
              route.source === 'connected' &&
              route.prefix.length < 31 &&
              route.nextHops.every(({ egress }) => interfaceAt(network, egress).nic === null),
          )
          .map(({ prefix }) => ({ owner: name, prefix })),
  );
  return vnets.flatMap((space, at) => {
    const other = [...vnets.slice(at + 1), ...lans].find(
      (each) => each.owner !== space.owner && prefixesOverlap(each.prefix, space.prefix),
    );
    if (other === undefined) return [];
    const text = `${formatPrefix(space.prefix)} of ${space.owner} overlaps ${formatPrefix(other.prefix)} of ${other.owner}: what is joined to both reaches only one of them.`;
    return [found('overlap', space.owner, text, 'Give one of them another address space.')];
  });
}
