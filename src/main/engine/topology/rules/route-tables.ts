/** Route tables and security groups of subnets and NICs, and routers as appliances in VNets. */
import { strings } from '../../../../shared/strings';
import { formatAddress, formatPrefix, prefixContains, prefixKey } from '../../address';
import { gatewayProblem } from '../../routing/azure-user-routes';
import type { Path } from '../json';
import type { Interface } from '../model';
import type { Context } from './context';
import { checkVm, GATEWAY_SUBNET } from './vnets';

const said = strings.reasons.topology.routeTables;

export function checkRouteTables(context: Context): void {
  checkRoutes(context);
  checkSubnets(context);
  for (const [name, rules] of Object.entries(context.topology.nsgs))
    checkPriorities(context, name, rules.rules);
  for (const [name, { vnet, nsg, ipForwarding }] of Object.entries(context.topology.hosts)) {
    if (nsg !== null) checkNsg(context, ['hosts', name, 'nsg'], nsg, vnet);
    if (ipForwarding && vnet === null)
      context.error(['hosts', name, 'ipForwarding'], said.notVm, said.useRouter);
  }
  for (const [name, { interfaces }] of Object.entries(context.topology.routers))
    for (const [key, entry] of Object.entries(interfaces)) checkNic(context, name, key, entry);
}

function checkRoutes(context: Context): void {
  for (const [name, { routes }] of Object.entries(context.topology.routeTables)) {
    const taken = new Map<number, string>();
    for (const [key, { prefix }] of Object.entries(routes)) {
      const other = taken.get(prefixKey(prefix));
      if (other === undefined) taken.set(prefixKey(prefix), key);
      else
        context.error(
          ['routeTables', name, 'routes', key, 'prefix'],
          said.samePrefix(other, formatPrefix(prefix)),
          said.oneForEach,
        );
    }
  }
}

function checkSubnets(context: Context): void {
  for (const [vnet, { subnets }] of Object.entries(context.topology.vnets))
    for (const [key, subnet] of Object.entries(subnets)) {
      const path = ['vnets', vnet, 'subnets', key];
      if (subnet.nsg !== null) {
        checkNsg(context, [...path, 'nsg'], subnet.nsg, vnet);
        if (key === GATEWAY_SUBNET) context.error([...path, 'nsg'], said.noNsg, said.wouldStop);
      }
      const { routeTable } = subnet;
      if (routeTable !== null && context.refers([...path, 'routeTable'], routeTable, ['routeTable']))
        checkUse(context, [...path, 'routeTable'], vnet, key, routeTable);
    }
}

/** What a route table says in the VNet of one of its subnets. */
function checkUse(context: Context, path: Path, vnet: string, subnet: string, name: string): void {
  const { topology } = context;
  const table = topology.routeTables[name];
  if (table === undefined) return;
  if (subnet === GATEWAY_SUBNET && table.disableBgpRoutePropagation)
    context.error(path, said.noPropagation(name), said.needsLearned);
  for (const [key, { prefix, via }] of Object.entries(table.routes)) {
    if (subnet === GATEWAY_SUBNET && prefix.length === 0)
      context.error(path, said.hasDefault(name, key), said.noDefault);
    const problem = via.kind === 'VirtualNetworkGateway' ? gatewayProblem(topology, vnet) : null;
    if (problem !== null) context.warn(path, said.unused(key, name, problem));
    if (via.kind === 'appliance' && !isAppliance(context, via.address))
      context.warn(path, said.noAppliance(formatAddress(via.address), key), said.giveAppliance);
  }
}

function isAppliance({ topology }: Context, address: number): boolean {
  const { hosts, routers } = topology;
  return (
    Object.values(hosts).some((host) => host.ipForwarding && host.address.address === address) ||
    Object.values(routers).some(({ interfaces }) =>
      Object.values(interfaces).some((entry) => entry.vnet !== null && entry.address?.address === address),
    )
  );
}

function checkNsg(context: Context, path: Path, nsg: string, vnet: string | null): void {
  context.refers(path, nsg, ['nsg']);
  if (vnet === null) context.error(path, said.onlyNics, said.removeOrVNet);
}

function checkPriorities(
  context: Context,
  name: string,
  rules: Context['topology']['nsgs'][string]['rules'],
): void {
  const taken = new Map<string, string>();
  for (const [key, { priority, direction }] of Object.entries(rules)) {
    const other = taken.get(`${direction} ${priority}`);
    if (other === undefined) taken.set(`${direction} ${priority}`, key);
    else
      context.error(
        ['nsgs', name, 'rules', key, 'priority'],
        said.priorityTaken(other, priority, direction),
        said.uniquePriorities,
      );
  }
}

function checkNic(context: Context, router: string, key: string, entry: Interface): void {
  const path = ['routers', router, 'interfaces', key];
  if (entry.nsg !== null) checkNsg(context, [...path, 'nsg'], entry.nsg, entry.vnet);
  if (entry.vnet === null) return;
  if (!context.refers([...path, 'vnet'], entry.vnet, ['vnet'])) return;
  const vnet = context.topology.vnets[entry.vnet];
  if (entry.address === null) {
    context.error(path, said.noAddress(`${router}:${key}`), said.giveAddress, 'key');
    return;
  }
  if (vnet === undefined) return;
  const { address, length } = entry.address;
  checkVm(context, [...path, 'address'], address, entry.vnet, vnet);
  const subnet = Object.values(vnet.subnets).find(({ prefix }) => prefixContains(prefix, address));
  if (subnet !== undefined && subnet.prefix.length !== length)
    context.error(
      [...path, 'address'],
      said.otherLength(formatAddress(address), formatPrefix(subnet.prefix)),
      strings.reasons.topology.wires.write(`${formatAddress(address)}/${subnet.prefix.length}`),
    );
  if (context.topology.routers[router]?.ospf?.interfaces?.includes(key) === true)
    context.warn(['routers', router, 'ospf', 'interfaces'], said.noMulticast(key), said.useBgp);
}
