/**
 * Limits of numbers and sizes.
 * Source: Microsoft Learn, "Azure subscription and service limits" (ExpressRoute limits), "About ExpressRoute
 * virtual network gateways", "ExpressRoute FAQ".
 */
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixesOverlap, type Prefix } from '../address';
import type { Simulation } from '../simulation';
import { interfaceAt, nodeAt } from '../topology/network';
import type { LimitFound } from './finding';

const words = strings.reasons.limits;

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
          words.circuitsOfLocation(count, place, name, CIRCUITS_OF_ONE_LOCATION),
          words.otherLocation,
        ),
      );
    const [smallest] = GATEWAY_SIZES;
    if (smallest === undefined || joined.length <= smallest[0]) return crowded;
    const size = GATEWAY_SIZES.find(([most]) => joined.length <= most)?.[1];
    const text = words.circuitsOfGateway(
      joined.length,
      name,
      GATEWAY_SIZES.map(([most]) => most),
    );
    const remedy = size === undefined ? words.secondVnet : words.gatewaySize(size);
    return [...crowded, found('circuits-of-gateway', name, text, remedy)];
  });
}

function vnetsOfCircuits({ plane }: Simulation): LimitFound[] {
  const { circuits, gateways } = plane.control.topology;
  return Object.entries(circuits).flatMap(([name, { connections }]) => {
    const vnets = new Set(Object.values(connections).map(({ gateway }) => gateways[gateway]?.vnet));
    if (vnets.size <= VNETS_OF_STANDARD_CIRCUIT) return [];
    const text = words.vnetsOfCircuit(vnets.size, name, VNETS_OF_STANDARD_CIRCUIT);
    return [found('vnets-of-circuit', name, text, words.premium)];
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
    const text = words.prefixesOfPeering(
      name,
      heard,
      PREFIXES_OF_STANDARD_PEERING,
      PREFIXES_OF_PREMIUM_PEERING,
    );
    const remedy = heard <= PREFIXES_OF_PREMIUM_PEERING ? words.premiumOrSummarise : words.summarise;
    return [found('prefixes-of-peering', name, text, remedy)];
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
    const text = words.prefixesToCircuit(name, announced, PREFIXES_TO_CIRCUIT);
    return [found('prefixes-to-circuit', name, text, words.fewerSpaces)];
  });
}

function gatewaySubnets({ plane }: Simulation): LimitFound[] {
  return Object.entries(plane.control.topology.vnets).flatMap(([name, { subnets }]) => {
    const subnet = subnets['GatewaySubnet']?.prefix;
    if (subnet === undefined || subnet.length <= LONGEST_GATEWAY_SUBNET) return [];
    const text = words.gatewaySubnet(name, formatPrefix(subnet));
    return [found('gateway-subnet', name, text, words.largerSubnet(LONGEST_GATEWAY_SUBNET))];
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
    const text = words.overlap(
      formatPrefix(space.prefix),
      space.owner,
      formatPrefix(other.prefix),
      other.owner,
    );
    return [found('overlap', space.owner, text, words.anotherSpace)];
  });
}
