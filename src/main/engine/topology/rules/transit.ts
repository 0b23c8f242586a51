/** What joins more than two: Global Reach, Route Servers, virtual hubs. */
import { formatAddress, formatPrefix, prefixContains } from '../../address';
import type { GlobalReach, RouteServer } from '../model';
import type { Context } from './context';

export const ROUTE_SERVER_SUBNET = 'RouteServerSubnet';
/** The AS number of Route Servers, and of VPN gateways that exchange routes with them. */
const AZURE_AS = 65_515;

export function checkTransit(context: Context): void {
  const pairs = new Map<string, string>();
  for (const [name, reach] of Object.entries(context.topology.globalReach))
    checkReach(context, name, reach, pairs);
  const servers = new Map<string, string>();
  for (const [name, server] of Object.entries(context.topology.routeServers)) {
    checkServer(context, name, server);
    const other = servers.get(server.vnet);
    if (other !== undefined)
      context.error(
        ['routeServers', name, 'vnet'],
        `"${server.vnet}" has a Route Server already, "${other}"`,
        'a VNet has one',
      );
    servers.set(server.vnet, name);
  }
  for (const [name, { vnets }] of Object.entries(context.topology.virtualHubs))
    for (const [index, vnet] of vnets.entries())
      context.refers(['virtualHubs', name, 'vnets', index], vnet, ['vnet']);
}

function checkReach(
  context: Context,
  name: string,
  { circuits, prefix }: GlobalReach,
  pairs: Map<string, string>,
): void {
  const path = ['globalReach', name];
  for (const [index, circuit] of circuits.entries())
    context.refers([...path, 'circuits', index], circuit, ['circuit']);
  const key = circuits.toSorted().join(' ');
  const other = pairs.get(key);
  if (circuits[0] === circuits[1])
    context.error([...path, 'circuits'], `"${name}" joins "${circuits[0]}" with itself`, 'name two circuits');
  else if (other !== undefined)
    context.error(
      [...path, 'circuits'],
      `"${other}" joins these two circuits already`,
      'remove one of the two',
    );
  pairs.set(key, name);
  if (prefix.length !== 29)
    context.error(
      [...path, 'prefix'],
      `${formatPrefix(prefix)} is no /29`,
      'Global Reach takes a /29: a /30 for each path',
    );
}

function checkServer(
  context: Context,
  name: string,
  { vnet, instances, branchToBranch, asn }: RouteServer,
): void {
  const path = ['routeServers', name];
  if (!context.refers([...path, 'vnet'], vnet, ['vnet'])) return;
  const subnet = context.topology.vnets[vnet]?.subnets[ROUTE_SERVER_SUBNET];
  for (const [index, address] of instances.entries())
    if (subnet === undefined || !prefixContains(subnet.prefix, address))
      context.error(
        [...path, 'instances', index],
        `${formatAddress(address)} is not in the ${ROUTE_SERVER_SUBNET} of "${vnet}"`,
        subnet === undefined
          ? `add a subnet ${ROUTE_SERVER_SUBNET} to "${vnet}"`
          : `that is ${formatPrefix(subnet.prefix)}`,
      );
  if (asn !== AZURE_AS) context.error([...path, 'asn'], `A Route Server has AS ${AZURE_AS}`, 'remove asn');
  if (!branchToBranch) return;
  for (const [gateway, entry] of Object.entries(context.topology.gateways)) {
    if (entry.vnet !== vnet || entry.type !== 'vpn') continue;
    const at = [...path, 'branchToBranch'];
    if (entry.asn !== AZURE_AS)
      context.warn(
        at,
        `"${gateway}" has AS ${entry.asn} and takes no part`,
        `branch-to-branch needs AS ${AZURE_AS} at the VPN gateway`,
      );
    if (!entry.activeActive)
      context.warn(
        at,
        `"${gateway}" is not active-active`,
        'Azure asks for that where a Route Server exchanges routes with a VPN gateway',
      );
  }
}
