/**
 * Network security groups: which rule decides over a packet at a NIC.
 * Source: Microsoft Learn, "Network security groups" (order of rules, default rules, service tags) and "How network
 * security groups filter network traffic" (subnet, then NIC on the way in; NIC, then subnet on the way out).
 */
import { parseAddress, prefixContains, type Address } from '../address';
import type { PortRange, SecurityRule, SecurityScope, Topology } from '../topology/model';
import type { Nic } from '../topology/network';
import type { RouteTable } from '../routing/route';
import type { Flow } from './flow';

type Direction = SecurityRule['direction'];

/** The rule that stopped a packet. */
export interface Denial {
  readonly nsg: string;
  readonly rule: string;
  readonly priority: number;
  readonly direction: Direction;
}

/** Where Azure's load balancer probes from. */
const LOAD_BALANCER = parseAddress('168.63.129.16');

type DefaultRule = readonly [
  name: string,
  priority: number,
  direction: Direction,
  action: SecurityRule['action'],
  source: Exclude<SecurityScope['kind'], 'prefix'>,
  destination: Exclude<SecurityScope['kind'], 'prefix'>,
];

const DEFAULT_RULES: readonly DefaultRule[] = [
  ['AllowVnetInBound', 65_000, 'inbound', 'allow', 'VirtualNetwork', 'VirtualNetwork'],
  ['AllowAzureLoadBalancerInBound', 65_001, 'inbound', 'allow', 'AzureLoadBalancer', 'any'],
  ['DenyAllInBound', 65_500, 'inbound', 'deny', 'any', 'any'],
  ['AllowVnetOutBound', 65_000, 'outbound', 'allow', 'VirtualNetwork', 'VirtualNetwork'],
  ['AllowInternetOutBound', 65_001, 'outbound', 'allow', 'any', 'Internet'],
  ['DenyAllOutBound', 65_500, 'outbound', 'deny', 'any', 'any'],
];

/** The first NSG of a NIC that stops a new flow, with its rule; null where all let it pass. */
export function denial(
  topology: Topology,
  nic: Nic,
  effective: RouteTable,
  direction: Direction,
  flow: Flow,
): Denial | null {
  const asked = direction === 'inbound' ? nic.nsgs : nic.nsgs.toReversed();
  const inVnet = (address: Address): boolean => isVirtualNetwork(effective, address);
  for (const nsg of asked) {
    const found = firstMatch(topology, nsg, direction, flow, inVnet);
    if (found?.action === 'deny') return { nsg, rule: found.name, priority: found.priority, direction };
  }
  return null;
}

/**
 * The tag VirtualNetwork: the VNet's own space, peered VNets, what gateways learned, and the prefixes of
 * user-defined routes, a default route among them.
 */
function isVirtualNetwork(effective: RouteTable, address: Address): boolean {
  return effective.match(address, ({ source }) => source !== 'system') !== undefined;
}

interface Decision {
  readonly name: string;
  readonly priority: number;
  readonly action: SecurityRule['action'];
}

function firstMatch(
  topology: Topology,
  nsg: string,
  direction: Direction,
  flow: Flow,
  inVnet: (address: Address) => boolean,
): Decision | undefined {
  const covers = (scopes: readonly SecurityScope[], address: Address): boolean =>
    scopes.some((scope) => inScope(scope, address, inVnet));
  const own = Object.entries(topology.nsgs[nsg]?.rules ?? {})
    .filter(([, rule]) => rule.direction === direction)
    .toSorted(([, a], [, b]) => a.priority - b.priority)
    .find(
      ([, rule]) =>
        (rule.protocol === 'any' || rule.protocol === flow.protocol) &&
        covers(rule.source, flow.source) &&
        covers(rule.destination, flow.destination) &&
        inPorts(rule.sourcePorts, flow, flow.sourcePort) &&
        inPorts(rule.ports, flow, flow.destinationPort),
    );
  if (own !== undefined) return { name: own[0], priority: own[1].priority, action: own[1].action };
  const byDefault = DEFAULT_RULES.find(
    ([, , way, , source, destination]) =>
      way === direction && inTag(source, flow.source, inVnet) && inTag(destination, flow.destination, inVnet),
  );
  if (byDefault === undefined) return undefined;
  const [name, priority, , action] = byDefault;
  return { name, priority, action };
}

function inScope(scope: SecurityScope, address: Address, inVnet: (address: Address) => boolean): boolean {
  return scope.kind === 'prefix' ? prefixContains(scope.prefix, address) : inTag(scope.kind, address, inVnet);
}

function inTag(
  tag: Exclude<SecurityScope['kind'], 'prefix'>,
  address: Address,
  inVnet: (address: Address) => boolean,
): boolean {
  switch (tag) {
    case 'any':
      return true;
    case 'VirtualNetwork':
      return inVnet(address);
    case 'Internet':
      return !inVnet(address);
    case 'AzureLoadBalancer':
      return address === LOAD_BALANCER;
  }
}

/** ICMP has no ports: a rule for some ports does not speak of it. */
function inPorts(ranges: readonly PortRange[] | null, { protocol }: Flow, port: number): boolean {
  if (ranges === null) return true;
  return protocol !== 'icmp' && ranges.some(([first, last]) => first <= port && port <= last);
}
